/** Reads a sentence of `sentenceOf` back into a tree, with nothing to go by but its words: what can be read back is not ambiguous. */

export type Read = { readonly say: string } | { readonly of: 'all' | 'any'; readonly negated: boolean; readonly parts: readonly Read[] }

const headings = [
  ['不是同时符合下列各项', 'all', true],
  ['同时符合下列各项', 'all', false],
  ['没有下列任何一种情形', 'any', true],
  ['有下列情形之一', 'any', false],
] as const

/** Titles and values may hold any word or mark; they are told apart by their quotes and nothing in them is read. */
function masked(text: string): { readonly text: string; readonly quotes: readonly string[] } {
  const quotes: string[] = []
  const out = text.replaceAll(/「[^「」]*」|“[^“”]*”|〔[^〔〕]*〕/g, (quote) => {
    quotes.push(quote)
    return `⟦${quotes.length - 1}⟧`
  })
  return { text: out, quotes }
}

export function readSentence(sentence: string): { readonly condition: Read; readonly conclusion: string } {
  const { text, quotes } = masked(sentence)
  if (!text.endsWith('。') || text.slice(0, -1).includes('。')) throw new Error(`not one sentence: ${sentence}`)
  const body = text.slice(0, -1)
  for (const [heading, of, negated] of headings) {
    const match = new RegExp(`^${heading}的，([^：]*)：(.*)$`, 'u').exec(body)
    if (match !== null) return { condition: { of, negated, parts: items(match[2] ?? '', 0, quotes) }, conclusion: match[1] ?? '' }
  }
  const at = body.lastIndexOf('的，')
  return { condition: read(body.slice(0, at), 0, quotes), conclusion: body.slice(at + 2) }
}

const marks = [/（[一二三四五六七八九十]+）|〈0\.\d+〉/gu, /\d+\. /gu, /（\d+）/gu, /[①-⑳]|〈3\.\d+〉/gu]
const markOf = (level: number): RegExp => new RegExp(marks[level] ?? new RegExp(`〈${level}\\.\\d+〉`, 'gu'))

function items(text: string, level: number, quotes: readonly string[]): readonly Read[] {
  const places = [...text.matchAll(markOf(level))].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  if (places[0]?.from !== 0) throw new Error(`no list at level ${level}: ${text}`)
  return places.map(({ to }, index) => {
    const next = places[index + 1]
    const part = text.slice(to, next?.from)
    if (next !== undefined && !part.endsWith('；')) throw new Error(`item ${index + 1} runs into the next: ${text}`)
    return read(next === undefined ? part : part.slice(0, -1), level + 1, quotes)
  })
}

function read(text: string, level: number, quotes: readonly string[]): Read {
  for (const [heading, of, negated] of headings)
    if (text.startsWith(`${heading}：`)) return { of, negated, parts: items(text.slice(heading.length + 1), level, quotes) }
  if (text.includes('；') || text.includes('：')) throw new Error(`neither a comparison nor a list: ${text}`)
  for (const [word, of] of [
    ['，并且', 'all'],
    ['，或者', 'any'],
  ] as const)
    if (text.includes(word)) return { of, negated: false, parts: text.split(word).map((part) => read(part, level, quotes)) }
  if (/[，、]/.test(text)) throw new Error(`a comparison with a loose end: ${text}`)
  return { say: text.replaceAll(/⟦(\d+)⟧/g, (_, index: string) => quotes[Number(index)] ?? '') }
}
