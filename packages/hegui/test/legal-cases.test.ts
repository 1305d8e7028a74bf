/** Decided legal cases, written from the statute texts and read by lawyers: hegui decides each as they do. */
import { readdirSync, readFileSync } from 'node:fs'
import { assess, shippedPacks } from 'hegui'
import { describe, expect, test } from 'vitest'
import { meets, mismatches } from './legal-cases/compare.js'
import { type LegalCase, legalCasesSchema } from './legal-cases/format.js'

const folder = new URL('./legal-cases/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
const parsed = files.map((file) => ({ file, result: legalCasesSchema.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) }))

test('the files are in the format, and no two cases have one name', () => {
  expect(
    parsed.flatMap(({ file, result }) => (result.success ? [] : result.error.issues.map((issue) => `${file} ${issue.path.join('/')} ${issue.message}`))),
  ).toEqual([])
  const names = parsed.flatMap(({ result }) => result.data?.cases.map((each) => each.name) ?? [])
  expect(names.length).toBeGreaterThanOrEqual(350)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

const instruments = new Map(shippedPacks.flatMap((pack) => pack.instruments).map((instrument) => [instrument.id, instrument]))
/** Whether an article stands on file in that edition, and was read. */
function onFile({ instrument: id, article, edition }: LegalCase['decides'][number]): 'read' | 'unread' | 'missing' {
  const instrument = instruments.get(id)
  const entries = [...(instrument?.norms.flatMap((norm) => norm.editions) ?? []), ...(instrument?.provisions ?? [])]
  const found = entries.filter((each) => each.edition === edition && each.article === article)
  return found.length === 0 ? 'missing' : found.some((each) => each.verification.status === 'primary-text') ? 'read' : 'unread'
}

for (const { result } of parsed)
  if (result.success)
    describe(result.data.area, () => {
      test.each(result.data.cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
        const status = each.decides.map((decides) => [decides.article, onFile(decides)])
        expect(status).toEqual(each.decides.map(({ article, unread }) => [article, unread ? 'unread' : 'read']))
        const outcome = assess(each.record, each.decidedOn === undefined ? {} : { decidedOn: each.decidedOn })
        if (!outcome.ok) throw new Error(outcome.problems.map((found) => `${found.code} ${found.path.join('/')} ${found.message}`).join('\n'))
        const lines = mismatches(each, outcome.assessment)
        if (lines.length > 0) throw new Error(lines.join('\n'))
      })
    })

describe('the comparison', () => {
  const [first] = parsed.flatMap(({ result }) => (result.success ? result.data.cases : []))
  if (first === undefined) throw new Error('no case')
  const outcome = assess(first.record)
  if (!outcome.ok) throw new Error('no assessment')
  const against = (expected: LegalCase['expect'], decides: LegalCase['decides'] = first.decides) =>
    mismatches({ ...first, expect: expected, decides }, outcome.assessment)
  const norm = outcome.assessment.measures.find((measure) => measure.proposed)?.norm ?? ''

  test('lists every mismatch at once', () => {
    expect(
      against(
        {
          findings: { 'fireworks/no-such-rule': 'violation' },
          norms: ['no/norm'],
          notProposed: [{ norm }],
          absent: [norm],
          measures: [{ norm, kind: 'closure' }],
          noMeasures: [{ norm }],
          actions: [{ template: 'no-such-task', assignee: null }],
          questions: ['no.fact'],
          editionChoices: [{ norm, outcome: 'same' }],
          concurrence: [{ kind: 'detention-cap' }],
          circumstances: [{ circumstance: 'none', state: 'open' }],
          pending: [{ topic: 'kind-order' }],
        },
        [{ instrument: 'fireworks-regulation', article: '1', edition: '2016' }],
      ).map((line) => line.slice(0, 2)),
    ).toEqual(expect.arrayContaining(['认定', '规范', '措施', '任务', '问题', '从旧', '竞合', '情节', '待定', '依据']))
  })

  test('reports what was not to be there', () => {
    const [question] = outcome.assessment.questions
    const [circumstance] = outcome.assessment.circumstances
    if (question === undefined || circumstance === undefined) throw new Error('the first case leaves nothing open')
    expect(against({ noQuestions: [question.fact], noCircumstances: [circumstance.circumstance], noPending: ['kind-order'] })).toEqual([
      `问题：不应有 ${question.fact}`,
      `情节：不应有 ${circumstance.circumstance}`,
    ])
  })

  test('takes lists as sets and ignores what is not expected', () => {
    expect(meets({ a: [1, 2] }, { a: [2, 1], b: 3 })).toBe(true)
    expect(meets({ a: [1] }, { a: [1, 2] })).toBe(false)
    expect(meets({ a: null }, { a: undefined })).toBe(false)
  })

  test('a case that expects nothing is refused', () => {
    expect(legalCasesSchema.safeParse({ area: '空', cases: [{ ...first, expect: {} }] }).success).toBe(false)
  })
})
