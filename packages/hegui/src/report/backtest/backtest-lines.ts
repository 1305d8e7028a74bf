/** A backtest as lines in an outline, for a terminal. */
import type { Backtest, ChangeExample, RuleBacktest } from '@hegui/analysis'
import type { Language } from '@hegui/model'
import type { DiffLine } from '../diff/diff-lines.js'
import { diffWords } from '../diff/words.js'
import { type ChangeWriter, changeWriter, countsText, measureLines, outcomeText, placeText, regionText, ruleTitle, taskLines, whyLines } from './change-text.js'

export function backtestLines(backtest: Backtest, language: Language): readonly DiffLine[] {
  const writer = changeWriter(language)
  return [...headLines(backtest, writer).map((text) => ({ level: 1, text })), ...backtest.rules.flatMap((rule) => ruleLines(rule, writer))]
}

/** What was read, what was not, and the sum of it. */
export function headLines({ counts, totals, rules, notComparable }: Backtest, writer: ChangeWriter): readonly string[] {
  const { words } = writer
  const { both, old, new: fresh } = counts.refused
  return [
    words.counts(counts.records, counts.conducts, counts.changed, counts.assessed),
    ...(both + old + fresh === 0 ? [] : [words.refused(both, old, fresh)]),
    ...(notComparable.length === 0 ? [] : [`${words.notComparable}${words.colon}${notComparable.join(words.comma)}`]),
    rules.length === 0 ? words.nothing : countsText(totals, writer),
  ]
}

/** How often each answer turned into which. */
export const transitionsText = ({ transitions }: RuleBacktest, { words, language }: ChangeWriter): string =>
  transitions.map(({ from, to, count }) => `${diffWords(language).outcomes[from]} → ${diffWords(language).outcomes[to]} ${count}`).join(words.comma)

export const conditionLines = ({ conditions, changes, only }: RuleBacktest, { words, language }: ChangeWriter): readonly string[] => [
  ...(only === undefined ? [] : [words.only[only]]),
  ...conditions.map((change) => `${words.parts[change.part]}${words.colon}${change.words[language]}`),
  ...changes.map((change) => change.words[language]),
]

function ruleLines(rule: RuleBacktest, writer: ChangeWriter): readonly DiffLine[] {
  const { words } = writer
  return [
    { level: 0, text: ruleTitle(rule, writer) },
    ...[...conditionLines(rule, writer), countsText(rule.counts, writer), transitionsText(rule, writer)].flatMap((text) =>
      text === '' ? [] : [{ level: 1, text }],
    ),
    ...rule.regions.flatMap(({ region, counts, examples }) => [
      { level: 2, text: `${regionText(region, writer)}${words.colon}${countsText(counts, writer)}` },
      ...examples.flatMap((example) => exampleLines(example, writer)),
    ]),
  ]
}

function exampleLines(example: ChangeExample, writer: ChangeWriter): readonly DiffLine[] {
  const { words } = writer
  const { record, change } = example
  const place = placeText(example)
  const head = `${words.example} ${record}${place === '' ? '' : words.bracket(place)} ${change.conduct}${words.colon}${outcomeText(change, writer)}`
  return [
    { level: 3, text: head },
    ...[...whyLines(change.why, writer), ...measureLines(change.measures, writer), ...taskLines(change.tasks, writer)].map((text) => ({ level: 4, text })),
  ]
}
