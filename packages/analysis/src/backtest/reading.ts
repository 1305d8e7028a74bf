/**
 * One record as two versions read it. What only one of them knows – a fact, a choice, a plan, an organ – the other reads as not
 * written; what neither knows stays, and is refused by both.
 */
import type { Ruleset } from '@hegui/engine'
import type { InspectionRecord } from '@hegui/model'

export type Side = 'old' | 'new'

interface Unread {
  readonly side: Side
  /** Of a fact the version knows but not this choice: `fact=choice`. */
  readonly what: string
  readonly records: number
}

export interface Reading {
  readonly read: (record: unknown, side: Side) => unknown
  /** Counted over the records read so far, in code-unit order. */
  readonly unread: () => readonly Unread[]
}

export function createReading(old: Ruleset, fresh: Ruleset): Reading {
  const versions: Readonly<Record<Side, Ruleset>> = { old, new: fresh }
  const counts = new Map<string, Unread>()
  const reads: Readonly<Record<Side, (record: unknown) => { readonly record: unknown; readonly without: ReadonlySet<string> }>> = {
    old: reader(old, fresh),
    new: reader(fresh, old),
  }
  return {
    read: (record, side) => {
      const found = reads[side](record)
      for (const what of found.without) {
        const key = `${side} ${what}`
        counts.set(key, { side, what, records: (counts.get(key)?.records ?? 0) + 1 })
      }
      return found.record
    },
    unread: () => Object.keys(versions).flatMap((side) => [...counts.values()].filter((each) => each.side === side).sort((a, b) => (a.what < b.what ? -1 : 1))),
  }
}

function reader(own: Ruleset, other: Ruleset) {
  const only = {
    facts: new Set([...other.vocabulary.facts.keys()].filter((id) => !own.vocabulary.facts.has(id))),
    plans: new Set([...other.catalogue.plans.keys()].filter((id) => !own.catalogue.plans.has(id))),
    organs: new Set([...other.catalogue.organs.keys()].filter((id) => !own.catalogue.organs.has(id))),
    choices: new Map(
      [...other.vocabulary.facts].flatMap(([id, { values }]) => {
        const known = own.vocabulary.facts.get(id)?.values
        const more = known === undefined ? [] : (values ?? []).map(({ value }) => value).filter((value) => !known.some((each) => each.value === value))
        return more.length === 0 ? [] : [[id, new Set<unknown>(more)] as const]
      }),
    ),
  }
  const nothing = only.facts.size + only.plans.size + only.organs.size + only.choices.size === 0
  const none: ReadonlySet<string> = new Set()

  return (value: unknown): { readonly record: unknown; readonly without: ReadonlySet<string> } => {
    if (nothing || typeof value !== 'object' || value === null || Array.isArray(value)) return { record: value, without: none }
    const without = new Set<string>()
    const answers = (facts: unknown): unknown =>
      isObject(facts)
        ? Object.fromEntries(
            Object.entries(facts).flatMap(([id, given]) => {
              if (given !== null && only.facts.has(id)) without.add(id)
              if (only.facts.has(id)) return []
              const choices = only.choices.get(id)
              if (choices === undefined) return [[id, given]]
              const [kept, lost] = Array.isArray(given) ? split(given, choices) : split([given], choices)
              for (const choice of lost) without.add(`${id}=${String(choice)}`)
              return lost.length === 0 ? [[id, given]] : Array.isArray(given) ? [[id, kept]] : []
            }),
          )
        : facts
    const holding = (holders: unknown): unknown =>
      Array.isArray(holders) ? holders.map((each: unknown) => (isObject(each) && 'facts' in each ? { ...each, facts: answers(each['facts']) } : each)) : holders
    const { plans, inspectedBy } = value as Partial<InspectionRecord>
    const read: Record<string, unknown> = { ...value }
    if ('facts' in value) read['facts'] = answers(value.facts)
    for (const key of ['parties', 'sites', 'conducts']) if (key in value) read[key] = holding(read[key])
    if (Array.isArray(plans)) {
      const [kept, lost] = split(plans, only.plans)
      if (lost.length > 0) read['plans'] = kept
      for (const plan of lost) without.add(String(plan))
    }
    if (typeof inspectedBy === 'string' && only.organs.has(inspectedBy)) {
      read['inspectedBy'] = null
      without.add(inspectedBy)
    }
    return without.size === 0 ? { record: value, without } : { record: read, without }
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const split = (values: readonly unknown[], lost: ReadonlySet<unknown>): readonly [kept: readonly unknown[], lost: readonly unknown[]] => [
  values.filter((each) => !lost.has(each)),
  values.filter((each) => lost.has(each)),
]
