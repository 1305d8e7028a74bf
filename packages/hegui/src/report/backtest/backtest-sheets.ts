/** A backtest as sheets: by rule, by rule and region, and the examples. */
import { type Backtest, changeKinds, type KindCounts } from '@hegui/analysis'
import type { Language } from '@hegui/model'
import { type Cell, date, heading, number, type Sheet, text } from '@hegui/report'
import { conditionLines, headLines, transitionsText } from './backtest-lines.js'
import { changeWriter, measureLines, outcomeText, regionText, taskLines, whyLines } from './change-text.js'

const counted = (counts: KindCounts): readonly Cell[] => changeKinds.map((kind) => number(counts[kind]))

export function backtestSheets(backtest: Backtest, title: string, language: Language): readonly Sheet[] {
  const writer = changeWriter(language)
  const { words } = writer
  const { rules, totals } = backtest
  const kinds = changeKinds.map((kind) => words.kinds[kind])
  const joined = (lines: readonly string[]): Cell => text(lines.join(words.semicolon))
  const head = [title, ...headLines(backtest, writer)]
  return [
    {
      name: words.byRule,
      widths: [30, 30, ...kinds.map(() => 11), 40, 40],
      frozen: head.length + 1,
      rows: [
        ...head.map((line) => [text(line)]),
        [words.rule, words.id, ...kinds, words.outcome, words.conditions].map(heading),
        ...rules.map((rule) => [
          text(rule.title),
          text(rule.rule),
          ...counted(rule.counts),
          text(transitionsText(rule, writer)),
          joined(conditionLines(rule, writer)),
        ]),
        [text(words.total), text(''), ...counted(totals)],
      ],
    },
    {
      name: words.byRegion,
      widths: [30, 30, 12, 24, ...kinds.map(() => 11)],
      frozen: 1,
      rows: [
        [words.rule, words.id, words.code, words.region, ...kinds].map(heading),
        ...rules.flatMap((rule) =>
          rule.regions.map(({ region, counts }) => [
            text(rule.title),
            text(rule.rule),
            text(region ?? ''),
            text(regionText(region, writer)),
            ...counted(counts),
          ]),
        ),
      ],
    },
    {
      name: words.examples,
      widths: [30, 12, 24, 20, 12, 14, 24, 8, 30, 50, 50, 40],
      frozen: 1,
      rows: [
        [
          words.rule,
          words.code,
          words.region,
          words.recordId,
          words.conduct,
          words.inspectedOn,
          words.file,
          words.line,
          words.outcome,
          words.why,
          words.measures,
          words.tasks,
        ].map(heading),
        ...rules.flatMap((rule) =>
          rule.regions.flatMap(({ region, examples }) =>
            examples.map(({ record, inspectedOn, place, change }): readonly Cell[] => [
              text(rule.title),
              text(region ?? ''),
              text(regionText(region, writer)),
              text(record),
              text(change.conduct),
              date(inspectedOn),
              text(place?.file ?? ''),
              place === undefined ? text('') : number(place.line),
              text(outcomeText(change, writer)),
              joined(whyLines(change.why, writer)),
              joined(measureLines(change.measures, writer)),
              joined(taskLines(change.tasks, writer)),
            ]),
          ),
        ),
      ],
    },
  ]
}
