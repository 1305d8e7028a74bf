// Figures of a text in one written form, so that 二万元以上十万元以下 and {min: 20000, max: 100000} can be compared.
import { numberOf, numeral } from './numerals.mjs'

const unitNames = {
  元: ['元'],
  日: ['个工作日', '日', '天'],
  倍: ['倍'],
  小时: ['小时'],
  个月: ['个月', '月'],
  年: ['周年', '年'],
  周岁: ['周岁', '岁'],
  千克: ['千克', '公斤'],
  吨: ['吨'],
  米: ['米'],
  公里: ['公里', '千米'],
  平方米: ['平方米'],
  立方米: ['立方米'],
  亩: ['亩'],
  人: ['人'],
  次: ['次'],
  箱: ['箱'],
  个: ['株', '件', '枚', '个'],
}
const unitOf = new Map(Object.entries(unitNames).flatMap(([unit, names]) => names.map((name) => [name, unit])))
const anyUnit = `(?:${[...unitOf.keys()].sort((a, b) => b.length - a.length).join('|')})`
const plain = (value) => `${Number(value.toFixed(6))}`

/** One figure: `20000元`. */
export const exactly = (value, unit) => `${plain(value)}${unit}`

/** A range with both ends included, in the order of the statutes: `20000元以上100000元以下`, `5日以下`, `5000元以上`. */
export const between = ({ min, max }, unit) =>
  min != null && min === max ? exactly(min, unit) : `${min == null ? '' : `${exactly(min, unit)}以上`}${max == null ? '' : `${exactly(max, unit)}以下`}`

/** Numerals with units rewritten as ⟨20000元⟩; 百分之五十 is ⟨0.5倍⟩, 等值 ⟨1倍⟩; 三至五倍 becomes a range. */
function marked(text) {
  const mark = (number, unit) => (numberOf(number) === null ? `${number}${unit}` : `⟨${exactly(numberOf(number), unitOf.get(unit))}⟩`)
  const times = (whole, number) => (numberOf(number) === null ? whole : exactly(numberOf(number) / 100, '倍'))
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(new RegExp(`百分之(${numeral})`, 'g'), times)
    .replace(/(\d+(?:\.\d+)?)%/g, times)
    .replaceAll('等值', '1倍')
    .replace(/(\d+(?:\.\d+)?倍)(?:至|到)(?=\d+(?:\.\d+)?倍)/g, (_, low) => `${low}以上`)
    .replace(/(\d+(?:\.\d+)?倍以上\d+(?:\.\d+)?倍)(?!以下)/g, (_, range) => `${range}以下`)
    .replace(new RegExp(`(${numeral})(?:至|到|-|—|～)(${numeral})(${anyUnit})`, 'g'), (_, low, high, unit) => `${low}${unit}以上${high}${unit}以下`)
    .replace(new RegExp(`(${numeral})(${anyUnit})`, 'g'), (_, number, unit) => mark(number, unit))
}

/** Every figure and range of a text. A year also counts as twelve months. The upper end of a range is no figure of the form `10日以下`. */
export function figuresIn(text) {
  const body = marked(text)
  const found = new Set()
  for (const [, figure] of body.matchAll(/⟨([^⟩]+)⟩/g)) {
    found.add(figure)
    const years = /^([\d.]+)年$/.exec(figure)
    if (years) found.add(exactly(Number(years[1]) * 12, '个月'))
  }
  for (const [, low, high] of body.matchAll(/⟨([^⟩]+)⟩以上⟨([^⟩]+)⟩以下/g)) found.add(`${low}以上${high}以下`)
  for (const [, low] of body.matchAll(/⟨([^⟩]+)⟩以上(?!⟨)/g)) found.add(`${low}以上`)
  for (const [, high] of body.matchAll(/(?<!以上)⟨([^⟩]+)⟩(?:以下|以内)/g)) found.add(`${high}以下`)
  for (const [, high] of body.matchAll(/(?:不超过|不得超过|最长不超过)⟨([^⟩]+)⟩/g)) found.add(`${high}以下`)
  return found
}
