/** What a condition is while a lint decides about it; see plain-form.ts for how it comes about. */

/** `size`: its leaves, written out. Parts may be shared: named conditions that use one another twice each are small as a graph only. */
export type Plain =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Plain[]; readonly size: number }
  | { readonly kind: 'leaf'; readonly leaf: PlainLeaf; readonly size: 1 }

export interface PlainLeaf {
  readonly variable: string
  /** Whether the leaf holds for a value of the variable. */
  readonly holds: (value: Value) => boolean
  /** Values that tell all values apart, as far as this leaf does. */
  readonly values: readonly Value[]
  /** Equal for leaves that say the same in the same words. */
  readonly text: string
}
export type Value = string | number | boolean
