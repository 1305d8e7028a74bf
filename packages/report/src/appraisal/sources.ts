/** Where the figures of a page come from: each figure cited leads to an entry, each entry to its records. */
import type { Evidence } from '@hegui/model'
import { type Block, cell, type Line, type Span, say } from '../page/page.js'
import { byCodeUnit } from '../words/value-text.js'
import type { Writer } from '../words/words.js'

interface Cited {
  /** Which figure it is. */
  readonly title: string
  readonly evidence?: Evidence | undefined
  readonly figures?: readonly string[] | undefined
  readonly submissions?: readonly string[] | undefined
  /** Rows of this page that were counted. */
  readonly rows?: readonly Span[] | undefined
  readonly note?: string | undefined
}

export interface Sources {
  /** The figure as shown, leading to its entry. */
  readonly figure: (text: string, cited: Cited) => Span
  /** A record as shown, leading to where it is listed. */
  readonly record: (id: string) => Span
  /** The list itself, once every figure has been cited. */
  readonly blocks: () => readonly Block[]
}

type Kind = 'record' | 'figure' | 'submission'

/** `prefix` keeps the anchors of one unit apart from those of the next. */
export function sourcesOf(prefix: string, { words }: Writer): Sources {
  const entries: { readonly id: string; readonly text: string; readonly cited: Cited }[] = []
  const lists: Readonly<Record<Kind, Map<string, string>>> = { record: new Map(), figure: new Map(), submission: new Map() }
  const linked = (kind: Kind, id: string): Span => {
    const anchor = lists[kind].get(id) ?? `${prefix}${kind}-${lists[kind].size + 1}`
    lists[kind].set(id, anchor)
    return { text: id, to: anchor }
  }

  const linesOf = ({ evidence, figures = [], submissions = [], rows = [], note = '' }: Cited): readonly Line[] => {
    const more = evidence !== undefined && evidence.more > 0 ? say(words.more.replace('{n}', String(evidence.more))) : []
    const lines: readonly Line[] = [
      [...(evidence?.records ?? []).map((id) => linked('record', id)), ...more],
      figures.map((id) => linked('figure', id)),
      submissions.map((id) => linked('submission', id)),
      rows,
      say(note),
    ]
    const told = lines.filter((line) => line.length > 0)
    return told.length === 0 ? [say(words.noSource, 'quiet')] : told
  }

  const listOf = (kind: Kind, title: string): readonly Block[] => {
    const restsOn = ({ cited }: (typeof entries)[number], id: string): boolean =>
      ({ record: cited.evidence?.records, figure: cited.figures, submission: cited.submissions })[kind]?.includes(id) === true
    const rows = [...lists[kind]]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, anchor]) => ({
        id: anchor,
        cells: [cell(id), entries.filter((entry) => restsOn(entry, id)).map((entry): Line => [{ text: entry.cited.title, to: entry.id }])],
      }))
    return rows.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: title },
          { kind: 'table', caption: '', columns: [title, words.usedIn], rows },
        ]
  }

  return {
    figure: (text, cited) => {
      const id = `${prefix}cited-${entries.length + 1}`
      entries.push({ id, text, cited })
      return { text, to: id }
    },
    record: (id) => linked('record', id),
    blocks: () => [
      { kind: 'heading', level: 2, text: words.sources, id: `${prefix}sources` },
      { kind: 'paragraph', line: say(words.recordsNote) },
      {
        kind: 'table',
        caption: '',
        columns: [words.sourceOf, words.value, words.source],
        rows: entries.map(({ id, text, cited }) => ({ id, cells: [cell(cited.title), cell(text), linesOf(cited)] })),
      },
      ...listOf('record', words.record),
      ...listOf('figure', words.figures),
      ...listOf('submission', words.submissions),
    ],
  }
}
