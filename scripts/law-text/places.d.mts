import type { Pack } from '@hegui/model'

export interface CheckedPlace {
  readonly name: string
  readonly at: readonly { readonly source: string; readonly article: string; readonly title?: string }[]
  readonly figures: readonly string[]
}
export function placesOf(pack: Pack): readonly CheckedPlace[]
