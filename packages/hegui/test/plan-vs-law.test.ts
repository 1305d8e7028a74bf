/** Notes in the packs cite rows of docs/plan-vs-law.md: whoever follows one finds it there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const packages = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(fileURLToPath(new URL('../../../docs/plan-vs-law.md', import.meta.url)), 'utf8')

/** `plan-vs-law A2`, `plan-vs-law E3、A8`: every row that a text names. */
const rowsIn = (text: string): readonly string[] =>
  [...text.matchAll(/plan-vs-law ([A-H]\d*(?:[、，,]\s?[A-H]\d*)*)/g)].flatMap(([, rows = '']) => rows.split(/[、，,]\s?/))

/** A section, a row with a heading of its own, a row of a table, or one of the list of what is left out. */
const rows = new Set([...page.matchAll(/^(?:## |### |\| |\d+\. )([A-H]\d*)(?=[\s|　]|$)/gm)].map(([, id = '']) => id))

const cited = readdirSync(packages)
  .filter((name) => name.startsWith('pack-'))
  .flatMap((name) =>
    ['plans', 'rules', 'facts', 'laws', 'organs']
      .map((folder) => join(packages, name, folder))
      .filter(existsSync)
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .flatMap((entry) => rowsIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')).map((row) => `${row} ${entry.name}`)),
  )

it('has every row that a pack cites', () => {
  expect(new Set(cited.map((each) => each.split(' ')[0])).size).toBeGreaterThan(10)
  expect(cited.filter((each) => !rows.has(each.split(' ')[0] as string))).toEqual([])
})

it('has A1 to A14, B to G, the sixteen campaigns of E and the twelve of H', () => {
  const wanted = [
    ...Array.from({ length: 14 }, (_, index) => `A${index + 1}`),
    ...'ABCDEFGH',
    ...Array.from({ length: 16 }, (_, index) => `E${index + 1}`),
    ...Array.from({ length: 12 }, (_, index) => `H${index + 1}`),
  ]
  expect(wanted.filter((row) => !rows.has(row))).toEqual([])
})
