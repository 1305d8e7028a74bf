/** Coverage of outcomes: every rule is seen to say each thing it can say, and every threshold on both sides. */
import { type Explanation, explain } from '@hegui/engine'
import { airQualityPack } from '@hegui/pack-air-quality'
import { airQualityCases } from '@hegui/pack-air-quality/cases'
import { expect, test } from 'vitest'
import { recordOf, rules } from './support/cases.js'

type LeafExplanation = Extract<Explanation, { readonly kind: 'leaf' }>

const leavesOf = (explanation: Explanation): readonly LeafExplanation[] =>
  explanation.kind === 'leaf' ? [explanation] : 'part' in explanation ? leavesOf(explanation.part) : explanation.parts.flatMap(leavesOf)

const ordering: ReadonlySet<string> = new Set([
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'before',
  'onOrBefore',
  'after',
  'onOrAfter',
])

test.each(airQualityCases.map((file) => [file.rule, file.cases] as const))('%s has a case for each verdict', (_, cases) => {
  const seen = new Set(cases.map((each) => each.expect.verdict))
  expect(['violation', 'compliant', 'not-applicable', 'undetermined'].filter((verdict) => !seen.has(verdict as never))).toEqual([])
})

const compared: string[] = []

test.each(airQualityCases.map((file) => [file.rule, file.cases] as const))(
  '%s has a case at each of its thresholds, just below and just above',
  (rule, cases) => {
    const sides = new Map<string, Set<string>>()
    for (const each of cases) {
      const explained = explain(recordOf({ rule, case: each }), rules, { rule })
      if (!explained.ok) throw new Error('no explanation')
      for (const leaf of explained.explanation.editions.flatMap((edition) => [...leavesOf(edition.appliesWhen), ...leavesOf(edition.violatedWhen)])) {
        if (!ordering.has(leaf.operator)) continue
        const key = `${leaf.fact} ${leaf.operator} ${leaf.expectedFrom ?? JSON.stringify(leaf.expected)}`
        const seen = sides.get(key) ?? new Set()
        sides.set(key, seen)
        const { got, expected } = leaf
        if (got === null || expected === null) continue
        seen.add(got === expected ? 'at' : got < expected ? 'below' : 'above')
      }
    }
    compared.push(...sides.keys())
    for (const [key, seen] of sides) expect([key, ...seen].sort()).toEqual([key, 'above', 'at', 'below'].sort())
  },
)

test('thresholds were found at all', () => {
  expect(compared.length).toBeGreaterThanOrEqual(1)
})

test('every choice that decides a rule is seen in a case of it', () => {
  const unseen: string[] = []
  for (const file of airQualityCases) {
    const facts = file.cases.map((each) => each.facts)
    for (const rule of airQualityPack.rules.filter((each) => each.id === file.rule)) {
      const visit = (node: unknown): void => {
        if (typeof node !== 'object' || node === null) return
        const { fact, operator, value } = node as { fact?: string; operator?: string; value?: unknown }
        if (typeof fact === 'string' && (operator === 'in' || operator === 'equal') && fact !== 'record.region') {
          for (const choice of Array.isArray(value) ? (value as readonly unknown[]) : [value])
            if (!facts.some((given) => given[fact] === choice)) unseen.push(`${file.rule}: ${fact} = ${String(choice)}`)
        }
        for (const part of Object.values(node)) Array.isArray(part) ? part.forEach(visit) : visit(part)
      }
      visit(rule.appliesWhen)
      visit(rule.violatedWhen)
    }
  }
  expect(unseen).toEqual([])
})

test('every rule has a case on its first day and on the day before, and on its last day and the day after', () => {
  const missing: string[] = []
  const shift = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
  for (const rule of airQualityPack.rules) {
    const dates = new Set(airQualityCases.find((file) => file.rule === rule.id)?.cases.map((each) => each.date))
    const { from, to } = rule.inForce
    const wanted = [...(from === null ? [] : [from, shift(from, -1)]), ...(to == null ? [] : [to, shift(to, 1)])]
    missing.push(...wanted.filter((day) => !dates.has(day)).map((day) => `${rule.id} ${day}`))
  }
  expect(missing).toEqual([])
})
