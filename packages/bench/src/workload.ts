/** The workload: the example records, and a seeded generator of more of their kind. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InspectionRecord } from '@hegui/model'
import { random } from './random.js'

const folder = fileURLToPath(new URL('../../../examples/records/', import.meta.url))

const exampleRecords: readonly InspectionRecord[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as InspectionRecord)

/** `count` one-conduct records drawn from the examples, each fact forgotten with probability `gaps`. */
export function generated(count: number, gaps: number, seed: number): readonly InspectionRecord[] {
  const next = random(seed)
  const conducts = exampleRecords.flatMap((record) => record.conducts.map((conduct) => ({ record, conduct })))
  return Array.from({ length: count }, (_, index) => {
    const chosen = conducts[Math.floor(next() * conducts.length)]
    if (chosen === undefined) throw new Error('there are no example records')
    const { record, conduct } = chosen
    const facts = Object.fromEntries(Object.entries(conduct.facts ?? {}).filter(() => next() >= gaps))
    return { ...record, id: `bench-${index}`, conducts: [{ ...conduct, facts }] }
  })
}

/** The facts of a one-conduct record as a stock engine takes them. */
export function flatFacts(record: InspectionRecord): Record<string, unknown> {
  const [conduct] = record.conducts
  const party = record.parties?.find((each) => each.id === conduct?.party)
  const site = record.sites?.find((each) => each.id === conduct?.site)
  return { ...record.facts, ...party?.facts, ...site?.facts, ...conduct?.facts, 'record.region': record.region ?? undefined }
}
