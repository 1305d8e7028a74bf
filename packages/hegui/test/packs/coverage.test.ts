/** Coverage by meaning: first and last days, every choice that decides, every threshold on both sides, every norm seen. */
import { type Explanation, explain } from '@hegui/engine'
import { isFactReference, type RuleCase } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { allCases, allRules, assessed, caseFiles, packs, recordOf, rules } from './support/shipped.js'
import { leavesIn, tierConditionsIn } from './support/walk.js'

const shift = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
const casesOf = (rule: string): readonly RuleCase[] => caseFiles.find((file) => file.rule === rule)?.cases ?? []
const ordering = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'before', 'onOrBefore', 'after', 'onOrAfter'])
const leavesOf = (explanation: Explanation): readonly Extract<Explanation, { readonly kind: 'leaf' }>[] =>
  explanation.kind === 'leaf' ? [explanation] : 'part' in explanation ? leavesOf(explanation.part) : explanation.parts.flatMap(leavesOf)

test('every edition of a rule has a case on its first day and the day before, on its last day and the day after', () => {
  const missing = allRules.flatMap(({ id, inForce: { from, to } }) => {
    const days = new Set(casesOf(id).map((each) => each.date))
    const wanted = [...(from === null ? [] : [from, shift(from, -1)]), ...(to == null ? [] : [to, shift(to, 1)])]
    return wanted.filter((day) => !days.has(day)).map((day) => `${id} ${day}`)
  })
  expect(missing).toEqual([])
})

test('every choice that decides a rule is seen in a case of it', () => {
  const unseen = allRules.flatMap((rule) =>
    [rule.appliesWhen, rule.violatedWhen].flatMap(leavesIn).flatMap(({ fact, operator, value }) => {
      if (fact === 'record.region' || isFactReference(value) || !['equal', 'in', 'contains', 'doesNotContain'].includes(operator)) return []
      const given = casesOf(rule.id).map((each) => each.facts[fact])
      return (Array.isArray(value) ? value : [value])
        .filter((choice) => !given.some((each) => each === choice || (Array.isArray(each) && each.includes(choice as string))))
        .map((choice) => `${rule.id}: ${fact} = ${String(choice)}`)
    }),
  )
  expect([...new Set(unseen)]).toEqual([])
})

describe('every threshold', () => {
  const sides = new Map<string, Set<string>>()
  for (const { rule, case: each } of allCases) {
    const explained = explain(recordOf({ rule, case: each }), rules, { rule })
    if (!explained.ok) throw new Error('no explanation')
    for (const leaf of explained.explanation.editions.flatMap((edition) => [...leavesOf(edition.appliesWhen), ...leavesOf(edition.violatedWhen)])) {
      if (!ordering.has(leaf.operator)) continue
      const key = `${rule}: ${leaf.fact} ${leaf.operator} ${leaf.expectedFrom ?? JSON.stringify(leaf.expected)}`
      const seen = sides.get(key) ?? new Set()
      sides.set(key, seen)
      const { got, expected } = leaf
      if (got === null || expected === null) continue
      seen.add(got === expected ? 'at' : got < expected ? 'below' : 'above')
    }
  }

  test.each([...sides])('%s has a case at it, below and above', (_, seen) => {
    expect([...seen].sort()).toEqual(['above', 'at', 'below'])
  })

  test('of a norm or of its tiers is met exactly in some case, and missed on either side', () => {
    const used = new Set(allRules.flatMap((rule) => rule.norms))
    const open = packs
      .flatMap((pack) => pack.instruments.flatMap((instrument) => instrument.norms))
      .filter((norm) => used.has(norm.id))
      .flatMap((norm) =>
        norm.editions.flatMap((edition) =>
          [
            ...(edition.appliesWhen === undefined ? [] : [edition.appliesWhen]),
            ...(edition.consequence === undefined ? [] : tierConditionsIn(edition.consequence)),
          ]
            .flatMap(leavesIn)
            // What goods sum up to is not written in cases as a fact; the legal cases stand on those edges.
            .filter((leaf) => ordering.has(leaf.operator) && !leaf.fact.startsWith('goods.'))
            .flatMap(({ fact, value }) => {
              const bounds = isFactReference(value) ? (rules.vocabulary.facts.get(value.fact)?.limit ?? []).map((limit) => limit.value) : [value as number]
              return bounds.map((bound) => ({ norm: norm.id, fact, bound }))
            }),
        ),
      )
    expect(open.length).toBeGreaterThan(30)
    const given = allCases.map((placed) => placed.case.facts)
    const unseen = open.flatMap(({ norm, fact, bound }) => {
      const values = given.map((facts) => facts[fact]).filter((value) => typeof value === typeof bound) as (typeof bound)[]
      const seen = [values.includes(bound), bound === 0 || values.some((value) => value < bound), values.some((value) => value > bound)]
      return seen.every(Boolean) ? [] : [`${norm}: ${fact} ${bound} ${seen.join(' ')}`]
    })
    expect([...new Set(unseen)]).toEqual([])
  })
})

test('every norm a rule leads to is proposed by some case of it; one of which no edition was read never is', () => {
  const proposed = new Set(
    allCases
      .filter((placed) => placed.case.expect.verdict === 'violation')
      .flatMap((placed) =>
        assessed(recordOf(placed)).measures.flatMap((measure) =>
          measure.proposed && measure.norm !== undefined && measure.findings.includes(placed.rule) ? [`${placed.rule} ${measure.norm}`] : [],
        ),
      ),
  )
  const wanted = allRules.flatMap((rule) =>
    rule.norms
      .filter((id) =>
        rules.catalogue.norms.get(id)?.editions.some((edition) => edition.verification.status === 'primary-text' && edition.consequence !== undefined),
      )
      .map((id) => `${rule.id} ${id}`),
  )
  expect([...new Set(wanted)].filter((pair) => !proposed.has(pair)).sort()).toEqual([])
})
