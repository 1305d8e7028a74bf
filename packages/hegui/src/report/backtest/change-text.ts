/** One change of a rule about a conduct in words: what it came to, why, and what follows otherwise. The same in every format. */
import type { ChangeExample, ComparedMeasure, ExplainedChange, LeafChange, MeasureChange, MeasurePart, RuleBacktest, TaskChange, Why } from '@hegui/analysis'
import { changeKinds, type KindCounts } from '@hegui/analysis'
import { type Language, regionTitle } from '@hegui/model'
import { diffWords } from '../diff/words.js'
import { yuan } from '../words.js'
import { type BacktestWords, backtestWords } from './words.js'

export interface ChangeWriter {
  readonly language: Language
  readonly words: BacktestWords
}

export const changeWriter = (language: Language): ChangeWriter => ({ language, words: backtestWords(language) })

export const ruleTitle = ({ title, rule }: Pick<RuleBacktest, 'title' | 'rule'>, { words }: ChangeWriter): string => `${title}${words.bracket(rule)}`

export const regionText = (region: string | null, { words, language }: ChangeWriter): string =>
  region === null ? words.unknownRegion : language === 'zh' ? regionTitle(region) : region

/** Kinds that did not occur are left out. */
export const countsText = (counts: KindCounts, { words }: ChangeWriter): string =>
  changeKinds.flatMap((kind) => (counts[kind] === 0 ? [] : [`${words.kinds[kind]} ${counts[kind]}`])).join(words.comma)

export function outcomeText({ from, to, kinds }: Pick<ExplainedChange, 'from' | 'to' | 'kinds'>, { words, language }: ChangeWriter): string {
  const { outcomes } = diffWords(language)
  return from === to ? `${outcomes[to]}${words.comma}${kinds.map((kind) => words.kinds[kind]).join(words.comma)}` : `${outcomes[from]} → ${outcomes[to]}`
}

export const placeText = ({ place }: Pick<ChangeExample, 'place'>): string => (place === undefined ? '' : `${place.file}:${place.line}`)

export function whyLines(why: Why | undefined, writer: ChangeWriter): readonly string[] {
  const { words } = writer
  switch (why?.kind) {
    case undefined:
      return []
    case 'comparisons':
      return why.leaves.map((leaf) => leafText(leaf, writer))
    case 'structure':
      return [words.structure]
    case 'editions':
      return [words.editions(why.before, why.after)]
    default:
      return why satisfies never
  }
}

function leafText({ part, before, after }: LeafChange, { words, language }: ChangeWriter): string {
  const [was, is] = [before?.words[language], after?.words[language]]
  const compared = was === undefined || is === undefined || was === is ? (is ?? was ?? '') : `${was} → ${is}`
  const answer = (after ?? before)?.answer?.[language] ?? words.notSaid
  const turn =
    before !== undefined && after !== undefined
      ? words.turned(words.truths[before.truth], words.truths[after.truth])
      : before === undefined
        ? `${words.onlyAfter}${words.comma}${after === undefined ? '' : words.truths[after.truth]}`
        : `${words.onlyBefore}${words.comma}${words.truths[before.truth]}`
  return `${words.parts[part]}${words.colon}${compared}${words.semicolon}${words.record(answer)}${words.semicolon}${turn}`
}

/** Added, removed, then what is other in those that stay. */
export function measureLines(changes: readonly MeasureChange[], writer: ChangeWriter): readonly string[] {
  const { words } = writer
  const titles = (label: string, measures: readonly (ComparedMeasure | undefined)[]): readonly string[] => {
    const named = [...new Set(measures.flatMap((measure) => measure?.title ?? []))]
    return named.length === 0 ? [] : [`${label}${words.colon}${named.join(words.semicolon)}`]
  }
  return [
    ...titles(
      words.addedMeasures,
      changes.map(({ before, after }) => (before === undefined ? after : undefined)),
    ),
    ...titles(
      words.removedMeasures,
      changes.map(({ before, after }) => (after === undefined ? before : undefined)),
    ),
    ...new Set(
      changes.flatMap(({ before, after, parts }) =>
        before === undefined || after === undefined
          ? []
          : [`${after.title}${words.colon}${parts.map((part) => partText(part, before, after, writer)).join(words.comma)}`],
      ),
    ),
  ]
}

function partText(part: MeasurePart, before: ComparedMeasure, after: ComparedMeasure, { words, language }: ChangeWriter): string {
  const title = words.measureParts[part]
  if (part === 'amountYuan') return `${title} ${rangeText(before.amountYuan, language)} → ${rangeText(after.amountYuan, language)}`
  if (part === 'days') return `${title} ${rangeText(before.days)} → ${rangeText(after.days)}`
  return title
}

function rangeText(range: { readonly min: number | null; readonly max: number | null } | undefined, language?: Language): string {
  if (range === undefined) return '–'
  const text = (amount: number): string => (language === undefined ? String(amount) : yuan(amount, language))
  const { min, max } = range
  if (min === null) return max === null ? '–' : `≤ ${text(max)}`
  return max === null ? `≥ ${text(min)}` : min === max ? text(min) : `${text(min)} – ${text(max)}`
}

export function taskLines(changes: readonly TaskChange[], { words }: ChangeWriter): readonly string[] {
  const titles = (label: string, tasks: readonly TaskChange[]): readonly string[] =>
    tasks.length === 0 ? [] : [`${label}${words.colon}${[...new Set(tasks.map(({ title }) => title))].join(words.semicolon)}`]
  const come = changes.filter(({ before }) => before === undefined)
  const gone = changes.filter(({ after }) => after === undefined)
  const among = (others: readonly TaskChange[], { task }: TaskChange): boolean => others.some((other) => other.task === task)
  return [
    ...titles(
      words.addedTasks,
      come.filter((each) => !among(gone, each)),
    ),
    ...titles(
      words.removedTasks,
      gone.filter((each) => !among(come, each)),
    ),
    ...titles(
      words.reassigned,
      come.filter((each) => among(gone, each)),
    ),
    ...changes.flatMap(({ title, before, after }) =>
      before === undefined || after === undefined ? [] : [`${words.due}${words.colon}${title} ${dueText(before, words)} → ${dueText(after, words)}`],
    ),
  ]
}

function dueText({ due }: NonNullable<TaskChange['before']>, words: BacktestWords): string {
  if (due === null) return words.noDue
  if (due.date === null) return words.unknownDay
  const { date, earliest = date, latest = date } = due
  return earliest === latest ? (due.instant ?? date) : `${earliest} – ${latest}`
}
