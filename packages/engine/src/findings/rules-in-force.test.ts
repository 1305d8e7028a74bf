import type { Assessment, Instrument, Rule } from '@hegui/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessed, pack, record, rule, ruleset, testLaw } from '../../test/support/builders.js'

const whole = testLaw([])
const [edition, provision] = [whole.editions[0] as Instrument['editions'][number], whole.provisions[0] as Instrument['provisions'][number]]
const periods = { first: { from: '2005-03-01', to: '2015-06-30' }, second: { from: '2015-07-01' } }
const law: Instrument = {
  ...whole,
  editions: Object.entries(periods).map(([id, inForce]) => ({ ...edition, id, inForce })),
  provisions: Object.entries(periods).map(([id, inForce]) => ({ ...provision, edition: id, inForce })),
}
const revisions: readonly Rule[] = [
  rule('old', { inForce: { from: null, to: '2010-12-31' } }),
  rule('old', { revision: 2, inForce: { from: '2011-01-01', to: '2020-01-31' } }),
  rule('last', { inForce: { from: '2000-01-01', to: '2100-12-31' } }),
]
const book = () => ruleset(pack({ instruments: [law], rules: revisions }))
const on = (date: string) => record({ date, facts: { 'test.a': true, 'test.v': true } }, { inspectedOn: date, region: '500241' })

const days = ['2005-02-28', '2005-03-01', '2010-12-31', '2011-01-01', '2015-06-30', '2015-07-01', '2020-01-31', '2020-02-01', '2100-12-31']

test('in whatever order the days come, each is assessed as if it came first', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...days), { minLength: 2, maxLength: 12 }), (asked) => {
      const shared = book()
      for (const day of asked) expect(assessed(on(day), shared).findings).toEqual(assessed(on(day), book()).findings)
    }),
    { numRuns: 40 },
  )
})

test('both ends of a period belong to it: what is in force differs where a period ends', () => {
  const shared = book()
  const found = (day: string): readonly string[] =>
    assessed(on(day), shared).findings.map(({ revision, verdict, articles }) => [revision, verdict, ...articles.map(({ edition }) => edition)].join(' '))
  expect(Object.fromEntries(days.map((day) => [day, found(day)]))).toMatchInlineSnapshot(`
    {
      "2005-02-28": [
        "1 violation",
        "1 violation",
      ],
      "2005-03-01": [
        "1 violation first",
        "1 violation first",
      ],
      "2010-12-31": [
        "1 violation first",
        "1 violation first",
      ],
      "2011-01-01": [
        "1 violation first",
        "2 violation first",
      ],
      "2015-06-30": [
        "1 violation first",
        "2 violation first",
      ],
      "2015-07-01": [
        "1 violation second",
        "2 violation second",
      ],
      "2020-01-31": [
        "1 violation second",
        "2 violation second",
      ],
      "2020-02-01": [
        "1 violation second",
        "2 not-applicable",
      ],
      "2100-12-31": [
        "1 violation second",
        "2 not-applicable",
      ],
    }
  `)
})

test('the last day of the calendar ends a rule like any other, the day of the conduct known or not', () => {
  const shared = book()
  const last = (value: Assessment): string | undefined => value.findings.find((finding) => finding.rule === 'test/last')?.verdict
  expect(last(assessed(on('2023-01-10'), shared))).toBe('violation')
  expect(last(assessed(record({ date: null, facts: { 'test.a': true, 'test.v': true } }), shared))).toBe('undetermined')
})

test('what is shared cannot be written to: one assessment does not change the next', () => {
  const shared = book()
  const [finding = expect.fail('no finding')] = assessed(on('2012-01-10'), shared).findings
  const again = () => JSON.stringify(assessed(on('2012-01-11'), shared).findings)
  const before = again()
  expect(() => Object.assign(finding.articles[0] ?? {}, { edition: 'forged' })).toThrow(TypeError)
  expect(() => Object.assign(finding.missing, ['forged'])).toThrow(TypeError)
  expect(again()).toBe(before)
})
