/** A consequence tree to the measures it comes to, with the tiers that apply and those that still might. */
import type { Condition, Consequence, MeasureSpec } from '@hegui/model'
import type { Truth } from '../conditions/truth.js'

export interface ResolvedMeasure {
  readonly spec: MeasureSpec
  /** Place in the tree, stable across editions of the wording: part of the measure's id. */
  readonly place: string
  readonly tier?: string
  readonly oneOf?: { readonly group: string; readonly option: number }
  /** Conditions that are unknown and on which this measure hangs. */
  readonly open: readonly Condition[]
}

/** `ask` answers a tier's trigger. A tier that fails is gone; one that is unknown stays, hanging on its trigger. */
export function resolve(node: Consequence, ask: (condition: Condition) => Truth, place = ''): readonly ResolvedMeasure[] {
  if ('measure' in node) return [{ spec: node.measure, place: place === '' ? '0' : place, open: [] }]
  const at = (part: number | string): string => (place === '' ? String(part) : `${place}.${part}`)
  if ('all' in node) return node.all.flatMap((part, index) => resolve(part, ask, at(index)))
  if ('oneOf' in node) {
    return node.oneOf.flatMap((part, index) =>
      resolve(part, ask, at(index)).map((measure) => ({
        ...measure,
        oneOf: { group: measure.oneOf?.group ?? (place === '' ? '0' : place), option: measure.oneOf?.option ?? index },
      })),
    )
  }
  const tiers = node.tiers.map((tier, index) => ({ tier, truth: ask(tier.when), index }))
  const replacing = tiers.filter(({ tier }) => tier.relation === 'replaces')
  const replaced = replacing.some(({ truth }) => truth === 'holds')
  const mightBeReplaced = replacing.filter(({ truth }) => truth === 'unknown').map(({ tier }) => tier.when)
  const base =
    node.base === null || replaced ? [] : resolve(node.base, ask, at('base')).map((measure) => ({ ...measure, open: [...measure.open, ...mightBeReplaced] }))
  const tiered = tiers
    .filter(({ truth, tier }) => truth === 'holds' || (truth === 'unknown' && !(tier.relation === 'replaces' && replaced)))
    .flatMap(({ tier, truth, index }) =>
      resolve(tier.then, ask, at(`tier${index}`)).map((measure) => ({
        ...measure,
        tier: measure.tier ?? tier.title,
        open: [...measure.open, ...(truth === 'unknown' ? [tier.when] : [])],
      })),
    )
  return [...base, ...tiered]
}

/** Every condition in a tree, so that they can be decided in one go. */
export function conditionsOf(node: Consequence): readonly Condition[] {
  if ('measure' in node) return []
  if ('all' in node) return node.all.flatMap(conditionsOf)
  if ('oneOf' in node) return node.oneOf.flatMap(conditionsOf)
  return [...(node.base === null ? [] : conditionsOf(node.base)), ...node.tiers.flatMap((tier) => [tier.when, ...conditionsOf(tier.then)])]
}
