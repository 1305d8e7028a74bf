/** What one observation shows of what is owed. */
import { daysBetween } from '@hegui/calendar'
import type { Truth } from '@hegui/engine'
import { type FactValue, isFactReference, type Leaf } from '@hegui/model'
import { decides, type EditionMeaning, type Outcome, oppositeTruth, outcomeWith } from '../meaning/edition-meaning.js'
import type { Observation, RuleMeaning } from '../meaning/rule-meaning.js'
import { stepOf } from '../meaning/values.js'
import type { Obligation } from './obligation.js'

type Owed<K extends Obligation['kind']> = Extract<Obligation, { readonly kind: K }>

/** Of all but effects, which take two observations. */
export function shows(seen: Observation, owed: Exclude<Obligation, Owed<'effect'>>, meaning: RuleMeaning): boolean {
  switch (owed.kind) {
    case 'outcome':
      return seen.verdict === owed.verdict
    case 'edge': {
      const edition = meaning.editions[owed.edition]
      return seen.given.date === owed.day && edition !== undefined && edition.outcomeOf(edition.truthsOf(seen.facts)) !== 'not-applicable'
    }
    case 'unknown':
      return isOpenAt(seen, owed, meaning)
    case 'boundary':
      return decidedAt(seen, owed, meaning) && sideOf(seen, owed) === owed.side
    case 'value':
      return decidedAt(seen, owed, meaning) && has(seen.facts.get(owed.leaf.fact), owed.value, owed.leaf)
    default:
      return owed satisfies never
  }
}

const editionSeen = (seen: Observation, edition: number, { editions }: RuleMeaning): EditionMeaning | undefined =>
  seen.edition === edition ? editions[edition] : undefined

function isOpenAt(seen: Observation, { edition, at }: Owed<'unknown'>, meaning: RuleMeaning): boolean {
  const of = editionSeen(seen, edition, meaning)
  if (of === undefined || seen.truths[at] !== 'unknown' || seen.verdict !== 'undetermined') return false
  return (['holds', 'fails'] as const).some((truth) => outcomeWith(of, seen.truths, at, truth) !== 'undetermined')
}

function decidedAt(seen: Observation, { edition, at }: { readonly edition: number; readonly at: number }, meaning: RuleMeaning): boolean {
  const of = editionSeen(seen, edition, meaning)
  return of !== undefined && decides(of, seen.truths, at)
}

/** On the threshold, or next to it: one step, or one day. Undefined: further away, another threshold, or unknown. */
function sideOf({ facts }: Observation, { leaf: { fact, value }, bound: wanted }: Owed<'boundary'>): 'below' | 'at' | 'above' | undefined {
  const got = facts.get(fact)
  const bound = isFactReference(value) ? facts.get(value.fact) : value
  if (wanted !== undefined && bound !== wanted) return undefined
  if (typeof got === 'number' && typeof bound === 'number')
    return got === bound ? 'at' : Math.abs(got - bound) > stepOf(bound) + 1e-9 ? undefined : got < bound ? 'below' : 'above'
  if (typeof got === 'string' && typeof bound === 'string') {
    const days = daysBetween(bound, got)
    return days === 0 ? 'at' : Math.abs(days) > 1 ? undefined : days < 0 ? 'below' : 'above'
  }
  return undefined
}

function has(got: FactValue | undefined, value: string | number | boolean, { operator }: Leaf): boolean {
  if (got === undefined) return false
  if (operator === 'within' || operator === 'notWithin') return typeof got === 'string' && got.startsWith(String(value).replace(/(?:00)+$/, ''))
  return got === value || (Array.isArray(got) && got.includes(value))
}

/**
 * One side of an effect: the comparison came out as `truth`, the verdict was `outcome`, and would have been `otherwise`.
 * In the other side all three are turned round; only, where a question is not asked because of the answer to this one,
 * one of the two sides may have been undetermined otherwise.
 */
export interface EffectSide {
  readonly truth: Truth
  readonly outcome: Outcome
  readonly otherwise: Outcome
}

/** Of observations with a settled verdict: what unknown facts blur shows nothing. */
export function effectSide(seen: Observation, { edition, at }: Owed<'effect'>, meaning: RuleMeaning): EffectSide | undefined {
  const of = editionSeen(seen, edition, meaning)
  const truth = seen.truths[at]
  if (of === undefined || truth === undefined || truth === 'unknown' || seen.verdict === 'undetermined') return undefined
  const otherwise = outcomeWith(of, seen.truths, at, oppositeTruth(truth))
  return otherwise === seen.verdict ? undefined : { truth, outcome: seen.verdict, otherwise }
}

/** Together, do the two show that the comparison makes the difference? */
function isPair(a: EffectSide, b: EffectSide): boolean {
  if (a.truth === b.truth || a.outcome === b.outcome) return false
  const agrees = (one: EffectSide, other: EffectSide): boolean => one.otherwise === other.outcome
  const blurred = (one: EffectSide): boolean => one.otherwise === 'undetermined'
  return (agrees(a, b) && (agrees(b, a) || blurred(b))) || (agrees(b, a) && blurred(a))
}

/** The sides of one comparison seen so far, of each kind the first. */
export interface Sides {
  readonly add: (side: EffectSide, seen: Observation) => void
  readonly has: (side: EffectSide) => boolean
  readonly partnerOf: (side: EffectSide) => Observation | undefined
}

export function createSides(): Sides {
  const seenAs = new Map<string, { readonly side: EffectSide; readonly seen: Observation }>()
  const key = ({ truth, outcome, otherwise }: EffectSide): string => `${truth} ${outcome} ${otherwise}`
  return {
    add: (side, seen) => {
      if (!seenAs.has(key(side))) seenAs.set(key(side), { side, seen })
    },
    has: (side) => seenAs.has(key(side)),
    partnerOf: (side) => [...seenAs.values()].find((each) => isPair(side, each.side))?.seen,
  }
}
