/**
 * The example records against their goldens: what a reviewer reads is what the code gives. A changed golden is
 * read and its reason told in the commit message; `npx vitest run packages/hegui/test/goldens.test.ts -u` writes them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Assessment, assess, assessAsync, assessmentText, type InspectionRecord, shippedRuleset } from 'hegui'
import { describe, expect, it } from 'vitest'
import { assessCommand } from '../src/commands/assess.js'
import { captured } from './captured.js'

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url))
const goldenOf = (name: string, extension: 'txt' | 'json'): string => join(examples, 'goldens', `${name}.${extension}`)
const namesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(join(examples, folder))
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension))
    .sort()

const records = namesIn('records', '.json')
/** Two are shown whole, for those who embed hegui: the case of 2012, and one with due dates and plan items. */
const shownAsJson = ['01-village-shops-2012', '21-progress-2023']

const recordOf = (name: string): InspectionRecord => JSON.parse(readFileSync(join(examples, 'records', `${name}.json`), 'utf8')) as InspectionRecord

async function assessedAsync(name: string, options: Parameters<typeof assessAsync>[1] = {}): Promise<Assessment> {
  const result = await assessAsync(recordOf(name), options)
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.assessment
}

function assessedSync(name: string): Assessment {
  const result = assess(recordOf(name))
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.assessment
}

/** All that was concluded: everything but the hashes, versions and the name of the runtime. */
const concluded = ({ findings, measures, planItems, editionChoices, circumstances, concurrence, actions, questions, pending }: Assessment) => ({
  findings,
  measures,
  planItems,
  editionChoices,
  circumstances,
  concurrence,
  actions,
  questions,
  pending,
})

describe.each(records)('the example %s', (name) => {
  it('reads as its golden', async () => {
    const text = assessmentText(await assessedAsync(name), recordOf(name), shippedRuleset(), { language: 'zh' })
    await expect(text).toMatchFileSnapshot(goldenOf(name, 'txt'))
  })

  it('is assessed alike by both runtimes', async () => {
    const reference = await assessedAsync(name, { runtime: 'json-rules-engine' })
    const compiled = assessedSync(name)
    expect([reference.engine.runtime, compiled.engine.runtime]).toEqual(['json-rules-engine', 'compiled'])
    expect(concluded(compiled)).toEqual(concluded(reference))
  })

  it('has no rule in error and names its schema, its region and a title', () => {
    const record = recordOf(name)
    expect(assessedSync(name).findings.filter((finding) => finding.verdict === 'errored')).toEqual([])
    expect(record.$schema).toBe('../../packages/model/schemas/record.schema.json')
    expect(['110000', '110100', '110107', '360733', '410103', '500238', '500241']).toContain(record.region)
    expect(record.title).toBeTruthy()
  })
})

it.each(shownAsJson)('the assessment of %s as JSON is its golden', async (name) => {
  await expect(`${JSON.stringify(await assessedAsync(name), null, 2)}\n`).toMatchFileSnapshot(goldenOf(name, 'json'))
})

describe('the examples together', () => {
  it('have one golden each, and each golden has its record', () => {
    expect(namesIn('goldens', '.txt')).toEqual(records)
    expect(namesIn('goldens', '.json')).toEqual(shownAsJson)
  })

  it('have an id of their own each', () => {
    const ids = records.map((name) => recordOf(name).id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(['changjianglu-2016', 'erong-2023', 'baiyang-2019'])('show a violation of every prohibited behaviour of %s', (plan) => {
    const clauses =
      shippedRuleset()
        .catalogue.plans.get(plan)
        ?.clauses.filter((clause) => clause.kinds.includes('P'))
        .map((clause) => clause.id) ?? []
    const shown = records
      .filter((name) => recordOf(name).plans?.includes(plan))
      .flatMap((name) => assessedSync(name).findings.filter((finding) => finding.verdict === 'violation'))
      .flatMap((finding) => finding.clauses.filter((clause) => clause.plan === plan).map((clause) => clause.clause))
    expect(clauses.length).toBeGreaterThan(5)
    expect(clauses.filter((clause) => !shown.includes(clause))).toEqual([])
  })
})

it('of the batch the three good lines are assessed, and the two bad ones reported with their line', async () => {
  const file = join(examples, 'batch', 'mixed.ndjson')
  const { code, out, err } = await captured((output) => assessCommand({ files: [file], format: 'text', packs: [], language: 'zh', explain: false }, output))
  expect(code).toBe(1)
  expect([...out.matchAll(/^研判：(\S+)/gm)].map(([, id]) => id)).toEqual(['batch-1', 'batch-2', 'batch-5'])
  expect([...err.matchAll(/mixed\.ndjson:(\d+):\d+ 错误 (HG\d+)/g)].map(([, line, problem]) => [line, problem])).toEqual([
    ['3', 'HG1001'],
    ['4', 'HG5001'],
  ])
})
