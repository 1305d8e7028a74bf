/** The plans of the packs, as data: the engine itself depends on no pack. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Plan } from '@hegui/model'

const packages = new URL('../../../', import.meta.url)

export function planNamed(id: string): Plan {
  for (const pack of readdirSync(packages).filter((name) => name.startsWith('pack-'))) {
    const folder = new URL(`${pack}/plans/`, packages)
    const file = filesOf(folder).find((name) => name === `${id}.json`)
    if (file !== undefined) return JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Plan
  }
  throw new Error(`no pack has a plan ${id}`)
}

function filesOf(folder: URL): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
