/** What must be true of every assessment: all cases, found by every kind of organ, with and without the plans. */
import { assess, type Explanation, explain } from '@hegui/engine'
import { type Assessment, assessmentSchema } from '@hegui/model'
import { lawPack } from '@hegui/pack-law'
import { expect, test } from 'vitest'
import { allCases, allPlans, recordOf, rules } from './support/shipped.js'

const { organs, norms, instruments } = rules.catalogue
const inspectors = [...lawPack.organs.map((organ) => organ.id), null]
const planSets: readonly (readonly string[])[] = [...allPlans.map((plan) => [plan.id]), []]

const samples: readonly (readonly [name: string, assessment: Assessment])[] = allCases.map((placed, index) => {
  const inspectedBy = inspectors[index % inspectors.length] ?? null
  const record = { ...recordOf(placed), inspectedBy, plans: [...(planSets[index % planSets.length] ?? [])] }
  const result = assess(record, rules)
  if (!result.ok) throw new Error(`${placed.rule} ${placed.case.name}: ${result.problems[0]?.message ?? ''}`)
  return [`${placed.rule} ${placed.case.name} ${String(inspectedBy)}`, result.assessment]
})
const everyMeasure = samples.flatMap(([name, assessment]) => assessment.measures.map((measure) => ({ name, measure })))
const everyAction = samples.flatMap(([name, assessment]) => assessment.actions.map((action) => ({ name, action, assessment })))
const powersOf = (id: string) => organs.get(id)?.may.map((power) => power.kind) ?? []

test('the samples hold measures of every backing, and actions', () => {
  expect([...new Set(everyMeasure.map(({ measure }) => measure.backing))].sort()).toEqual(['internal', 'statutory', 'unbacked', 'unverified'])
  expect(everyAction.length).toBeGreaterThan(500)
})

test('an assessment has the published shape', () => {
  for (const [name, assessment] of samples) expect([name, assessmentSchema.safeParse(assessment).error?.issues ?? []]).toEqual([name, []])
})

test('every authority has the power of the measure it is named for', () => {
  expect(
    everyMeasure
      .filter(({ measure }) => measure.authority.some((id) => !powersOf(id).includes(measure.kind)))
      .map(({ name, measure }) => `${name} ${measure.id}`),
  ).toEqual([])
})

test('a village, a township or a unit is named for internal work only', () => {
  const low = everyMeasure.filter(({ measure }) => measure.authority.some((id) => ['village', 'township', 'unit'].includes(organs.get(id)?.level ?? '')))
  expect([...new Set(low.map(({ measure }) => measure.backing))]).toEqual(['internal'])
})

test('detention belongs to the police alone', () => {
  for (const { measure } of everyMeasure.filter((each) => each.measure.kind === 'detention' && each.measure.norm !== undefined))
    expect(measure.authority).toEqual(['public-security'])
})

test('what is proposed rests on a wording that was read, or is internal work; the rest says why not', () => {
  for (const { name, measure } of everyMeasure) {
    const status =
      measure.norm === undefined ? undefined : norms.get(measure.norm)?.editions.find((edition) => edition.edition === measure.edition)?.verification.status
    expect([name, measure.id, measure.proposed]).toEqual([
      name,
      measure.id,
      measure.backing === 'internal' || (status === 'primary-text' && measure.withheldBy === undefined),
    ])
    if (!measure.proposed) expect((measure.reason ?? '').length).toBeGreaterThan(0)
  }
})

test('no plan is the basis of a statutory measure', () => {
  const binding = ['law', 'administrative-regulation', 'departmental-rule', 'local-regulation', 'local-government-rule', 'judicial-interpretation']
  for (const { name, measure } of everyMeasure.filter((each) => each.measure.backing === 'statutory')) {
    const instrument = instruments.get((measure.norm ?? '').split('/')[0] ?? '')
    expect([name, measure.norm, binding.includes(instrument?.kind ?? '')]).toEqual([name, measure.norm, true])
    expect(measure.article).toBeDefined()
    if (instrument?.kind === 'judicial-interpretation') expect(measure.kind).toBe('criminal-referral')
  }
})

test('an action goes to an organ that may do it', () => {
  for (const { name, action, assessment } of everyAction) {
    const template = rules.catalogue.actions.find((each) => each.id === action.template)
    if (template?.kind !== undefined && action.assignee !== null)
      expect([name, action.id, powersOf(action.assignee)]).toEqual([name, action.id, expect.arrayContaining([template.kind])])
    if (template?.assignee !== 'authority' || action.assignee === null) continue
    const carried = assessment.measures.filter((measure) => action.measures.includes(measure.id))
    const own = carried.filter((measure) => measure.authority.includes(action.assignee as string))
    expect([name, action.id, template.follows.perConduct === true ? own.length > 0 : own.length === carried.length]).toEqual([name, action.id, true])
  }
})

test('a village or a township is given nothing to do but to dissuade, to report, to tell of aid and to trace', () => {
  const given = everyAction
    .filter(({ action }) => ['village', 'township', 'unit'].includes(organs.get(action.assignee ?? '')?.level ?? ''))
    .map(({ action }) => action.template)
  expect(given.length).toBeGreaterThan(100)
  expect([...new Set(given)].filter((template) => !['persuade-and-report', 'report-to-competent-organ', 'tell-of-aid', 'trace'].includes(template))).toEqual([])
})

const withoutProposal = new Set(
  rules.catalogue.actions.filter((template) => template.follows.lacksPower === true || template.follows.unverified === true).map((template) => template.id),
)

test('the measures of an action exist and were proposed, save what is only reported or looked up', () => {
  for (const { action, assessment } of everyAction) {
    for (const id of action.measures) {
      const measure = assessment.measures.find((each) => each.id === id)
      expect(measure === undefined ? 'missing' : measure.proposed || withoutProposal.has(action.template)).toBe(true)
    }
  }
})

test('what is firm waits for nothing, what is provisional says for what', () => {
  for (const { measure } of everyMeasure) expect(measure.status).toBe(measure.subjectTo.length === 0 ? 'firm' : 'provisional')
})

test('a penalty is firm only where every circumstance that could withdraw it is known', () => {
  for (const { measure } of everyMeasure.filter(
    (each) =>
      each.measure.norm !== undefined && ['fine', 'confiscation', 'detention', 'warning', 'licence-revocation', 'suspension'].includes(each.measure.kind),
  )) {
    const withdrawing = measure.circumstances.filter((each) => each.state === 'open' && ['no-penalty', 'time-barred'].includes(each.effect))
    for (const { circumstance } of withdrawing) expect(measure.subjectTo).toContainEqual({ kind: 'circumstance', circumstance })
    if (measure.status === 'firm') expect(withdrawing).toEqual([])
  }
})

test('a question is about a fact that a person can be asked, and that is unknown', () => {
  for (const [name, assessment] of samples) {
    for (const question of assessment.questions) {
      const fact = rules.vocabulary.facts.get(question.fact)
      expect([name, question.fact, fact?.scope === 'limit', question.question.length > 0, question.evidence.length > 0]).toEqual([
        name,
        question.fact,
        false,
        true,
        true,
      ])
      expect(question.rules.length + question.measures.length).toBeGreaterThan(0)
    }
  }
})

test('whatever a finding or a measure lacks is asked, or its guard is', () => {
  for (const [name, assessment] of samples) {
    const open = assessment.findings.filter((finding) => finding.canViolate === true && finding.missing.length > 0)
    for (const finding of open) {
      const asked = assessment.questions.some((question) => question.rules.includes(finding.rule))
      expect([name, finding.id, asked]).toEqual([name, finding.id, true])
    }
    // What waits for the outcome of a referral is not asked about yet.
    for (const measure of assessment.measures.filter((each) => each.withheldBy === undefined && each.subjectTo.some((subject) => subject.kind === 'fact'))) {
      expect([name, measure.id, assessment.questions.some((question) => question.measures.includes(measure.id))]).toEqual([name, measure.id, true])
    }
  }
})

test('every chain ends in what it explains, and a measure’s runs through its article', () => {
  for (const { name, measure } of everyMeasure) {
    expect([name, measure.chain.at(-1)]).toEqual([name, { step: 'measure', id: measure.id }])
    if (measure.norm !== undefined)
      expect(measure.chain.map((link) => link.id)).toContain(`${measure.norm.split('/')[0]}/${measure.article}@${measure.edition}`)
  }
})

test('a cited article is one that was entered, in the edition that is named', () => {
  const bad = new Set<string>()
  for (const [, assessment] of samples) {
    for (const { instrument: id, article, edition, read } of [
      ...assessment.findings.flatMap((finding) => finding.articles),
      ...assessment.actions.flatMap((action) => action.basis),
    ]) {
      const instrument = instruments.get(id)
      const entered = [...(instrument?.provisions ?? []), ...(instrument?.norms ?? []).flatMap((norm) => norm.editions)].filter(
        (each) => each.article === article,
      )
      const there = edition === null ? entered.length > 0 : instrument?.editions.some((each) => each.id === edition)
      if (there !== true || (read && !entered.some((each) => each.edition === edition && each.verification.status === 'primary-text')))
        bad.add(`${id} ${article}@${String(edition)}`)
      // An edition that was read and does not have the article is no edition to cite it in.
      if (edition !== null && instrument?.editions.find((each) => each.id === edition)?.read === true && !entered.some((each) => each.edition === edition))
        bad.add(`${id} ${article}@${edition} is not in that edition`)
    }
  }
  expect([...bad]).toEqual([])
})

test('a rule does not rest on the regulation of another region', () => {
  for (const [index, [name, assessment]] of samples.entries()) {
    const region = allCases[index]?.case.region
    const elsewhere = assessment.findings
      .flatMap((finding) => finding.articles)
      .filter((article) => {
        const of = instruments.get(article.instrument)?.region
        return of !== undefined && region !== undefined && !region.startsWith(of.replace(/(00)+$/, ''))
      })
    expect([name, elsewhere]).toEqual([name, []])
  }
})

test('an explanation equals the decision for every rule that may govern the conduct', () => {
  const truthOf = (explanation: Explanation): string => explanation.truth
  for (const placed of allCases.filter((_, index) => index % 60 === 0)) {
    const record = recordOf(placed)
    const result = assess(record, rules)
    if (!result.ok) throw new Error('not assessed')
    for (const finding of result.assessment.findings) {
      const explained = explain(record, rules, { rule: finding.rule })
      if (!explained.ok) throw new Error('not explained')
      const { editions } = explained.explanation
      if (editions.length !== 1 || placed.case.date === null || editions[0] === undefined) continue
      const [applies, violated] = [truthOf(editions[0].appliesWhen), truthOf(editions[0].violatedWhen)]
      const expected =
        applies === 'fails'
          ? 'not-applicable'
          : applies === 'unknown' || violated === 'unknown'
            ? 'undetermined'
            : violated === 'holds'
              ? 'violation'
              : 'compliant'
      expect([finding.id, finding.verdict, finding.verdict === 'undetermined' ? finding.canViolate : undefined]).toEqual([
        finding.id,
        expected,
        expected === 'undetermined' ? violated !== 'fails' : undefined,
      ])
    }
  }
})
