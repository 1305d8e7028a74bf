/** The measures in a tree of consequences, tiers included. */
import type { Consequence, MeasureSpec } from '@hegui/model'

export const specsIn = (node: Consequence): readonly MeasureSpec[] => {
  if ('measure' in node) return [node.measure]
  if ('all' in node) return node.all.flatMap(specsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(specsIn)
  return [...(node.base === null ? [] : specsIn(node.base)), ...node.tiers.flatMap((tier) => specsIn(tier.then))]
}
