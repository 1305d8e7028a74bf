/** A comparison as a page that is checked and signed before a version is published, laid out by `@hegui/report`. */
import { outcomeQuestions, type PackDiff, type RuleDiff } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { Language } from '@hegui/model'
import type { Block, Page } from '@hegui/report'
import { type DiffLine, diffLines } from './diff-lines.js'
import { type DiffWords, diffWords } from './words.js'

type Cells = Extract<Block, { readonly kind: 'table' }>['rows'][number]['cells']
const cells = (texts: readonly string[]): Cells => texts.map((text) => (text === '' ? [] : [[{ text }]]))

export function diffPage(title: string, diff: PackDiff, fresh: Ruleset, language: Language): Page {
  const words = diffWords(language)
  const [summary, ...details] = sections(diffLines(diff, fresh, language))
  return {
    language,
    title,
    colon: words.colon,
    blocks: [
      ...(summary ?? []),
      ...(diff.rules.length === 0
        ? []
        : [
            table(
              words.summary,
              [words.rule, words.relation, ...outcomeQuestions.map((each) => words.questions[each])],
              diff.rules.map((rule) => summaryRow(rule, words)),
            ),
          ]),
      ...details.flat(),
      { kind: 'heading', level: 2, text: words.approval },
      table(
        '',
        words.signature,
        words.signing.map((role) => [role, ...words.signature.slice(1).map(() => '')]),
      ),
    ],
  }
}

const table = (caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  caption,
  columns,
  rows: rows.map((row) => ({ cells: cells(row) })),
})

/** Of what was not compared to the end, nothing is said to be the same. */
function summaryRow({ title, rule, relation, outcomes, complete, apart }: RuleDiff, words: DiffWords): readonly string[] {
  const isSure = complete && apart.length === 0
  return [
    `${title}（${rule}）`,
    words.relations[relation],
    ...outcomeQuestions.map((question) => (isSure || outcomes[question] !== 'equivalent' ? words.shifts[outcomes[question]] : words.unsure)),
  ]
}

/** A heading and the list below it; what stands before the first heading is a section too. */
function sections(lines: readonly DiffLine[]): readonly (readonly Block[])[] {
  const found: { heading?: string; items: { text: string; nested: string[] }[] }[] = [{ items: [] }]
  for (const { level, text } of lines) {
    const items = found.at(-1)?.items ?? []
    if (level === 0) found.push({ heading: text, items: [] })
    else if (level === 1) items.push({ text, nested: [] })
    else items.at(-1)?.nested.push(text)
  }
  return found.map(({ heading, items }) => [
    ...(heading === undefined ? [] : [{ kind: 'heading', level: 2, text: heading } as const]),
    { kind: 'list', items: items.map(({ text, nested }) => ({ line: [{ text }], nested: nested.map((each) => [{ text: each }]) })) } as const,
  ])
}
