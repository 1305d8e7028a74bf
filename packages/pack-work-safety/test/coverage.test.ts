/** Coverage by meaning: first and last days, every choice that decides, every threshold on both sides, every norm seen. */
import { type Explanation, explain } from '@hegui/engine'
import { type Condition, type Consequence, isFactReference, type Leaf, type RuleCase } from '@hegui/model'
import { lawPack } from '@hegui/pack-law'
import { workSafetyPack } from '@hegui/pack-work-safety'
import { workSafetyCases } from '@hegui/pack-work-safety/cases'
import { expect, test } from 'vitest'
import { assessed, recordOf, rules } from './support/cases.js'

const leavesIn = (condition: Condition): readonly Leaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesIn)
  if ('any' in condition) return condition.any.flatMap(leavesIn)
  if ('not' in condition) return leavesIn(condition.not)
  return 'condition' in condition ? [] : [condition]
}
const tiersIn = (node: Consequence): readonly Condition[] => {
  if ('measure' in node) return []
  if ('all' in node) return node.all.flatMap(tiersIn)
  if ('oneOf' in node) return node.oneOf.flatMap(tiersIn)
  return [...(node.base === null ? [] : tiersIn(node.base)), ...node.tiers.flatMap((tier) => [tier.when, ...tiersIn(tier.then)])]
}
const shift = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
const casesOf = (rule: string): readonly RuleCase[] => workSafetyCases.find((file) => file.rule === rule)?.cases ?? []
const used = new Set(workSafetyPack.rules.flatMap((rule) => rule.norms))
const norms = lawPack.instruments.flatMap((instrument) => instrument.norms).filter((norm) => used.has(norm.id))

test('every edition of a rule has a case on its first day and the day before, on its last day and the day after', () => {
  const missing = workSafetyPack.rules.flatMap(({ id, inForce: { from, to } }) => {
    const days = new Set(casesOf(id).map((each) => each.date))
    const wanted = [...(from === null ? [] : [from, shift(from, -1)]), ...(to == null ? [] : [to, shift(to, 1)])]
    return wanted.filter((day) => !days.has(day)).map((day) => `${id} ${day}`)
  })
  expect(missing).toEqual([])
})

test('every choice that decides a rule is seen in a case of it', () => {
  const unseen = workSafetyPack.rules.flatMap((rule) =>
    [rule.appliesWhen, rule.violatedWhen].flatMap(leavesIn).flatMap(({ fact, operator, value }) => {
      if (isFactReference(value) || !['equal', 'in', 'contains', 'doesNotContain'].includes(operator)) return []
      const given = casesOf(rule.id).map((each) => each.facts[fact])
      return (Array.isArray(value) ? value : [value])
        .filter((choice) => !given.some((each) => each === choice || (Array.isArray(each) && each.includes(choice as string))))
        .map((choice) => `${rule.id}: ${fact} = ${String(choice)}`)
    }),
  )
  expect(unseen).toEqual([])
})

const ordering = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])
const leavesOf = (explanation: Explanation): readonly Extract<Explanation, { readonly kind: 'leaf' }>[] =>
  explanation.kind === 'leaf' ? [explanation] : 'part' in explanation ? leavesOf(explanation.part) : explanation.parts.flatMap(leavesOf)

test('every threshold of a rule has a case at it, just below and just above', () => {
  const sides = new Map<string, Set<string>>()
  for (const file of workSafetyCases) {
    for (const each of file.cases) {
      const explained = explain(recordOf(each), rules, { rule: file.rule })
      if (!explained.ok) throw new Error('no explanation')
      for (const leaf of explained.explanation.editions.flatMap((edition) => [...leavesOf(edition.appliesWhen), ...leavesOf(edition.violatedWhen)])) {
        const { got, expected } = leaf
        if (!ordering.has(leaf.operator) || got === null || expected === null) continue
        const key = `${file.rule} ${leaf.fact}`
        sides.set(key, (sides.get(key) ?? new Set()).add(got === expected ? 'at' : got < expected ? 'below' : 'above'))
      }
    }
  }
  expect(sides.size).toBeGreaterThan(0)
  for (const [key, seen] of sides) expect([key, ...[...seen].sort()]).toEqual([key, 'above', 'at', 'below'])
})

test('every threshold of a norm or of its tiers is met exactly in some case, and missed on either side', () => {
  const facts = workSafetyCases.flatMap((file) => file.cases.map((each) => each.facts))
  const open = norms.flatMap((norm) =>
    norm.editions.flatMap((edition) =>
      [...(edition.appliesWhen === undefined ? [] : [edition.appliesWhen]), ...(edition.consequence === undefined ? [] : tiersIn(edition.consequence))]
        .flatMap(leavesIn)
        .flatMap(({ fact, operator, value }) => {
          const bounds = isFactReference(value) ? (rules.vocabulary.facts.get(value.fact)?.limit ?? []).map((limit) => limit.value) : [value as number]
          return ordering.has(operator) ? bounds.map((bound) => ({ norm: norm.id, fact, bound })) : []
        }),
    ),
  )
  expect(open.length).toBeGreaterThan(30)
  const unseen = open.flatMap(({ norm, fact, bound }) => {
    const given = facts.map((each) => each[fact]).filter((value) => typeof value === 'number')
    const sides = [given.includes(bound), bound === 0 || given.some((value) => value < bound), given.some((value) => value > bound)]
    return sides.every(Boolean) ? [] : [`${norm}: ${fact} ${bound} ${sides.join(' ')}`]
  })
  expect([...new Set(unseen)]).toEqual([])
})

test('every norm a rule leads to is proposed by some case, save those of which no edition was read', () => {
  const proposed = new Set(
    workSafetyCases.flatMap((file) =>
      file.cases.flatMap((each) =>
        assessed(recordOf(each)).measures.flatMap((measure) => (measure.proposed && measure.norm !== undefined ? [measure.norm] : [])),
      ),
    ),
  )
  const read = norms.filter((norm) => norm.editions.some((edition) => edition.verification.status === 'primary-text'))
  expect(read.map((norm) => norm.id).filter((id) => !proposed.has(id))).toEqual([])
  expect(norms.map((norm) => norm.id).filter((id) => !read.some((norm) => norm.id === id))).toEqual([
    'forest-law/timber-business-approval',
    'forest-law/timber-approval-terms',
  ])
})
