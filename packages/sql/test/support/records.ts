/**
 * Generated records over packs: the case of a rule, changed. Some facts are forgotten, some get another value of their
 * type, days move to the edges of what is in force, to spans and into the unknown, places become coarse. Seeded.
 */
import type { Ruleset } from '@hegui/engine'
import type { FactDefinition, FactValue, InspectionRecord, RuleCases } from '@hegui/model'
import { random } from '../../../bench/src/random.js'

type Next = () => number
type Case = RuleCases['cases'][number]
const pick = <T>(items: readonly T[], next: Next): T => items[Math.floor(next() * items.length)] as T

const INSPECTED_ON = '2026-11-01'
const regions = ['500000', '500241', '500241107', '110000', '110105', '000000', '410103205201', '500200']
const numbers = [0, 0.1, 0.3, 1, 2.5, 10, 100, 1e6, -1, 9_007_199_254_740_991]
const texts = ['甲', 'é', 'e\u0301', '', "O'Neill; --", '"', '\\', '😀', 'A', 'a']

function drawn(fact: FactDefinition, days: readonly string[], next: Next): FactValue {
  switch (fact.type) {
    case 'boolean':
      return next() < 0.5
    case 'number':
      return pick(numbers, next)
    case 'date':
      return pick(days, next)
    case 'region':
      return pick(regions, next)
    case 'text':
      return pick(texts, next)
    case 'enum':
      return pick(fact.values ?? [], next).value
    case 'set':
      return (fact.values ?? []).map((each) => each.value).filter(() => next() < 0.4)
    default:
      return fact.type satisfies never
  }
}

const shifted = (day: string, by: number): string => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)

/** The days on which something begins or ends to be in force, and those beside them. */
function daysOf({ rules, vocabulary }: Ruleset): readonly string[] {
  const periods = [...rules.flatMap(([, editions]) => editions), ...[...vocabulary.facts.values()].flatMap((fact) => fact.limit ?? [])].map(
    ({ inForce }) => inForce,
  )
  const edges = periods.flatMap(({ from, to }) => [from ?? [], to ?? []].flat())
  return [...new Set(edges.flatMap((day) => [shifted(day, -1), day, shifted(day, 1)]))].filter((day) => day <= INSPECTED_ON).sort()
}

/** Endless. A record has one conduct; a few are not valid, as a moved day may contradict another: who uses them skips those. */
export function* generatedRecords(ruleset: Ruleset, cases: readonly RuleCases[], seed: number): Generator<InspectionRecord> {
  const next = random(seed)
  const all: readonly Case[] = cases.flatMap((file) => file.cases)
  const days = daysOf(ruleset)
  const settable = [...ruleset.vocabulary.facts.values()].filter(
    ({ scope, limit, deadline }) => scope === 'conduct' || ((scope === 'party' || scope === 'site') && limit === undefined && deadline === undefined),
  )
  const dateOf = (given: Case): InspectionRecord['conducts'][number]['date'] => {
    const kind = next()
    const [one, other] = [pick(days, next), pick(days, next)].sort() as [string, string]
    if (kind < 0.4) return given.date ?? null
    if (kind < 0.65) return one
    if (kind < 0.75) return { from: one, to: other }
    if (kind < 0.8) return { from: one }
    return kind < 0.85 ? { from: null, to: other } : null
  }
  for (let at = 1; ; at++) {
    const given = pick(all, next)
    const gaps = pick([0, 0.1, 0.3], next)
    const facts = new Map<string, FactValue | null>(Object.entries(given.facts).filter(([id]) => next() >= gaps && id.split('.')[0] !== 'record'))
    for (const id of [...facts.keys()]) {
      const fact = ruleset.vocabulary.facts.get(id)
      if (fact !== undefined && next() < 0.1) facts.set(id, drawn(fact, days, next))
    }
    for (let extra = Math.floor(next() * 6); extra > 0; extra--) {
      const fact = pick(settable, next)
      if (fact.id !== 'conduct.date' && fact.id !== 'conduct.endedOn' && !(fact.aggregate !== undefined && given.goods !== undefined))
        facts.set(fact.id, drawn(fact, days, next))
    }
    const region = next() < 0.5 ? given.region : pick([...regions, null], next)
    yield {
      id: `g-${at}`,
      inspectedOn: INSPECTED_ON,
      ...(region === undefined ? {} : { region }),
      conducts: [{ id: 'c1', date: dateOf(given), facts: Object.fromEntries(facts), ...(given.goods === undefined ? {} : { goods: given.goods }) }],
    } as InspectionRecord
  }
}
