/** `fireworks-regulation:36(1)`, `烟花爆竹安全管理条例36`, `烟花爆竹安全管理条例第三十六条`: which article of which instrument is meant? */
import { articlesOf, type Instrument, type Problem, problem, shown, suggestion } from '@hegui/model'
import { articlesMeet, articleWritten } from './chinese-article.js'

export interface ArticleAsked {
  readonly instrument: string
  readonly article: string
}
export type ArticleQuery = { readonly ok: true; readonly asked: ArticleAsked } | { readonly ok: false; readonly problem: Problem }

const unclear = (text: string): ArticleQuery => ({ ok: false, problem: problem('HG6008', [], { found: shown(text) }) })

export function articleAsked(text: string, instruments: ReadonlyMap<string, Instrument>): ArticleQuery {
  const split = splitAt(text.trim())
  if (split === undefined) return unclear(text)
  const found = instrumentNamed(split.name, instruments)
  if (found === undefined) {
    const known = [...instruments.values()].flatMap((each) => [each.id, each.shortTitle, each.title])
    return { ok: false, problem: problem('HG4004', [], { id: shown(split.name), ...suggestion(split.name, known) }) }
  }
  return [...articlesOf(found)].some((each) => articlesMeet(each, split.article))
    ? { ok: true, asked: { instrument: found.id, article: split.article } }
    : { ok: false, problem: problem('HG4005', [], { instrument: found.shortTitle, instrumentEn: found.englishTitle, article: split.article }) }
}

/** The name ends at the colon, or before the shortest tail that is written as an article. */
function splitAt(text: string): { readonly name: string; readonly article: string } | undefined {
  const colon = /^([^:：]+)[:：](.+)$/u.exec(text)
  if (colon !== null) {
    const article = articleWritten(colon[2] ?? '')
    return article === undefined ? undefined : { name: (colon[1] ?? '').trim(), article }
  }
  const tail = /^(.*?[^\d\s〇零一二两三四五六七八九十百千第])\s*((?:\d|第).*|[〇零一二两三四五六七八九十百千]+条.*)$/u.exec(text)
  const article = tail === null ? undefined : articleWritten(tail[2] ?? '')
  return tail === null || article === undefined ? undefined : { name: (tail[1] ?? '').trim(), article }
}

const bare = (title: string): string => title.replaceAll(/[《》\s]/g, '')

/** By id, by title or short title; without the name of the state, which nobody writes; or by the only title that ends so. */
function instrumentNamed(name: string, instruments: ReadonlyMap<string, Instrument>): Instrument | undefined {
  const wanted = bare(name)
  const titlesOf = (each: Instrument): readonly string[] => [each.shortTitle, each.title].map((title) => bare(title).replace(/^中华人民共和国/, ''))
  const all = [...instruments.values()]
  const exact = instruments.get(name) ?? all.find((each) => titlesOf(each).includes(wanted.replace(/^中华人民共和国/, '')))
  if (exact !== undefined) return exact
  const ending = all.filter((each) => titlesOf(each).some((title) => wanted.length >= 4 && title.endsWith(wanted)))
  return ending.length === 1 ? ending[0] : undefined
}
