/** The catalogue: nothing in the source texts is forgotten, nothing cited is missing, nothing defined is idle. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { encodingsOf, instrumentOf, itemsByEncoding, type Plan } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { allRules, packs, allPlans as plans, rules } from './support/shipped.js'
import { conditionsOf, factsOfLeaf, factsUsed, leavesIn } from './support/walk.js'

interface SourceClause {
  readonly instrument: string
  readonly clause: string
  readonly kinds: readonly string[]
}
const packages = new URL('../../../', import.meta.url)
/** The clauses of the source texts, listed beside the plans that encode them. */
const source: readonly SourceClause[] = packs.flatMap((pack) => {
  const folder = new URL(`pack-${pack.id}/plans/`, packages)
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^clauses(?:-[\w-]+)?\.json$/.test(name))
    .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { readonly clauses: readonly SourceClause[] }).clauses)
})

describe('the clauses of the plans', () => {
  test('are those of the source texts: same ids, same kinds, same order', () => {
    for (const plan of plans)
      expect(plan.clauses.map(({ id, kinds }) => [id, kinds])).toEqual(
        source.filter((each) => each.instrument === plan.id).map(({ clause, kinds }) => [clause, kinds]),
      )
    expect([...new Set(source.map((each) => each.instrument))].sort()).toEqual(plans.map((plan) => plan.id).sort())
  })

  test.each(plans.flatMap((plan) => plan.clauses.map((clause) => [`${plan.id} ${clause.id}`, clause] as const)))(
    '%s is encoded in every kind it has, or says why not',
    (_, clause) => {
      for (const kind of clause.kinds) {
        const encoded = clause.encodings.some((encoding) => encodingsOf[kind].includes(encoding.as))
        const explained = (clause.notEncoded ?? []).some((reason) => reason.kind === kind)
        expect([kind, encoded || explained]).toEqual([kind, true])
      }
      for (const reason of clause.notEncoded ?? []) {
        expect(clause.kinds).toContain(reason.kind)
        expect(['narrative', 'person-targeting', 'no-legal-basis', 'undefined-in-text']).toContain(reason.reason)
        // A narrative says so itself; whatever else is left out names the row of plan-vs-law that says why.
        if (reason.reason !== 'narrative') expect(reason.note).toMatch(/plan-vs-law [A-H]\d*/)
        if (reason.kind === 'P') expect(reason.note).toMatch(/plan-vs-law [A-H]\d*/)
      }
    },
  )

  test('name only what their plan has', () => {
    const has = (plan: Plan, { as, id }: Plan['clauses'][number]['encodings'][number]): boolean =>
      as === 'rule' ? rules.catalogue.rules.has(id) : itemsByEncoding(plan)[as].some((item) => item.id === id)
    expect(
      plans.flatMap((plan) =>
        plan.clauses.flatMap((clause) => clause.encodings.filter((encoding) => !has(plan, encoding)).map(({ id }) => `${plan.id} ${clause.id} ${id}`)),
      ),
    ).toEqual([])
  })

  // A rule need not know the plans that count on it, such as one of another pack; the engine reads the plans too.
  test('take in every rule that cites them', () => {
    const fromClauses = plans.flatMap((plan) =>
      plan.clauses.flatMap((clause) =>
        clause.encodings.filter((encoding) => encoding.as === 'rule').map((encoding) => `${encoding.id} ${plan.id} ${clause.id}`),
      ),
    )
    const fromRules = allRules.flatMap((rule) =>
      rule.basis.flatMap((basis) => (basis.clause === undefined ? [] : [`${rule.id} ${basis.instrument} ${basis.clause}`])),
    )
    expect(fromRules.filter((each) => !fromClauses.includes(each))).toEqual([])
  })

  test('leave nothing of a plan without a clause', () => {
    for (const plan of plans) {
      const named = new Set(plan.clauses.flatMap((clause) => clause.encodings.map(({ as, id }) => `${as} ${id}`)))
      const items = Object.entries(itemsByEncoding(plan)).flatMap(([as, own]) => own.map((item) => `${as} ${item.id}`))
      expect(items.filter((item) => !named.has(item))).toEqual([])
      expect(plan.measures.filter((measure) => measure.group !== undefined && plan.groups?.some((group) => group.id === measure.group) !== true)).toEqual([])
    }
  })
})

describe('citations', () => {
  const entered = (instrument: string, article: string, edition?: string): boolean => {
    const found = rules.catalogue.instruments.get(instrument)
    return [...(found?.provisions ?? []), ...(found?.norms ?? []).flatMap((norm) => norm.editions)].some(
      (each) => each.article === article && (edition === undefined || each.edition === edition),
    )
  }

  test('of rules stand on file, in the edition they name', () => {
    expect(
      allRules.flatMap((rule) =>
        rule.basis.flatMap((basis) =>
          basis.article === undefined || entered(basis.instrument, basis.article, basis.edition) ? [] : [`${rule.id} ${basis.instrument} ${basis.article}`],
        ),
      ),
    ).toEqual([])
  })

  test('of a rule give an article for each norm that punishes', () => {
    const missing = allRules.flatMap((rule) =>
      rule.norms
        .filter((id) => {
          const editions = rules.catalogue.norms.get(id)?.editions ?? []
          // Article 0: the number was not found out, there is nothing to cite.
          const numbered = editions.some((edition) => edition.article !== '0')
          const punishes = ['administrative', 'public-security'].includes(rules.catalogue.norms.get(id)?.track ?? '')
          return (
            punishes &&
            numbered &&
            !rule.basis.some((basis) => basis.instrument === instrumentOf(id) && editions.some((edition) => edition.article === basis.article))
          )
        })
        .map((id) => `${rule.id} ${id}`),
    )
    expect(missing).toEqual([])
  })

  test('of plans, limits, powers, time limits and actions stand on file', () => {
    const bases = packs.flatMap((pack) => [
      ...pack.facts.flatMap((fact) => (fact.limit ?? []).map((edition) => edition.basis)),
      ...pack.organs.flatMap((organ) => organ.may.flatMap((power) => power.basis ?? [])),
      ...pack.timeLimits.flatMap((limit) => limit.editions.map((edition) => edition.basis)),
      ...pack.actions.flatMap((action) => action.basis),
      ...pack.plans.flatMap((plan) => [
        ...plan.clauses.flatMap((clause) => clause.legal?.basis ?? []),
        ...plan.measures.flatMap((measure) => [...(measure.internal?.basis ?? []), ...(measure.whenNone.basis ?? [])]),
        ...plan.accountability.flatMap((each) => [...(each.basis ?? []), ...each.consequence.flatMap((then) => then.basis ?? [])]),
      ]),
    ])
    expect(bases.filter((basis) => !entered(basis.instrument, basis.article)).map((basis) => `${basis.instrument} ${basis.article}`)).toEqual([])
  })

  test('of a plan give its clause', () => {
    expect(
      allRules.flatMap((rule) =>
        rule.basis
          .filter(
            (basis) =>
              basis.clause !== undefined && !plans.some((plan) => plan.id === basis.instrument && plan.clauses.some((clause) => clause.id === basis.clause)),
          )
          .map((basis) => `${rule.id} ${basis.clause}`),
      ),
    ).toEqual([])
  })
})

test('a rule that names a norm of an old law names what follows it', () => {
  const missing = allRules.flatMap((rule) => {
    const named = new Set(allRules.filter((each) => each.id === rule.id).flatMap((each) => each.norms))
    return rule.norms.flatMap((id) => {
      const after = rules.catalogue.norms.get(id)?.succession
      return after?.kind === 'replaced' ? after.by.filter((next) => !named.has(next)).map((next) => `${rule.id} ${id} → ${next}`) : []
    })
  })
  expect(missing).toEqual([])
})

describe('facts', () => {
  const defined = packs.flatMap((pack) => pack.facts.map((fact) => fact.id))

  test('are defined once', () => {
    expect(defined.filter((id, index) => defined.indexOf(id) !== index)).toEqual([])
  })

  test('are all used by a rule, a norm, a tier, a multiple, a route, a guard, a time limit, a trigger or a figure', () => {
    const used = factsUsed(packs)
    // The day picks the editions; what came of a referral decides whether a penalty may be given: both without a condition.
    const byEngine = new Set(['conduct.date', 'progress.prosecutionOutcome'])
    expect(defined.filter((id) => !used.has(id) && !byEngine.has(id))).toEqual([])
  })

  test('that anything uses are all defined', () => {
    expect([...factsUsed(packs)].filter((id) => !defined.includes(id))).toEqual([])
  })

  test('every choice that a pack adds to another’s fact is used', () => {
    const chosen = new Set(conditionsOf(packs).flatMap(([, condition]) => leavesIn(condition).flatMap((leaf) => leaf.value as string | readonly string[])))
    expect(
      packs
        .flatMap((pack) => pack.extensions)
        .flatMap((each) => each.values.map((value) => value.value))
        .filter((value) => !chosen.has(value)),
    ).toEqual([])
  })

  test('offer only choices that a record can give', () => {
    const bad = conditionsOf(packs).flatMap(([where, condition]) =>
      leavesIn(condition).flatMap((leaf) => {
        const values = rules.vocabulary.facts.get(leaf.fact)?.values?.map((each) => each.value)
        if (values === undefined) return []
        return (Array.isArray(leaf.value) ? leaf.value : [leaf.value])
          .filter((value) => typeof value === 'string' && !values.includes(value))
          .map((value) => `${where}: ${leaf.fact} ${String(value)}`)
      }),
    )
    expect(bad).toEqual([])
  })

  test('a limit reaches over every day of every rule that compares with it', () => {
    const short = allRules.flatMap((rule) =>
      [rule.appliesWhen, rule.violatedWhen]
        .flatMap(leavesIn)
        .flatMap(factsOfLeaf)
        .flatMap((id) => {
          const limit = rules.vocabulary.facts.get(id)?.limit
          if (limit === undefined) return []
          const from = limit.map((edition) => edition.inForce.from ?? '').sort()[0] ?? ''
          const open = limit.some((edition) => edition.inForce.to == null)
          return from <= (rule.inForce.from ?? '') && (open || rule.inForce.to != null) ? [] : [`${rule.id} ${id}`]
        }),
    )
    expect(short).toEqual([])
  })
})
