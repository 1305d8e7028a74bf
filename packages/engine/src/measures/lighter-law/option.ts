/**
 * What an edition comes to: the set of decisions an organ may take under it, each as a range for every kind of
 * penalty. Two editions are compared by these sets, not by their words.
 */
import type { Condition, Consequence, FactValue, MeasureSpec } from '@hegui/model'
import { penalties } from '../kinds.js'

/**
 * From the least to the most, both inclusive. `unit`: figures of different units cannot be compared; a penalty
 * that has no figure counts 1 where it is imposed, 0 where it need not be.
 */
export interface PenaltyRange {
  readonly unit: string
  readonly min: number
  readonly max: number
}

/** One lawful way to decide: kind of penalty (and what it takes) → range. A kind that is absent is not imposed. */
export interface Option {
  readonly penalties: ReadonlyMap<string, PenaltyRange>
  readonly titles: readonly string[]
}

/** Beyond this many a comparison is given up, and said to be undetermined. */
const MAX_OPTIONS = 200

type FactOf = (id: string) => FactValue | undefined

/** The options of a consequence when every condition in it is answered. Undefined: too many to compare. */
export function optionsOf(node: Consequence, holds: (condition: Condition) => boolean, factOf: FactOf): readonly Option[] | undefined {
  const options = walk(node, holds, factOf)
  return options.length > MAX_OPTIONS ? undefined : options
}

export const noPenalty: Option = { penalties: new Map(), titles: [] }

function walk(node: Consequence, holds: (condition: Condition) => boolean, factOf: FactOf): readonly Option[] {
  if ('measure' in node) return [single(node.measure, factOf)]
  if ('all' in node) return node.all.map((part) => walk(part, holds, factOf)).reduce(together, [noPenalty])
  if ('oneOf' in node) return node.oneOf.flatMap((part) => walk(part, holds, factOf))
  const tiers = node.tiers.filter((tier) => holds(tier.when))
  const base = node.base === null || tiers.some((tier) => tier.relation === 'replaces') ? [noPenalty] : walk(node.base, holds, factOf)
  return tiers.map((tier) => walk(tier.then, holds, factOf)).reduce(together, base)
}

/** Every option of the one with every option of the other. */
export function together(some: readonly Option[], others: readonly Option[]): readonly Option[] {
  if (some.length * others.length > MAX_OPTIONS * 4) return Array.from({ length: MAX_OPTIONS + 1 }, () => noPenalty)
  return some.flatMap((a) =>
    others.map((b): Option => {
      const penalties = new Map(a.penalties)
      for (const [key, range] of b.penalties) {
        const known = penalties.get(key)
        penalties.set(key, known === undefined ? range : sum(known, range))
      }
      return { penalties, titles: [...a.titles, ...b.titles] }
    }),
  )
}

/** The unit of a figure that is not known: nothing can be compared with it. */
export const UNSTATED = 'unstated'
const FLAG = 'imposed'
const unstated: PenaltyRange = { unit: UNSTATED, min: 0, max: Number.POSITIVE_INFINITY }

function sum(a: PenaltyRange, b: PenaltyRange): PenaltyRange {
  if (a.unit !== b.unit) return unstated
  return a.unit === FLAG ? { unit: FLAG, min: Math.max(a.min, b.min), max: 1 } : { unit: a.unit, min: a.min + b.min, max: a.max + b.max }
}

function single(spec: MeasureSpec, factOf: FactOf): Option {
  // Orders and seizures are no penalties: they neither lighten nor burden the comparison.
  if (!penalties.has(spec.kind)) return noPenalty
  const range = rangeOf(spec, factOf)
  return {
    penalties: new Map([[spec.object === undefined ? spec.kind : `${spec.kind}:${spec.object}`, spec.force === 'may' ? { ...range, min: 0 } : range]]),
    titles: [spec.force === 'may' ? `可以${spec.title}` : spec.title],
  }
}

function rangeOf({ kind, amountYuan, multiple, days }: MeasureSpec, factOf: FactOf): PenaltyRange {
  if (days !== undefined) return { unit: 'day', min: days.min ?? 0, max: days.max }
  if (multiple !== undefined) {
    const base = factOf(multiple.of)
    return typeof base === 'number'
      ? { unit: 'yuan', min: (multiple.min ?? 0) * base, max: multiple.max * base }
      : { unit: `× ${multiple.of}`, min: multiple.min ?? 0, max: multiple.max }
  }
  if (amountYuan !== undefined) return { unit: 'yuan', min: amountYuan.min ?? 0, max: amountYuan.max ?? Number.POSITIVE_INFINITY }
  // A fine whose article names no amount can be compared with nothing.
  return kind === 'fine' ? unstated : { unit: FLAG, min: 1, max: 1 }
}
