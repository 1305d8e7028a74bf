export interface Paragraph {
  readonly text: string
  readonly items: ReadonlyMap<string, string>
}
export interface Article {
  readonly number: string
  readonly paragraphs: readonly Paragraph[]
}
export interface CitedPlace {
  readonly citation: string
  readonly article: Article
  readonly paragraphs: readonly Paragraph[]
}
export function articlesOf(markdown: string): ReadonlyMap<string, Article>
export function textOf(article: Article): string
export function placesIn(
  articles: ReadonlyMap<string, Article>,
  reference: string,
): { readonly places: readonly CitedPlace[]; readonly missing: readonly string[] }
export function referredTo(article: Article, paragraph: Paragraph): readonly Paragraph[]
export function sanctionOf(article: Article, paragraph: Paragraph): readonly Paragraph[]
