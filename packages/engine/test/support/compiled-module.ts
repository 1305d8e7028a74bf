/** Generated modules, loaded as a build would: by import. */
import type { FactValue } from '@hegui/model'

export interface CompiledModule {
  readonly format: string
  readonly hash: string
  readonly rules: readonly (readonly [id: string, revision: number])[]
  readonly decide: (facts: Readonly<Record<string, FactValue | null | undefined>>, out: Uint8Array) => Uint8Array
}

export const imported = (source: string): Promise<CompiledModule> =>
  import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`) as Promise<CompiledModule>
