/** Circumstances and principles: every case through the engine, and every citation against what was read. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { articleKey, type Basis, type CircumstanceCases, type Condition, checkRecord, circumstanceCasesSchema, type InspectionRecord } from '@hegui/model'
import { lawPack } from '@hegui/pack-law'
import { describe, expect, test } from 'vitest'
import { circumstanceConditions, circumstancesOf } from '../../engine/src/circumstances/circumstances.js'
import { evaluate } from '../../engine/src/conditions/evaluate.js'
import { collectFacts, spanOf } from '../../engine/src/facts/collect.js'
import { createRuleset } from '../../engine/src/ruleset/ruleset.js'

const folder = fileURLToPath(new URL('../circumstances/', import.meta.url))
const files: readonly CircumstanceCases[] = readdirSync(folder)
  .sort()
  .map((id) => circumstanceCasesSchema.parse(JSON.parse(readFileSync(`${folder}${id}/cases.json`, 'utf8'))))

const made = createRuleset([lawPack])
if (!made.ok) throw new Error(made.problems.map((found) => found.message).join('\n'))
const rules = made.ruleset
const circumstances = new Map(lawPack.circumstances.map((each) => [each.id, each] as const))

type Case = CircumstanceCases['cases'][number]

const recordOf = ({ date, inspectedOn = date, decidedOn = inspectedOn, facts }: Case): InspectionRecord & { decidedOn: string } => ({
  id: 'case',
  inspectedOn,
  decidedOn,
  conducts: [{ id: 'c', date, facts }],
})

function outcomeOf(id: string, each: Case) {
  const record = recordOf(each)
  const { decidedOn, conducts } = record
  const [conduct] = conducts
  if (conduct === undefined) throw new Error('no conduct')
  const span = spanOf(conduct, decidedOn)
  const facts = collectFacts(record, conduct, span, rules.vocabulary.facts.values(), decidedOn)
  const context = { conduct: conduct.id, facts, span, ruleset: rules, plans: new Set<string>() }
  const announced = new Set(circumstanceConditions({ context, decidedOn }))
  const ask = (condition: Condition) => {
    if (!announced.has(condition)) throw new Error('a condition that was not announced')
    return evaluate(rules.form(condition), facts)
  }
  const found = circumstancesOf({ context, decidedOn, ask }).find(({ circumstance }) => circumstance.id === id)
  if (found === undefined) return { state: 'not-established', effect: undefined, missing: [] }
  return { state: found.state, effect: found.edition.effect, missing: [...found.missing].sort() }
}

test('the pack checks without error or warning about circumstances or principles', () => {
  expect(made.problems.filter((found) => ['circumstances', 'principles', 'facts'].includes(String(found.path[1])))).toEqual([])
})

test('every circumstance has one file of cases', () => {
  expect(files.map((file) => file.circumstance)).toEqual([...circumstances.keys()].sort())
})

describe.each(files.map((file) => [file.circumstance, file.cases] as const))('%s', (id, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    expect(checkRecord(recordOf(each), rules.vocabulary, rules.catalogue)).toEqual([])
    const { state, effect, missing } = each.expect
    const outcome = outcomeOf(id, each)
    expect({ ...outcome, effect: effect === undefined ? undefined : outcome.effect, missing: missing === undefined ? undefined : outcome.missing }).toEqual({
      state,
      effect,
      missing: missing === undefined ? undefined : [...missing].sort(),
    })
  })

  test('has cases that establish it, that do not, and where nobody knows', () => {
    const unknown = circumstances.get(id)?.burden === 'party' ? 'not-shown' : 'open'
    expect(new Set(cases.map((each) => each.expect.state))).toEqual(new Set(['established', 'not-established', unknown]))
  })

  test('has an established case that names the effect, and an unknown one that names what is missing', () => {
    expect(cases.some((each) => each.expect.state === 'established' && each.expect.effect !== undefined)).toBe(true)
    expect(cases.some((each) => ['open', 'not-shown'].includes(each.expect.state) && each.expect.missing !== undefined)).toBe(true)
  })

  test('is tried on the first day of every edition', () => {
    const turns = (circumstances.get(id)?.editions ?? []).flatMap(({ inForce }) => inForce.from ?? [])
    const tried = new Set(cases.flatMap(({ date, inspectedOn = date, decidedOn = inspectedOn }) => [date, decidedOn]))
    expect(turns.filter((day) => !tried.has(day))).toEqual([])
  })

  test('no two cases have the same name', () => {
    const names = cases.map((each) => each.name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })
})

/** The editions of the instrument that the citing edition reaches: the named one, else all during it. */
function unread(basis: Basis, inForce: { readonly from: string | null; readonly to?: string | null | undefined }): readonly string[] {
  const editions = rules.catalogue.instruments.get(basis.instrument)?.editions ?? []
  const during = editions.filter(({ inForce: own }) => (own.from ?? '') <= (inForce.to ?? '9999') && (inForce.from ?? '') <= (own.to ?? '9999'))
  const cited = basis.edition === undefined ? during : during.filter((each) => each.id === basis.edition)
  if (cited.length === 0) return [`${basis.instrument} ${basis.article}: no edition`]
  return cited.map((each) => articleKey(basis.instrument, each.id, basis.article)).filter((key) => !rules.catalogue.articlesRead.has(key))
}

const general = [
  ...lawPack.circumstances.map((each) => [each.id, each.editions.map((edition) => ({ ...edition, basis: [edition.basis] }))] as const),
  ...lawPack.principles.map((each) => [each.id, each.editions] as const),
]

test.each(general)('%s cites what was read in the wording of every edition it covers', (_, editions) => {
  const read = editions.filter((edition) => edition.verification.status === 'primary-text')
  expect(read).not.toEqual([])
  for (const { basis, inForce } of read) expect(basis.flatMap((each) => unread(each, inForce))).toEqual([])
})

test('no circumstance asks about origin, migration, household register or ethnicity, and the past only as penalty records', () => {
  const asked = lawPack.facts.filter((fact) => fact.id.startsWith('party.'))
  expect(asked.filter((fact) => /户籍|民族|籍贯|返乡|流动|前科/.test(`${fact.title}${fact.question ?? ''}`))).toEqual([])
  const past = asked.filter((fact) => /Offence|Penalties/.test(fact.id))
  expect(past.length).toBeGreaterThan(0)
  for (const fact of past) expect([fact.id, fact.evidence]).toEqual([fact.id, ['处罚记录查询结果']])
})

test('only what the law lets the party show is for the party to show', () => {
  expect(lawPack.circumstances.filter((each) => each.burden === 'party').map((each) => each.id)).toEqual(['no-subjective-fault'])
  expect(lawPack.facts.filter((fact) => fact.proof === 'party').map((fact) => fact.id)).toEqual(['circumstance.noFaultShown'])
})
