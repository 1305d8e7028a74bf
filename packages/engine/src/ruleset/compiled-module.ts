/**
 * Compiled modules: what `compileModule` writes and an import gives back. Plain exports, so that a published pack
 * carries its rules as code and needs no engine to do so.
 */
import type { FactDefinition, FactType } from '@hegui/model'

export const moduleFormat = 'hegui/compiled@1'

/** As much of a fact's definition as decides: its type, and how it follows from the day, the place, other facts or the goods. */
export interface CompiledFact {
  readonly type: FactType
  readonly limit?:
    | readonly {
        readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
        readonly region?: string | undefined
        readonly value: number
      }[]
    | undefined
  readonly deadline?: { readonly from: string; readonly months: number } | undefined
  readonly aggregate?: FactDefinition['aggregate']
}

export interface CompiledModule {
  readonly format: string
  /** Fits the rules it was made from, see `moduleHash`. */
  readonly hash: string
  /** The packs whose rules it was made from: to tell modules apart, the hash says what fits. */
  readonly packs: readonly string[]
  /** An edition of a rule each, with the days on which it is in force, both inclusive; `null` is open. */
  readonly rules: readonly (readonly [id: string, revision: number, from: string | null, to: string | null])[]
  /** Every fact these rules look at, in the order of the vocabulary. */
  readonly facts: Readonly<Record<string, CompiledFact>>
  /** Named conditions that are worked into the rules. */
  readonly conditions: readonly string[]
  /** `facts` by id, each of its fact's type, null or absent where unknown; `out` takes four bits per rule and is given back. */
  readonly decide: (facts: Readonly<Record<string, unknown>>, out: Uint8Array) => Uint8Array
}

/** The ids of the rules a module decides. */
export type RuleIdOf<M extends Pick<CompiledModule, 'rules'>> = M['rules'][number][0]
