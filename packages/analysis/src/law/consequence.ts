/** The single measures in a tree of consequences, whatever the tier or the choice. */
import type { Consequence, MeasureSpec } from '@hegui/model'

export function specsOf(node: Consequence | undefined): readonly MeasureSpec[] {
  if (node === undefined) return []
  if ('measure' in node) return [node.measure]
  if ('all' in node) return node.all.flatMap(specsOf)
  if ('oneOf' in node) return node.oneOf.flatMap(specsOf)
  return [...specsOf(node.base ?? undefined), ...node.tiers.flatMap((tier) => specsOf(tier.then))]
}
