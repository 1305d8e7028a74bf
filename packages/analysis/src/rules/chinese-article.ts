/** Articles as people write them: 36(1), 第三十六条第一款第（四）项, 三十六条. */

const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** 一百二十三 → 123; undefined when it is no number. Articles of Chinese law stay below ten thousand. */
function chineseNumber(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (!/^[〇零一二两三四五六七八九十百千]{1,12}$/.test(text)) return undefined
  let sum = 0
  let digit = 0
  for (const character of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[character]
    if (unit === undefined) digit = digits[character] ?? 0
    else {
      sum += (digit === 0 ? 1 : digit) * unit
      digit = 0
    }
  }
  return sum + digit
}

const number = '[〇零一二两三四五六七八九十百千\\d]+'
const spoken = new RegExp(`^第?(${number})条(?:第?(${number})款)?(?:第?[（(]?(${number})[）)]?项)?$`, 'u')

/** `36(1)(4)` for what means that article; undefined when it is not written as an article. */
export function articleWritten(text: string): string | undefined {
  const plain = text.replaceAll('（', '(').replaceAll('）', ')').replaceAll(/\s/g, '')
  if (/^\d{1,4}(?:\(\d{1,3}\))*$/.test(plain)) return plain
  const match = spoken.exec(text.replaceAll(/\s/g, ''))
  if (match === null) return undefined
  const [article, paragraph, item] = match.slice(1).map((part) => (part === undefined ? undefined : chineseNumber(part)))
  if (article === undefined) return undefined
  // An item of an article with one paragraph is cited with the paragraph in hegui's data: 60(1)(3).
  const inner = item === undefined ? (paragraph === undefined ? [] : [paragraph]) : [paragraph ?? 1, item]
  return `${article}${inner.map((each) => `(${each})`).join('')}`
}

interface Part {
  readonly from: number
  readonly to: number
  readonly rest: readonly number[]
}

const partsOf = (article: string): readonly Part[] =>
  article.split(/[,、]/).flatMap((part) => {
    const match = /^(\d+)(?:-(\d+))?((?:\(\d+\))*)$/.exec(part)
    if (match === null) return []
    const from = Number(match[1])
    return [{ from, to: match[2] === undefined ? from : Number(match[2]), rest: [...(match[3] ?? '').matchAll(/\d+/g)].map(Number) }]
  })

/** Do two citations have a part of the law in common? 36 and 36(1) do, 36(1) and 36(2) do not, 22-24 and 23 do. */
export function articlesMeet(a: string, b: string): boolean {
  return partsOf(a).some((left) =>
    partsOf(b).some(
      (right) => left.from <= right.to && right.from <= left.to && left.rest.every((step, at) => right.rest[at] === undefined || right.rest[at] === step),
    ),
  )
}
