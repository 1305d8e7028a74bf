/** A comparison as lines in an outline: the same for a terminal and for a page. */
import {
  answerPhrase,
  aspects,
  type CounterExample,
  type DataChange,
  outcomeQuestions,
  type PackDiff,
  type PeriodDifference,
  type RuleDiff,
} from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { FactValue, Language } from '@hegui/model'
import { type DiffWords, diffWords } from './words.js'

/** `level` 0: a heading; else the depth of a list item. */
export interface DiffLine {
  readonly level: number
  readonly text: string
}

interface Writing {
  readonly words: DiffWords
  readonly language: Language
  readonly fresh: Ruleset
}

const at =
  (level: number) =>
  (text: string): DiffLine => ({ level, text })

export function diffLines(diff: PackDiff, fresh: Ruleset, language: Language): readonly DiffLine[] {
  const words = diffWords(language)
  const writing = { words, language, fresh }
  const { counts, rules, added, removed, changes, owes } = diff
  const named = (heading: string, list: PackDiff['added']): readonly DiffLine[] =>
    list.length === 0
      ? []
      : [
          at(0)(heading),
          ...list.map(({ rule, title, nearest }) => at(1)(`${title}（${rule}）${nearest === undefined ? '' : `${words.comma}${words.nearest(nearest)}`}`)),
        ]
  return [
    at(1)(words.counts(counts.rules, counts.identical, counts.compared, added.length, removed.length)),
    at(1)(words.owes[owes]),
    ...rules.flatMap((rule) => ruleLines(rule, writing)),
    ...named(words.added, added),
    ...named(words.removed, removed),
    ...aspects.flatMap((aspect) => {
      const of = changes.filter((change) => change.aspect === aspect)
      return of.length === 0 ? [] : [at(0)(words.aspects[aspect]), ...of.map((change) => at(1)(changeText(change, writing)))]
    }),
  ]
}

const changeText = ({ words: said, effect }: DataChange, { words, language }: Writing): string =>
  `${said[language]}${effect === 'wording' ? `（${words.wording}）` : ''}`

function ruleLines(rule: RuleDiff, writing: Writing): readonly DiffLine[] {
  const { words, language } = writing
  const shifts = outcomeQuestions.map((question) => `${words.questions[question]}${words.colon}${words.shifts[rule.outcomes[question]]}`).join(words.comma)
  return [
    at(0)(`[${words.relations[rule.relation]}] ${rule.title}（${rule.rule}）`),
    ...rule.conditions.map((change) => at(1)(`${words.parts[change.part]}${words.colon}${change.words[language]}`)),
    ...[...rule.changes, ...rule.touchedBy].map((change) => at(1)(changeText(change, writing))),
    ...(rule.transitions.length === 0 ? [] : [at(1)(shifts)]),
    ...rule.periods.map((period) => at(1)(periodText(period, words))),
    ...rule.examples.flatMap((example, index) => exampleLines(example, index + 1, writing)),
  ]
}

function periodText({ kind, within, transitions }: PeriodDifference, words: DiffWords): string {
  const [before, after, always] = words.open
  const days =
    within.from === null
      ? within.to === null
        ? always
        : `${within.to} ${before}`
      : within.to === null
        ? `${within.from} ${after}`
        : `${within.from}–${within.to}`
  const moves = transitions.map(({ from, to }) => `${words.outcomes[from]} → ${words.outcomes[to]}`).join(words.comma)
  return `${words.kinds[kind]} ${days}${words.colon}${moves}`
}

function exampleLines({ from, to, record, oldRecord }: CounterExample, number: number, { words, language, fresh }: Writing): readonly DiffLine[] {
  const [conduct] = record.conducts
  const facts = Object.entries({ ...record.facts, ...conduct?.facts }) as readonly (readonly [string, FactValue])[]
  const told = (id: string, value: FactValue): string => (language === 'zh' ? answerPhrase(id, value, fresh.vocabulary) : `${id} = ${JSON.stringify(value)}`)
  const date = conduct?.date
  const day =
    date === null || date === undefined ? words.noDate : typeof date === 'string' ? words.date(date) : words.date(`${date.from ?? '?'}–${date.to ?? ''}`)
  const decided = record.decidedOn ?? record.inspectedOn
  const plain = typeof date === 'string' && date === record.inspectedOn && decided === date
  return [
    at(1)(`${words.example} ${number}${words.colon}${words.outcomes[from]} → ${words.outcomes[to]}`),
    at(2)(
      [
        day,
        ...(plain ? [] : [words.decided(record.inspectedOn, decided)]),
        ...(typeof record.region === 'string' ? [told('record.region', record.region)] : []),
        ...facts.map(([id, value]) => told(id, value)),
      ].join(words.comma),
    ),
    ...(oldRecord === undefined ? [] : [at(2)(words.onlyOld)]),
  ]
}

/** A blank line before each heading. */
export const diffOutline = (title: string, lines: readonly DiffLine[]): readonly string[] => [
  title,
  ...lines.flatMap(({ level, text }) => (level === 0 ? ['', text] : [`${'  '.repeat(level)}${text}`])),
]
