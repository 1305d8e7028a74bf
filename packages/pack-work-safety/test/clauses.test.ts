/** The plans clause by clause: nothing of the source texts is forgotten, nothing of a plan stands outside its clauses. */
import { readdirSync, readFileSync } from 'node:fs'
import { encodingsOf, type Plan } from '@hegui/model'
import { lawPack } from '@hegui/pack-law'
import { workSafetyPack } from '@hegui/pack-work-safety'
import { describe, expect, test } from 'vitest'
import { rules } from './support/cases.js'

interface SourceClause {
  readonly instrument: string
  readonly clause: string
  readonly kinds: readonly string[]
}
/** One list a source text: `clauses.json`, or `clauses-NAME.json`. */
const folder = new URL('../plans/', import.meta.url)
const source = readdirSync(folder)
  .filter((name) => /^clauses(?:-[\w-]+)?\.json$/.test(name))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { readonly clauses: readonly SourceClause[] }).clauses)
const { plans } = workSafetyPack

const itemsOf = (plan: Plan) => ({
  measure: plan.measures,
  focus: plan.focus,
  stage: plan.stages,
  duty: plan.duties,
  target: plan.targets,
  statistic: plan.statistics ?? [],
  accountability: plan.accountability,
  role: plan.roles,
})

test('the lists of clauses and the plans name the same instruments', () => {
  expect(plans.length).toBeGreaterThan(0)
  expect([...new Set(source.map((each) => each.instrument))].sort()).toEqual(plans.map((plan) => plan.id).sort())
})

describe.each(plans.map((plan) => [plan.id, plan] as const))('%s', (_, plan) => {
  test('has the clauses of the source text: same ids, same kinds, same order', () => {
    expect(plan.clauses.map(({ id, kinds }) => [id, kinds])).toEqual(
      source.filter((each) => each.instrument === plan.id).map(({ clause, kinds }) => [clause, kinds]),
    )
  })

  test.each(plan.clauses.map((clause) => [clause.id, clause] as const))('%s is encoded in every kind it has, or says why not', (_id, clause) => {
    for (const kind of clause.kinds) {
      const encoded = clause.encodings.some((encoding) => encodingsOf[kind].includes(encoding.as))
      const explained = (clause.notEncoded ?? []).some((reason) => reason.kind === kind)
      expect([kind, encoded || explained]).toEqual([kind, true])
    }
    for (const reason of clause.notEncoded ?? []) {
      expect(clause.kinds).toContain(reason.kind)
      // A narrative says so itself; whatever else is left out names the row of plan-vs-law that says why.
      if (reason.reason !== 'narrative') expect(reason.note).toMatch(/plan-vs-law [A-H]\d*/)
    }
  })

  test('names only what it has, and has nothing that no clause names', () => {
    const encodings = plan.clauses.flatMap((clause) => clause.encodings)
    const named = [...new Set(encodings.filter(({ as }) => as !== 'rule').map(({ as, id }) => `${as} ${id}`))].sort()
    const had = Object.entries(itemsOf(plan)).flatMap(([as, items]) => items.map((item) => `${as} ${item.id}`))
    expect(named).toEqual(had.sort())
    expect(encodings.filter(({ as, id }) => as === 'rule' && !rules.catalogue.rules.has(id)).map(({ id }) => id)).toEqual([])
    expect(plan.measures.filter(({ group }) => group !== undefined && plan.groups?.some((each) => each.id === group) !== true)).toEqual([])
  })

  test('and the rules name each other', () => {
    const fromClauses = plan.clauses.flatMap((clause) => clause.encodings.filter(({ as }) => as === 'rule').map(({ id }) => `${id} ${clause.id}`))
    const fromRules = workSafetyPack.rules.flatMap((rule) =>
      rule.basis.flatMap((basis) => (basis.clause === undefined || basis.instrument !== plan.id ? [] : [`${rule.id} ${basis.clause}`])),
    )
    // A rule of another pack cannot name a plan of this one: packs do not import each other.
    const own = new Set(workSafetyPack.rules.map((rule) => rule.id))
    expect([...new Set(fromRules)].sort()).toEqual([...new Set(fromClauses)].filter((line) => own.has(line.slice(0, line.indexOf(' ')))).sort())
  })

  test('cites articles that stand on file, in the edition it names', () => {
    const instruments = new Map(lawPack.instruments.map((each) => [each.id, each]))
    const bases = [
      ...plan.clauses.flatMap((clause) => [...(clause.legal?.basis ?? []), ...(clause.legal?.parts ?? []).flatMap((part) => part.basis)]),
      ...plan.measures.flatMap((measure) => [...(measure.internal?.basis ?? []), ...(measure.whenNone.basis ?? [])]),
      ...plan.accountability.flatMap((each) => each.basis ?? []),
    ]
    const missing = bases.filter((basis) => {
      const found = instruments.get(basis.instrument)
      return ![...(found?.provisions ?? []), ...(found?.norms ?? []).flatMap((norm) => norm.editions)].some(
        (each) => each.article === basis.article && (basis.edition === undefined || each.edition === basis.edition),
      )
    })
    expect(missing.map((basis) => `${basis.instrument} ${basis.article} ${basis.edition ?? ''}`)).toEqual([])
  })
})
