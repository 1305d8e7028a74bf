/**
 * The example cases against their goldens: what a case officer reads is what the code gives. A changed golden is read
 * and its reason told in the commit message; `npx vitest run packages/hegui/test/case-goldens.test.ts -u` writes them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { caseStatusSchema } from '@hegui/model'
import { type CaseProgress, progressOf, progressText, shippedRuleset } from 'hegui'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('../../../examples/cases/', import.meta.url))
const namesIn = (path: string, extension: string): readonly string[] =>
  readdirSync(path)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .sort()
const cases = namesIn(folder, '.json')
const caseOf = (name: string): CaseProgress => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as CaseProgress

describe.each(cases)('the case %s', (name) => {
  const progress = caseOf(name)
  const result = progressOf(progress)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))

  it('reads as its golden', async () => {
    await expect(progressText(result.progress, progress, shippedRuleset())).toMatchFileSnapshot(join(folder, 'goldens', `${name}.txt`))
  })

  it('gives a status of the published shape, and the same one again', () => {
    expect(caseStatusSchema.safeParse(result.progress).error).toBeUndefined()
    expect(progressOf(caseOf(name))).toEqual(result)
  })

  it('names its schema and has a title', () => {
    expect(progress.$schema).toBe('../../packages/model/schemas/case-progress.schema.json')
    expect(progress.title).toBeTruthy()
  })
})

it('each golden has its case, each case an id of its own', () => {
  expect(namesIn(join(folder, 'goldens'), '.txt')).toEqual(cases)
  expect(new Set(cases.map((name) => caseOf(name).id)).size).toBe(cases.length)
})
