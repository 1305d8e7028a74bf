/** A report before it is laid out: headings, facts, tables and lists of plain text. Markdown, HTML and Word only write it down. */
import type { Language } from '@hegui/model'

/** Told by its words in any case; a page may colour it. */
export type Tone = 'good' | 'bad' | 'open' | 'quiet'

/** A piece of text. `to`: the anchor it leads to, on the same page. */
export interface Span {
  readonly text: string
  readonly to?: string | undefined
  readonly tone?: Tone | undefined
}
export type Line = readonly Span[]

/** A cell holds lines, one under the other. */
export interface TableRow {
  readonly id?: string | undefined
  readonly cells: readonly (readonly Line[])[]
}

interface ListItem {
  readonly id?: string | undefined
  readonly line: Line
  /** One level below it. */
  readonly nested?: readonly Line[] | undefined
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly id?: string | undefined }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly warning?: true | undefined }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly line: Line }[] }
  | { readonly kind: 'table'; readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly TableRow[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  /** Markup of our own making. Only pages show it; the table that always follows says the same. */
  | { readonly kind: 'chart'; readonly svg: string }

export interface Page {
  readonly language: Language
  readonly title: string
  readonly colon: string
  readonly landscape?: true | undefined
  readonly blocks: readonly Block[]
}

export const say = (text: string, tone?: Tone): Line => (text === '' ? [] : [{ text, tone }])
/** A cell of one line. */
export const cell = (text: string, tone?: Tone): readonly Line[] => [say(text, tone)]
