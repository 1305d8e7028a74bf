// Checks places of packs against texts, and compares a committed result with the packs as they are now.
import { createHash } from 'node:crypto'
import { figuresIn } from './figures.mjs'
import { chineseOf, numberOf, numeral } from './numerals.mjs'
import { articlesOf, placesIn, referredTo, sanctionOf, textOf } from './statute.mjs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
/** `36(1)` → 第三十六条(1), for people. */
const inChinese = (article) => article.replace(/^\d+/, (number) => `第${chineseOf(Number(number))}条`)
const sortedObject = (entries) => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

/** The citations that a title such as 第五十四条第一款第（三）项、第二款 writes out, to compare with `54(1)(3)`. */
function articleOfTitle(title) {
  const [, number, paragraph, item] = new RegExp(`^第(${numeral})条(?:之${numeral})?(?:第(${numeral})款)?(?:第[（(](${numeral})[）)]项)?`).exec(title) ?? []
  return number === undefined ? null : [`${numberOf(number)}`, ...[paragraph, item].filter(Boolean).map((part) => `(${numberOf(part)})`)].join('')
}
/** Paragraphs that the title names beyond the citation: …、第二款. */
const furtherParagraphs = (title, article) =>
  [...title.matchAll(new RegExp(`、第(${numeral})款`, 'g'))].map(([, number]) => article.paragraphs[numberOf(number) - 1]).filter(Boolean)

/**
 * The result of checking every place, and what was not found, in Chinese. `texts`: instrument@edition → { title, promulgatedOn, text };
 * `derived`: place → figure → { from, reason }, for a figure that the text only lets us compute, such as half of another.
 */
export function verifyPlaces(places, texts, alsoArticles, derived = {}) {
  const problems = []
  const parsed = new Map(Object.entries(texts).map(([source, { text }]) => [source, articlesOf(text)]))
  const used = new Map()
  const checked = places.map(({ name, at, figures }) => {
    const found = new Set()
    const say = (message) => problems.push(`${name}：${message}`)
    const further = (alsoArticles[name] ?? []).map(({ source, article }) => ({ source: source ?? at[0]?.source, article }))
    if (at.length === 0) say('没有读过的版本可以核对')
    for (const { source, article, title } of [...at, ...further]) {
      const articles = parsed.get(source)
      if (!articles) {
        say(`没有 ${source} 的文本，先在 sources.json 里写明对应哪个文件`)
        continue
      }
      const { places: cited, missing } = placesIn(articles, article)
      for (const citation of missing) say(`${source} 的文本里没有${inChinese(citation)}`)
      const written = title === undefined ? null : articleOfTitle(title)
      if (title !== undefined && written !== article) say(`条款写作“${title}”，与 ${article} 不一致`)
      for (const place of cited) {
        const kept = used.get(source) ?? new Map()
        used.set(source, kept.set(place.article.number, sha256(textOf(place.article))))
        const own = [...place.paragraphs, ...(title === undefined ? [] : furtherParagraphs(title, place.article))]
        const scope = new Set([...own, ...own.flatMap((paragraph) => [...referredTo(place.article, paragraph), ...sanctionOf(place.article, paragraph)])])
        const present = figuresIn([...scope].map((paragraph) => paragraph.text).join('\n'))
        for (const figure of figures) if (present.has(derived[name]?.[figure]?.from ?? figure)) found.add(figure)
      }
    }
    const lacking = figures.filter((figure) => !found.has(figure))
    if (lacking.length > 0 && at.some(({ source }) => parsed.has(source)))
      say(`${[...at, ...further].map(({ source, article }) => `${source} ${inChinese(article)}`).join('、')}里没有 ${lacking.join('、')}`)
    const cite = ({ source, article }) => `${source} ${article}`
    return [
      name,
      { at: at.map(cite), ...(further.length > 0 ? { also: further.map(cite) } : {}), wanted: figures, found: figures.filter((figure) => found.has(figure)) },
    ]
  })
  const result = {
    texts: sortedObject(
      [...used].map(([source, articles]) => {
        const { title, promulgatedOn, text } = texts[source]
        const byNumber = [...articles].sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1))
        return [source, { title, promulgatedOn, sha256: sha256(text), articles: byNumber.map(([number, hash]) => ({ article: number, sha256: hash })) }]
      }),
    ),
    places: sortedObject(checked),
  }
  return { result, problems }
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

/** How a committed result differs from the places of the packs now: each line one place, in Chinese. Empty: it still proves them. */
export function differences(places, result, alsoArticles) {
  const now = new Map(places.map((place) => [place.name, place]))
  const lines = []
  for (const [name, { at, figures }] of now) {
    const kept = result.places[name]
    const cites = at.map(({ source, article }) => `${source} ${article}`)
    const also = (alsoArticles[name] ?? []).map(({ source, article }) => `${source ?? at[0]?.source} ${article}`)
    if (!kept) lines.push(`${name}：没有核对过`)
    else {
      if (!same(kept.at, cites)) lines.push(`${name}：现在引 ${cites.join('、')}，核对时引 ${kept.at.join('、')}`)
      if (!same(kept.also ?? [], also)) lines.push(`${name}：另引的条款变了`)
      if (!same(kept.wanted, figures)) lines.push(`${name}：现在是 ${figures.join('、') || '没有数字'}，核对时是 ${kept.wanted.join('、') || '没有数字'}`)
      for (const figure of kept.wanted.filter((each) => !kept.found.includes(each))) lines.push(`${name}：原文里没有找到 ${figure}`)
      for (const cite of [...kept.at, ...(kept.also ?? [])]) {
        const source = cite.slice(0, cite.indexOf(' '))
        if (!result.texts[source]) lines.push(`${name}：没有 ${source} 的文本`)
      }
      if (kept.at.length === 0) lines.push(`${name}：没有读过的版本可以核对`)
    }
  }
  for (const name of Object.keys(result.places)) if (!now.has(name)) lines.push(`${name}：规则包里已经没有`)
  for (const name of Object.keys(alsoArticles)) if (!now.has(name)) lines.push(`${name}：sources.json 里另引的条款没有用处`)
  return lines
}
