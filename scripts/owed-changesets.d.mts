import type { Bump, diffOf, owedBy } from '@hegui/analysis'
import type { createRuleset } from '@hegui/engine'

interface Tools {
  readonly createRuleset: typeof createRuleset
  readonly diffOf: typeof diffOf
  readonly owedBy: typeof owedBy
}
export interface Owed {
  /** Of the package. */
  readonly name: string
  readonly owes: Bump
  readonly written: Bump
  readonly reasons: readonly string[]
}
export function baseOf(root: string, ref?: string): string | undefined
export function owedChangesets(root: string, base: string, tools: Tools): readonly Owed[]
export function isOwed(owed: Owed): boolean
export function owedText(owed: readonly Owed[]): readonly string[]
