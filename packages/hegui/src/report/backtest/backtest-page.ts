/** A backtest as a page to print, laid out by `@hegui/report`. */
import { type Backtest, changeKinds, type KindCounts } from '@hegui/analysis'
import type { Language } from '@hegui/model'
import type { Block, Page } from '@hegui/report'
import { conditionLines, headLines, transitionsText } from './backtest-lines.js'
import { changeWriter, measureLines, outcomeText, placeText, regionText, taskLines, whyLines } from './change-text.js'

type Line = Extract<Block, { readonly kind: 'paragraph' }>['line']
const say = (text: string): Line => [{ text }]
const cell = (...texts: readonly string[]): readonly Line[] => texts.filter((text) => text !== '').map(say)

export function backtestPage(backtest: Backtest, title: string, language: Language): Page {
  const writer = changeWriter(language)
  const { words } = writer
  const { rules, totals } = backtest
  const counted = (counts: KindCounts): readonly (readonly Line[])[] => changeKinds.map((kind) => cell(String(counts[kind])))
  const kinds = changeKinds.map((kind) => words.kinds[kind])
  const tables: readonly Block[] = [
    { kind: 'heading', level: 2, text: words.byRule },
    {
      kind: 'table',
      caption: '',
      columns: [words.rule, words.conditions, ...kinds, words.outcome],
      rows: rules.map((rule) => ({
        cells: [cell(rule.title, rule.rule), cell(...conditionLines(rule, writer)), ...counted(rule.counts), cell(transitionsText(rule, writer))],
      })),
    },
    { kind: 'heading', level: 2, text: words.byRegion },
    {
      kind: 'table',
      caption: '',
      columns: [words.rule, words.region, ...kinds],
      rows: rules.flatMap((rule) =>
        rule.regions.map(({ region, counts }) => ({ cells: [cell(rule.title), cell(regionText(region, writer)), ...counted(counts)] })),
      ),
    },
    { kind: 'heading', level: 2, text: words.examples },
    {
      kind: 'table',
      caption: '',
      columns: [words.rule, words.recordId, words.region, words.outcome, words.why, words.measures, words.tasks],
      rows: rules.flatMap((rule) =>
        rule.regions.flatMap(({ region, examples }) =>
          examples.map((example) => ({
            cells: [
              cell(rule.title),
              cell(`${example.record} ${example.change.conduct}`, example.inspectedOn, placeText(example)),
              cell(regionText(region, writer)),
              cell(outcomeText(example.change, writer)),
              cell(...whyLines(example.change.why, writer)),
              cell(...measureLines(example.change.measures, writer)),
              cell(...taskLines(example.change.tasks, writer)),
            ],
          })),
        ),
      ),
    },
  ]
  return {
    language,
    title,
    colon: words.colon,
    landscape: true,
    blocks: [
      ...headLines(backtest, writer).map((text): Block => ({ kind: 'paragraph', line: say(text) })),
      ...(Object.values(totals).every((count) => count === 0) ? [] : tables),
    ],
  }
}
