// Numerals of statutes: 二万, 一百零一, 2000, 1.5万. Written both ways in the same country, sometimes in the same article.
const digits = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const small = { 十: 10, 百: 100, 千: 1000 }

/** One numeral, for use inside a larger pattern. */
export const numeral = '(?:\\d[\\d,]*(?:\\.\\d+)?[十百千]?[万亿]?|[零〇一二两三四五六七八九十百千万亿]+)'

/** 一千零五十 → 1050, within four places; null where it is no numeral, such as 十百 or 一二. */
function belowTenThousand(text) {
  if (text === '') return null
  let [sum, digit, place] = [0, null, 10_000]
  for (const char of text) {
    if (char in digits) {
      if (digit !== null && digit !== 0) return null
      digit = digits[char]
    } else {
      const unit = small[char]
      if (unit === undefined || unit >= place || (digit === null && !(unit === 10 && sum === 0)) || digit === 0) return null
      sum += (digit ?? 1) * unit
      place = unit
      digit = null
    }
  }
  return sum + (digit ?? 0)
}

/** The number a numeral stands for, or null. `500万` and `五百万` are both 5000000. */
export function numberOf(text) {
  const arabic = /^(\d[\d,]*(?:\.\d+)?)([十百千])?([万亿])?$/.exec(text)
  if (arabic) {
    const value = Number(arabic[1].replaceAll(',', ''))
    return Number((value * (small[arabic[2]] ?? 1) * (arabic[3] === '万' ? 1e4 : arabic[3] === '亿' ? 1e8 : 1)).toFixed(4))
  }
  const parts = /^(?:(.+)亿)?(?:零?([^亿]+)万)?零?([^万亿]*)$/.exec(text)
  if (!parts || (parts[1] === undefined && parts[2] === undefined && parts[3] === '')) return /^[零〇]$/.test(text) ? 0 : null
  if (/^[零〇]$/.test(text)) return 0
  const values = parts.slice(1).map((part) => (part === undefined || part === '' ? 0 : belowTenThousand(part)))
  return values.includes(null) ? null : values[0] * 1e8 + values[1] * 1e4 + values[2]
}

const names = [...'零一二三四五六七八九']

/** 101 → 一百零一, 12 → 十二. Whole numbers from 0 to 99999999. */
export function chineseOf(number) {
  if (!Number.isInteger(number) || number < 0 || number >= 1e8) throw new RangeError(`not a whole number from 0 to 99999999: ${number}`)
  if (number === 0) return '零'
  const within = (value) => {
    let [text, gap] = ['', false]
    for (const [name, size] of [...Object.entries(small).reverse(), ['', 1]]) {
      const digit = Math.floor(value / size) % 10
      if (digit === 0) gap = text !== ''
      else {
        text += `${gap ? '零' : ''}${names[digit]}${name}`
        gap = false
      }
    }
    return text
  }
  const [high, low] = [Math.floor(number / 1e4), number % 1e4]
  const text = `${high > 0 ? `${within(high)}万` : ''}${high > 0 && low > 0 && low < 1000 ? '零' : ''}${low > 0 ? within(low) : ''}`
  return text.replace(/^一十/, '十')
}
