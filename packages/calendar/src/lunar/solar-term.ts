/** The 24 solar terms (节气), by the day on which the sun reaches them in Beijing time. */
import type { LocalDate } from '../date'
import { termDayOfMonth } from './table'

/** Chinese titles, in the order of the Gregorian year: two terms a month, 小寒 in early January first. */
export const solarTerms = {
  'minor-cold': '小寒',
  'major-cold': '大寒',
  'start-of-spring': '立春',
  'rain-water': '雨水',
  'awakening-of-insects': '惊蛰',
  'spring-equinox': '春分',
  qingming: '清明',
  'grain-rain': '谷雨',
  'start-of-summer': '立夏',
  'grain-full': '小满',
  'grain-in-ear': '芒种',
  'summer-solstice': '夏至',
  'minor-heat': '小暑',
  'major-heat': '大暑',
  'start-of-autumn': '立秋',
  'end-of-heat': '处暑',
  'white-dew': '白露',
  'autumn-equinox': '秋分',
  'cold-dew': '寒露',
  'frost-descent': '霜降',
  'start-of-winter': '立冬',
  'minor-snow': '小雪',
  'major-snow': '大雪',
  'winter-solstice': '冬至',
} as const

export type SolarTerm = keyof typeof solarTerms

const order = Object.keys(solarTerms)

/** The day of the term in Gregorian `year`; undefined outside `lunarCoverage()`. Throws RangeError on a name that is none. */
export function solarTermDay(term: SolarTerm, year: number): LocalDate | undefined {
  const index = order.indexOf(term)
  if (index < 0) throw new RangeError(`term is ${JSON.stringify(term)}; give one of ${order.join(', ')}`)
  const day = termDayOfMonth(index, year)
  if (day === undefined) return undefined
  const month = Math.floor(index / 2) + 1
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
