/** What every report needs: a language, its words, and the names of what the data only identifies. */
import { type Catalogue, type Language, regionTitle, type Vocabulary } from '@hegui/model'
import { en } from './words-en.js'
import { type Words, zh } from './words-zh.js'

/** Without a catalogue or a vocabulary, instruments, organs, plans and facts go by their ids. */
export interface ReportOptions {
  readonly language?: Language | undefined
  readonly catalogue?: Catalogue | undefined
  readonly vocabulary?: Vocabulary | undefined
}

export interface Writer {
  readonly language: Language
  readonly words: Words
  readonly catalogue: Catalogue | undefined
  readonly vocabulary: Vocabulary | undefined
}

export const writerOf = ({ language = 'zh', catalogue, vocabulary }: ReportOptions): Writer => ({
  language,
  words: language === 'en' ? en : zh,
  catalogue,
  vocabulary,
})

interface Named {
  readonly englishTitle: string
}
const named = (found: (Named & { readonly shortTitle?: string; readonly title?: string }) | undefined, id: string, language: Language): string =>
  (language === 'en' ? found?.englishTitle : (found?.shortTitle ?? found?.title)) ?? id

export const organTitle = (id: string, { catalogue, language }: Writer): string => named(catalogue?.organs.get(id), id, language)
export const planTitle = (id: string, { catalogue, language }: Writer): string => named(catalogue?.plans.get(id), id, language)
const instrumentTitle = (id: string, { catalogue, language }: Writer): string => named(catalogue?.instruments.get(id), id, language)

export const factTitle = (id: string, { catalogue, vocabulary }: Writer): string =>
  vocabulary?.facts.get(id)?.title ?? catalogue?.circumstances.find((each) => each.id === id)?.title ?? id

export const placeTitle = (region: string | null | undefined, { words, language }: Writer): string =>
  region === null || region === undefined ? words.unknown : language === 'en' ? region : regionTitle(region)

/** Of a target or an accountability of the plan. */
export function readingTitle(plan: string, item: string, reading: string, { catalogue }: Writer): string {
  const found = catalogue?.plans.get(plan)
  const items = [...(found?.targets ?? []), ...(found?.accountability ?? [])]
  return items.find(({ id }) => id === item)?.readings?.find(({ id }) => id === reading)?.title ?? reading
}

interface Citation {
  readonly instrument: string
  readonly article: string
  readonly edition: string | null
  readonly read: boolean
}
/** `条例 36(1)（2016年修订文本）`. The edition is always named where it is settled: the reader has to look it up in that wording. */
export function citationText({ instrument, article, edition, read }: Citation, writer: Writer): string {
  const { words, catalogue } = writer
  const edited = edition === null ? undefined : (catalogue?.instruments.get(instrument)?.editions.find((each) => each.id === edition)?.title ?? edition)
  const notes = [...(edited === undefined ? [] : [edited]), ...(read || article === '0' ? [] : [words.unread])]
  return `${instrumentTitle(instrument, writer)} ${article === '0' ? words.unnumbered : article}${notes.length === 0 ? '' : words.bracket(notes.join(words.comma))}`
}

export const clausesText = (clauses: readonly string[], { words }: Writer): string => clauses.join(words.comma)
