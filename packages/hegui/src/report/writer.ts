/** What every part of a report needs: the language, the names of things, and how they are written on a line. */
import type { Ruleset } from '@hegui/engine'
import { type Assessment, type InspectionRecord, type Language, oneLine } from '@hegui/model'
import { type Words, wordsOf } from './words.js'

/** What it takes to name organs and articles. */
export interface Names {
  readonly language: Language
  readonly words: Words
  readonly ruleset: Ruleset
}

export interface Writer extends Names {
  readonly record: InspectionRecord
  readonly assessment: Assessment
}

export const writerOf = (assessment: Assessment, record: InspectionRecord, ruleset: Ruleset, language: Language): Writer => ({
  language,
  words: wordsOf(language),
  ruleset,
  record,
  assessment,
})

/** `label：text` */
export const labelled = ({ words }: Writer, label: string, text: string): string => `${label}${words.colon}${text}`

/** Lines made safe for a terminal, whoever wrote the records and packs: no control characters, no hidden direction marks. */
export const terminalText = (lines: readonly string[]): string => `${lines.map(oneLine).join('\n')}\n`

/** The title of a fact, or of a circumstance: their ids cannot be confused. */
export const factTitle = (id: string, { ruleset }: Writer): string =>
  ruleset.vocabulary.facts.get(id)?.title ?? ruleset.catalogue.circumstances.find((each) => each.id === id)?.title ?? id

export function organTitle(id: string, { ruleset, language }: Names): string {
  const found = ruleset.catalogue.organs.get(id)
  return (language === 'zh' ? found?.title : found?.englishTitle) ?? id
}

export const organTitles = (ids: readonly string[], writer: Writer): string =>
  ids.length === 0 ? writer.words.none : ids.map((id) => organTitle(id, writer)).join(writer.words.comma)

export const planTitle = (id: string, { ruleset, language }: Writer): string => {
  const plan = ruleset.catalogue.plans.get(id)
  return (language === 'zh' ? plan?.shortTitle : plan?.englishTitle) ?? id
}

export const instrumentTitle = (id: string, { ruleset, language }: Names): string => {
  const instrument = ruleset.catalogue.instruments.get(id)
  return (language === 'zh' ? instrument?.shortTitle : instrument?.englishTitle) ?? id
}

/** `烟花爆竹安全管理条例 36(1)（2016年修订文本）`; the edition is left out where it is not settled. Article `0` is one whose number nobody has seen. */
export function citationText(
  { instrument, article, edition, read }: { readonly instrument: string; readonly article: string; readonly edition: string | null; readonly read: boolean },
  writer: Names,
): string {
  const found = writer.ruleset.catalogue.instruments.get(instrument)
  const edited = found?.editions.find((each) => each.id === edition)
  const notes = [
    ...(edited === undefined || (found?.editions.length ?? 0) < 2 ? [] : [edited.title]),
    ...(read || article === '0' ? [] : [writer.words.unread]),
  ]
  return `${instrumentTitle(instrument, writer)} ${article === '0' ? writer.words.unnumbered : article}${notes.length === 0 ? '' : writer.words.bracket(notes.join(writer.words.comma))}`
}
