/**
 * The table of lunar months and solar terms, out of two libraries that must agree on every day.
 *
 * Written to packages/calendar/src/lunar/table.json by `update.mjs`; packages/calendar/src/lunar/table.test.ts
 * builds it again and compares. Nothing of it runs in the published package.
 */
import { Solar } from 'lunar-typescript'
import { SolarDay } from 'tyme4ts'
import { versionOf } from './versions.mjs'

const firstYear = 2000
const lastYear = 2100
/** In the order of the Gregorian year: two terms a month, 小寒 first. */
const termNames = '小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至'.split(' ')

/** What tyme4ts says of a day. A negative month is a leap month. */
export function fromTyme(year, month, day) {
  const solar = SolarDay.fromYmd(year, month, day)
  const lunar = solar.getLunarDay()
  const term = solar.getTermDay()
  return {
    year: lunar.getYear(),
    month: lunar.getMonth(),
    day: lunar.getDay(),
    term: term.getDayIndex() === 0 ? term.getSolarTerm().getName() : '',
  }
}

/** What lunar-typescript says of a day, in the same shape. */
export function fromLunarTypescript(year, month, day) {
  const lunar = Solar.fromYmd(year, month, day).getLunar()
  return { year: lunar.getYear(), month: lunar.getMonth(), day: lunar.getDay(), term: lunar.getJieQi() }
}

/**
 * The table, and the days on which the two differ (then there is none to trust). Goes on past 2100 to the end of
 * the lunar year, and begins before 2000 with the beginning of one, so that every listed year is whole.
 */
export function buildLunarTable(one = fromTyme, two = fromLunarTypescript) {
  const years = new Map()
  const terms = new Map()
  const differing = []
  for (let at = Date.UTC(firstYear - 1, 0, 20); at <= Date.UTC(lastYear + 1, 2, 1); at += 86_400_000) {
    const [date, year, month, day] = ymd(at)
    const said = one(year, month, day)
    const other = two(year, month, day)
    if (JSON.stringify(said) !== JSON.stringify(other)) differing.push({ date, tyme4ts: said, lunarTypescript: other })
    if (said.year >= firstYear - 1 && said.year <= lastYear) addDay(years, date, said)
    if (year >= firstYear && year <= lastYear && said.term !== '') addTerm(terms, year, month, day, said.term)
  }
  const earliest = termNames.map((_, index) => Math.min(...[...terms.values()].map((days) => days[index])))
  const table = {
    takenFrom: [versionOf('tyme4ts'), versionOf('lunar-typescript')],
    lunarYears: Object.fromEntries([...years].map(([year, months]) => [year, lunarYearText(months)])),
    earliestTermDays: earliest,
    termDelays: Object.fromEntries([...terms].map(([year, days]) => [year, days.map((day, index) => day - earliest[index]).join('')])),
  }
  return { table, differing }
}

function ymd(at) {
  const date = new Date(at).toISOString().slice(0, 10)
  return [date, ...date.split('-').map(Number)]
}

function addDay(years, date, { year, month, day }) {
  if (!years.has(year)) years.set(year, [])
  const months = years.get(year)
  if (day === 1) months.push({ month, starts: date, days: 0 })
  months.at(-1).days = day
}

/** '02-06 0 101100101101': first day, the month that is repeated (0: none), and for each month 1 where it has 30 days, 0 where 29. */
function lunarYearText(months) {
  const leap = -Math.min(0, ...months.map(({ month }) => month))
  return `${months[0].starts.slice(5)} ${leap} ${months.map(({ days }) => days - 29).join('')}`
}

function addTerm(terms, year, month, day, name) {
  if (!terms.has(year)) terms.set(year, [])
  const days = terms.get(year)
  if (termNames[days.length] !== name || month !== Math.floor(days.length / 2) + 1) throw new Error(`${year}-${month}-${day}: ${name} out of order`)
  days.push(day)
}
