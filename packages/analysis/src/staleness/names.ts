/** What is cited, named as lawyers name it, in both languages. */
import { instrumentOf } from '@hegui/model'
import type { Cited } from './citations.js'
import type { Texts } from './texts.js'

export type Bilingual = readonly [zh: string, en: string]

export function nameOf(cited: Cited, texts: Texts): Bilingual {
  switch (cited.kind) {
    case 'clause': {
      const plan = texts.catalogue.plans.get(cited.plan)
      return [`${plan?.shortTitle ?? cited.plan} ${cited.clause}`, `clause ${cited.clause} of ${plan?.englishTitle ?? cited.plan}`]
    }
    case 'norm':
      return normName(cited.norm, texts)
    case 'article':
      return articleName(cited.instrument, cited.article, cited.edition, texts)
    default:
      return cited satisfies never
  }
}

/** Article `0` stands for a text without articles. */
export function articleName(instrument: string, article: string, edition: string | undefined, { catalogue }: Texts): Bilingual {
  const found = catalogue.instruments.get(instrument)
  const title = found?.editions.find((each) => each.id === edition)?.title
  return [
    `《${found?.shortTitle ?? instrument}》${article === '0' ? '' : article}${title === undefined ? '' : `（${title}）`}`,
    `${article === '0' ? '' : `article ${article} of `}${found?.englishTitle ?? instrument}${edition === undefined ? '' : ` (edition ${edition})`}`,
  ]
}

/** With the article of its last edition; norms are renumbered more often than they are renamed. */
export function normName(id: string, texts: Texts): Bilingual {
  const [zh, en] = normArticle(id, texts)
  return [`规范 “${id}”（${zh}）`, `the norm “${id}” (${en})`]
}

export function normArticle(id: string, texts: Texts): Bilingual {
  const last = texts.catalogue.norms.get(id)?.editions.at(-1)
  return articleName(instrumentOf(id), last?.article ?? '0', undefined, texts)
}
