// A statute in Markdown or plain text as articles (条), paragraphs (款) and items (项).
import { numberOf, numeral } from './numerals.mjs'

const articleStart = new RegExp(`^第(${numeral})条(?:之(${numeral}))?[\\s\\u3000]*(.*)$`, 's')
const itemStart = new RegExp(`^[（(](${numeral})[）)](?:之(${numeral}))?`)
const heading = new RegExp(`^(?:#|第${numeral}[编章节][\\s\\u3000]|<!--|---|附件|附：)`)

const key = (number, of) => (of === undefined ? `${numberOf(number)}` : `${numberOf(number)}之${numberOf(of)}`)

/** The articles of a text by number: `36`, `134之一` as `134之1`. A number that stands twice is kept from its first place. */
export function articlesOf(markdown) {
  const articles = new Map()
  let current = null
  for (const raw of markdown.split(/\r?\n/)) {
    const line = raw.replace(/^[\s\u3000>]+|[\s\u3000]+$/g, '').replaceAll('**', '')
    if (line === '') continue
    const start = articleStart.exec(line)
    if (start) {
      current = { number: key(start[1], start[2]), paragraphs: [] }
      if (!articles.has(current.number)) articles.set(current.number, current)
      if (start[3] !== '') current.paragraphs.push({ text: start[3], items: new Map() })
    } else if (heading.test(line)) {
      current = null
    } else if (current) {
      const item = itemStart.exec(line)
      const paragraph = current.paragraphs.at(-1)
      if (item && paragraph) {
        paragraph.items.set(key(item[1], item[2]), line)
        paragraph.text += `\n${line}`
      } else current.paragraphs.push({ text: line, items: new Map() })
    }
  }
  return articles
}

export const textOf = (article) => article.paragraphs.map((paragraph) => paragraph.text).join('\n')

const paragraphOf = (article, number) => article.paragraphs[number - 1]
const withItem = (article, number) => article.paragraphs.filter((paragraph) => paragraph.items.has(`${number}`))

/**
 * What one citation, `36(1)` or `50(1)(2)`, stands for: the article and the paragraphs it covers; null where there is none.
 * `37(1)` is the first item where article 37 is a single paragraph with items, otherwise the first paragraph.
 */
function cited(articles, citation) {
  const [, number, rest] = /^(\d+(?:之\d+)?)((?:\(\d+\))*)$/.exec(citation) ?? []
  const article = articles.get(number)
  if (!article) return null
  const [first, second] = [...(rest ?? '').matchAll(/\((\d+)\)/g)].map((match) => Number(match[1]))
  if (first === undefined) return { article, paragraphs: article.paragraphs }
  if (second !== undefined) {
    const paragraph = paragraphOf(article, first)
    return paragraph?.items.has(`${second}`) ? { article, paragraphs: [paragraph] } : null
  }
  const itemsOnly = article.paragraphs.length === 1 && article.paragraphs[0].items.size > 0
  const paragraphs = itemsOnly || !paragraphOf(article, first) ? withItem(article, first).slice(0, 1) : [paragraphOf(article, first)]
  return paragraphs.length > 0 ? { article, paragraphs } : null
}

/** Every part of an article reference: `22-24` is three articles, `53,60` two. `missing` names those that the text does not have. */
export function placesIn(articles, reference) {
  const places = []
  const missing = []
  for (const part of reference.split(/[,、]/)) {
    const range = /^(\d+)-(\d+)$/.exec(part)
    const citations = range ? Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_, index) => `${Number(range[1]) + index}`) : [part]
    for (const citation of citations) {
      const place = cited(articles, citation)
      if (place) places.push({ citation, ...place })
      else missing.push(citation)
    }
  }
  return { places, missing }
}

/** The paragraph after it that says what follows from its items: 单位有前款第一项行为的，处…. */
export function sanctionOf(article, paragraph) {
  const next = article.paragraphs[article.paragraphs.indexOf(paragraph) + 1]
  return paragraph.items.size > 0 && next !== undefined && /有前款/.test(next.text) ? [next] : []
}

/** The paragraphs that a paragraph refers to inside its own article: 前款, 前两款, 第一款. */
export function referredTo(article, paragraph) {
  const at = article.paragraphs.indexOf(paragraph)
  const before = new RegExp(`前(${numeral})?款`, 'g')
  const named = new RegExp(`(?<!条)第(${numeral})款`, 'g')
  const numbers = [
    ...[...paragraph.text.matchAll(before)].flatMap(([, count]) => Array.from({ length: count ? numberOf(count) : 1 }, (_, index) => at - 1 - index)),
    ...[...paragraph.text.matchAll(named)].map(([, number]) => numberOf(number) - 1),
  ]
  return [...new Set(numbers)].filter((number) => number !== at && article.paragraphs[number]).map((number) => article.paragraphs[number])
}
