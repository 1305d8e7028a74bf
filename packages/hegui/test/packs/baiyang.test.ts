/** The plan: nothing in the source text is forgotten, nothing it names is missing, and no amount stands behind smoking meat. */
import { readFileSync } from 'node:fs'
import { assess, openFocus } from '@hegui/engine'
import { encodingsOf, type InspectionRecord } from '@hegui/model'
import { airQualityPack } from '@hegui/pack-air-quality'
import { describe, expect, test } from 'vitest'
import { rules } from './support/shipped.js'
import { leavesIn } from './support/walk.js'

interface SourceClause {
  readonly instrument: string
  readonly clause: string
  readonly kinds: readonly string[]
}
const source = (
  JSON.parse(readFileSync(new URL('../../../pack-air-quality/plans/clauses.json', import.meta.url), 'utf8')) as { readonly clauses: readonly SourceClause[] }
).clauses
const [plan, ...others] = airQualityPack.plans
if (plan === undefined || others.length > 0) throw new Error('one plan expected')

describe('the clauses of the plan', () => {
  test('are those of the source text: same ids, same kinds, same order', () => {
    expect(plan.clauses.map(({ id, kinds }) => [plan.id, id, kinds])).toEqual(source.map(({ instrument, clause, kinds }) => [instrument, clause, kinds]))
  })

  test.each(plan.clauses.map((clause) => [clause.id, clause] as const))('%s is encoded in every kind it has, or says why not', (_, clause) => {
    for (const kind of clause.kinds) {
      const encoded = clause.encodings.some((encoding) => encodingsOf[kind].includes(encoding.as))
      const explained = (clause.notEncoded ?? []).some((reason) => reason.kind === kind)
      expect([kind, encoded || explained]).toEqual([kind, true])
    }
  })

  test('say how each prohibited behaviour stands to the law, with the row of the review', () => {
    for (const clause of plan.clauses.filter(({ kinds }) => kinds.includes('P'))) expect(clause.legal?.note).toMatch(/plan-vs-law [A-H]/)
  })

  test('cite what stands on file', () => {
    const entered = (instrument: string, article: string): boolean => {
      const found = rules.catalogue.instruments.get(instrument)
      return [...(found?.provisions ?? []), ...(found?.norms ?? []).flatMap((norm) => norm.editions)].some((each) => each.article === article)
    }
    const bases = [
      ...plan.clauses.flatMap((clause) => clause.legal?.basis ?? []),
      ...plan.measures.flatMap((measure) => [...(measure.internal?.basis ?? []), ...(measure.whenNone.basis ?? [])]),
      ...plan.accountability.flatMap((each) => each.basis ?? []),
    ]
    expect(bases.filter(({ instrument, article }) => !entered(instrument, article))).toEqual([])
    expect(bases.length).toBeGreaterThan(20)
  })

  test('name every item of the plan', () => {
    const named = new Set(plan.clauses.flatMap((clause) => clause.encodings.map(({ as, id }) => `${as} ${id}`)))
    const items = [
      ...plan.measures.map(({ id }) => `measure ${id}`),
      ...plan.stages.map(({ id }) => `stage ${id}`),
      ...plan.focus.map(({ id }) => `focus ${id}`),
      ...plan.duties.map(({ id }) => `duty ${id}`),
      ...plan.targets.map(({ id }) => `target ${id}`),
      ...plan.accountability.map(({ id }) => `accountability ${id}`),
      ...plan.roles.map(({ id }) => `role ${id}`),
    ]
    expect(items.filter((item) => !named.has(item))).toEqual([])
  })

  test('are named by the rules only where the plan names the rule', () => {
    const named = new Set(plan.clauses.flatMap((clause) => clause.encodings.filter(({ as }) => as === 'rule').map(({ id }) => `${id} ${clause.id}`)))
    const citing = airQualityPack.rules.flatMap((rule) => rule.basis.filter((basis) => basis.clause !== undefined).map((basis) => `${rule.id} ${basis.clause}`))
    expect(citing.filter((each) => !named.has(each))).toEqual([])
    expect(citing.length).toBeGreaterThan(0)
  })
})

test('steps dated before the plan was made are flagged', () => {
  const early = plan.stages.filter((stage) => plan.issuedOn !== null && stage.from < plan.issuedOn)
  expect(early.map((stage) => stage.id)).toEqual(['publicity', 'search'])
  for (const { id } of early) {
    const clause = plan.clauses.find((each) => each.encodings.some((encoding) => encoding.as === 'stage' && encoding.id === id))
    expect(clause?.flags?.join('')).toContain('早于方案成文的2019-11-22')
  }
  expect(plan.clauses.find((each) => each.id === '4.3')?.flags?.join('')).toContain('闰年')
})

test.each([
  ['2020-01-23', []],
  ['2020-01-24', ['new-years-eve']],
  ['2020-01-25', ['spring-festival']],
  ['2020-01-26', []],
])('of New Year’s Eve and the Spring Festival, open on %s: %j', (day, expected) => {
  const festivals = openFocus(plan, day).map(({ focus }) => focus)
  expect(festivals.filter((focus) => focus === 'new-years-eve' || focus === 'spring-festival')).toEqual(expected)
})

const smoking = (date: string): InspectionRecord => ({
  id: 'smoking',
  inspectedOn: date,
  decidedOn: date,
  region: '500238',
  inspectedBy: 'subdistrict-office',
  plans: [plan.id],
  conducts: [
    { id: 'c', date, facts: { 'conduct.activity': 'meat-smoking', 'smoking.managedZone': true, 'smoking.centralSite': false, 'party.kind': 'individual' } },
  ],
})

test('smoking meat outside the central site is guided, never fined', () => {
  const result = assess(smoking('2020-01-10'), rules)
  if (!result.ok) throw new Error('the record was refused')
  const { findings, measures, planItems } = result.assessment
  expect(findings.filter((each) => each.verdict === 'violation').map((each) => each.rule)).toEqual(['air-quality/smoking-meat-outside-central-site'])
  expect(measures.map(({ kind, backing }) => [kind, backing])).toEqual([['persuasion', 'internal']])
  expect(planItems.map((item) => [item.measure, item.state])).toContainEqual(['guide-to-central-site', 'internal'])
})

test('no norm of the smoking articles gives an amount: they were not read', () => {
  const instrument = rules.catalogue.instruments.get('chongqing-air-regulation')
  expect(instrument?.norms).toEqual([])
  expect(instrument?.editions.map((edition) => edition.read)).toEqual([false])
  const rule = airQualityPack.rules.find((each) => each.id === 'air-quality/smoking-meat-outside-central-site')
  expect(rule?.norms).toEqual([])
})

test('each of the nine places to watch for spoil is a rule of its own, which asks for that place alone', () => {
  const places = rules.vocabulary.facts.get('waste.watchedPlaces')?.values?.map((each) => each.value) ?? []
  expect(places.length).toBe(9)
  const asked = airQualityPack.rules.flatMap((rule) =>
    leavesIn(rule.appliesWhen)
      .filter((leaf) => leaf.fact === 'waste.watchedPlaces')
      .map((leaf) => [rule.id, leaf.operator, leaf.value]),
  )
  expect(asked).toEqual([...places].sort().map((place) => [`air-quality/spoil-dumped-${place}`, 'contains', place]))
})
