/** Kept words change nothing: the bytes are those of `JSON.stringify`, whatever was written before. */
import { assess } from '@hegui/engine'
import type { Assessment, Finding } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedRuleset } from '../packs.js'
import { assessmentLines } from './assessment-lines.js'

const ruleset = shippedRuleset()
const written = (value: unknown): string => `${JSON.stringify(value)}\n`
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Of a conduct of any name, of which a record knows only plain ones. */
function assessed(name: string, date: string | null, region: string): Assessment {
  const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
  const record = { id: `R-${date}`, inspectedOn: '2023-01-12', region, conducts: [{ id: 'c1', ...(date === null ? {} : { date }), facts }] }
  const result = assess(record, ruleset)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  const { assessment } = result
  return { ...assessment, findings: assessment.findings.map((finding) => ({ ...finding, id: `${name}:${finding.rule}`, conduct: name })) }
}

describe('lines of assessments', () => {
  test('are what JSON.stringify writes, for any conduct, day and place, in any order', () => {
    const id = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), fc.constantFrom('c1', '店"一"', '\\', '\ud800', '😀', ':', '","conduct":"'))
    const day = fc.constantFrom(null, '2009-05-31', '2009-06-01', '2016-02-06', '2023-01-11', '2023-01-12')
    const one = fc.tuple(id, day, fc.constantFrom('500241', '360733', '110101'))
    const lines = assessmentLines()
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), (conducts) => {
        const all = conducts.map((each) => assessed(...each))
        for (const each of all) lines.add(each)
        expect(text(lines.taken()) === all.map(written).join('')).toBe(true)
      }),
      { numRuns: 60 },
    )
    expect(lines.taken()).toHaveLength(0)
  })

  test('say what differs between findings that are alike in all the rest', () => {
    const assessment = assessed('c1', '2023-01-12', '500241')
    const plain = assessment.findings.find(({ verdict, clauses }) => verdict === 'not-applicable' && clauses.length > 0) as Finding
    const alike: readonly Finding[] = [
      plain,
      { ...plain, title: '别的' },
      { ...plain, revision: plain.revision + 1 },
      { ...plain, weight: plain.weight === 'minor' ? 'serious' : 'minor' },
      { ...plain, clauses: [] },
      { ...plain, clauses: plain.clauses.map((each) => ({ ...each, clause: `${each.clause}-2` })) },
      { ...plain, verdict: 'errored', error: '坏了' },
      { ...plain, missing: ['licence.status'] },
      { ...plain, conduct: 'c2', id: `c2:${plain.rule}` },
    ]
    const lines = assessmentLines()
    for (const findings of [alike, [...alike].reverse(), [], [plain]]) {
      lines.add({ ...assessment, findings })
      expect(text(lines.taken())).toBe(written({ ...assessment, findings }))
    }
  })

  test.each<[string, (finding: Finding) => Finding]>([
    ['an id of its own', (finding) => ({ ...finding, id: 'named-otherwise' })],
    ['another order', (finding) => Object.fromEntries(Object.entries(finding).reverse()) as never],
  ])('are whole where findings are not written as usual: %s', (_, otherwise) => {
    const assessment = assessed('c1', '2023-01-12', '500241')
    const findings = assessment.findings.map(otherwise)
    const lines = assessmentLines()
    lines.add({ ...assessment, findings })
    expect(text(lines.taken()) === written({ ...assessment, findings })).toBe(true)
  })

  test('have other members after those of the assessment, and none that are undefined', () => {
    const assessment = assessed('c1', '2023-01-12', '500241')
    const lines = assessmentLines()
    lines.add(assessment, { explanations: [{ rule: '甲' }] })
    lines.add(assessment, { explanations: undefined })
    expect(text(lines.taken())).toBe(written({ ...assessment, explanations: [{ rule: '甲' }] }) + written(assessment))
  })
})
