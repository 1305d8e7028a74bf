/** The facts and named conditions that stand anywhere in a piece of data, also by way of named conditions. */
import { conditionsOf } from '@hegui/engine'
import type { Condition, Norm, Vocabulary } from '@hegui/model'

export interface Mentions {
  readonly facts: ReadonlySet<string>
  readonly conditions: ReadonlySet<string>
}

export function mentionedIn(data: unknown, vocabulary: Vocabulary): Mentions {
  const [facts, conditions] = [new Set<string>(), new Set<string>()]
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { fact, condition } = node as { readonly fact?: unknown; readonly condition?: unknown }
    if (typeof fact === 'string') facts.add(fact)
    if (typeof condition === 'string' && !conditions.has(condition)) {
      conditions.add(condition)
      visit(vocabulary.conditions.get(condition)?.condition)
    }
    for (const part of Object.values(node)) visit(part)
  }
  visit(data)
  return { facts, conditions }
}

/** Whom a norm applies to, and when its tiers do, in every edition. */
export const conditionsOfNorm = ({ editions }: Norm): readonly Condition[] =>
  editions.flatMap(({ appliesWhen, consequence }) => [
    ...(appliesWhen === undefined ? [] : [appliesWhen]),
    ...(consequence === undefined ? [] : conditionsOf(consequence)),
  ])
