import type { CheckedPlace } from './places.mjs'

export interface AlsoArticle {
  readonly source?: string
  readonly article: string
  readonly reason: string
}
export type AlsoArticles = Readonly<Record<string, readonly AlsoArticle[]>>
export type Derived = Readonly<Record<string, Readonly<Record<string, { readonly from: string; readonly reason: string }>>>>
export interface VerificationResult {
  readonly texts: Readonly<
    Record<string, { readonly title: string; readonly promulgatedOn: string | null; readonly sha256: string; readonly articles: readonly unknown[] }>
  >
  readonly places: Readonly<
    Record<string, { readonly at: readonly string[]; readonly also?: readonly string[]; readonly wanted: readonly string[]; readonly found: readonly string[] }>
  >
}
export interface SourceText {
  readonly title: string
  readonly promulgatedOn: string | null
  readonly text: string
}
export function verifyPlaces(
  places: readonly CheckedPlace[],
  texts: Readonly<Record<string, SourceText>>,
  alsoArticles: AlsoArticles,
  derived?: Derived,
): { readonly result: VerificationResult; readonly problems: readonly string[] }
export function differences(places: readonly CheckedPlace[], result: VerificationResult, alsoArticles: AlsoArticles): readonly string[]
