/**
 * Which days a State Council holiday notice moved: packages/calendar/src/holidays/YEAR.json, one file per notice year.
 *
 * A file is first written out of two libraries, compared day by day, and says `not-read`. Then somebody reads the
 * notice and enters what it says (README, 每年更新); from there on only the comparison is redone here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { LegalHoliday } from 'tyme4ts'
import { versionOf } from './versions.mjs'

const folder = new URL('../src/holidays/', import.meta.url)
const firstYear = 2010

// The plain data file of chinese-days, not its functions: those depend on the host's time zone.
const require = createRequire(import.meta.url)
const chineseDays = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'))
const comparedWith = [versionOf('chinese-days'), versionOf('tyme4ts')]

const shortNames = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节', 国庆中秋: '国庆节、中秋节' }
const fullName = (name) => shortNames[name] ?? name

/** Every day on which either library moves work, as it says, in order. */
export function movedDays(lastYear) {
  const days = []
  for (let at = Date.UTC(firstYear - 1, 11, 1); ; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10)
    if (Number(date.slice(0, 4)) > lastYear) return days
    const one = fromChineseDays(date)
    const two = fromTyme(date)
    if (one || two) days.push({ date, one, two, year: noticeYear(date, two?.name ?? one?.name) })
  }
}

function fromChineseDays(date) {
  if (date in chineseDays.holidays) return { works: false, name: fullName(chineseDays.holidays[date].split(',')[1]) }
  if (date in chineseDays.workdays) return { works: true, name: fullName(chineseDays.workdays[date].split(',')[1]) }
  return undefined
}

function fromTyme(date) {
  const found = LegalHoliday.fromYmd(...date.split('-').map(Number))
  return found ? { works: found.isWork(), name: fullName(found.getName()) } : undefined
}

/** New Year days in December are arranged by the notice of the year that begins. */
const noticeYear = (date, name) => Number(date.slice(0, 4)) + (name === '元旦' && date.slice(5, 7) === '12' ? 1 : 0)
const weekend = (date) => [0, 6].includes(new Date(date).getUTCDay())
const worksBy = (said, date) => said?.works ?? !weekend(date)
const label = (said, date) => (said ? (said.works ? 'make-up-workday' : 'holiday') : weekend(date) ? 'weekend' : 'workday')

/** The days of a notice year on which the libraries differ whether people work. */
export function disputedDays(days) {
  return days
    .filter(({ date, one, two }) => worksBy(one, date) !== worksBy(two, date))
    .map(({ date, one, two }) => ({ date, chineseDays: label(one, date), tyme4ts: label(two, date) }))
}

/** A year as both libraries have it, its notice not read. A day they only name differently goes by its weekday. */
export function yearFromLibraries(year, days) {
  const agreed = days.filter(({ one, two }) => one && two && one.works === two.works)
  const holidays = []
  for (const { date, two } of agreed.filter(({ two }) => !two.works)) {
    const run = holidays.at(-1)
    if (run?.name === two.name && new Date(date) - new Date(run.to) === 86_400_000) run.to = date
    else holidays.push({ name: two.name, from: date, to: date })
  }
  return {
    year,
    notice: { issuer: '国务院办公厅', title: null, number: null, status: 'not-read', datedOn: null, publishedOn: null, readIn: null },
    note: '',
    holidays,
    makeUpWorkdays: agreed.filter(({ two }) => two.works).map(({ date }) => date),
    amendments: [],
    comparedWith,
    disputed: disputedDays(days),
  }
}

/** The days of a year as its notice and amendments leave them: date to whether people work. */
function movedByNotice(content) {
  const moved = new Map()
  for (const { replaces = [], holidays, makeUpWorkdays } of [content, ...content.amendments]) {
    for (const run of replaces) for (const date of daysOf(run)) moved.delete(date)
    for (const run of holidays) for (const date of daysOf(run)) moved.set(date, false)
    for (const date of makeUpWorkdays) moved.set(date, true)
  }
  return moved
}

function* daysOf({ from, to }) {
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) yield new Date(at).toISOString().slice(0, 10)
}

/** In words: where both libraries contradict the file. */
function contradictions(content, days) {
  const moved = movedByNotice(content)
  const said = new Map(days.map((day) => [day.date, day]))
  return [...new Set([...moved.keys(), ...said.keys()])].sort().flatMap((date) => {
    const works = moved.get(date) ?? !weekend(date)
    const day = said.get(date)
    const bothDiffer = worksBy(day?.one, date) !== works && worksBy(day?.two, date) !== works
    return bothDiffer ? [`两个库都说 ${date} ${works ? '不上班' : '上班'}，文件说${works ? '上班' : '不上班'} both libraries contradict the file`] : []
  })
}

/** Writes what is new or no longer up to date through `write`, which says whether it changed. */
export function updateHolidays(write) {
  const known = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => Number(name.slice(0, 4)))
  const last = Math.max(...known)
  const moved = movedDays(last + 1)
  const both = moved.filter(({ date, one, two }) => date.startsWith(String(last + 1)) && one && two)
  const years = [...known, ...(both.length > 0 ? [last + 1] : [])].sort()
  const reports = years.map((year) => {
    const days = moved.filter((day) => day.year === year)
    const file = `src/holidays/${year}.json`
    const content = known.includes(year) ? JSON.parse(readFileSync(new URL(`${year}.json`, folder), 'utf8')) : yearFromLibraries(year, days)
    const updated = content.notice.status === 'read' ? { ...content, comparedWith, disputed: disputedDays(days) } : yearFromLibraries(year, days)
    return { file, changed: write(new URL(`${year}.json`, folder), `${JSON.stringify(updated, null, 2)}\n`), differing: contradictions(updated, days) }
  })
  return [...reports, { file: 'src/holidays/years.ts', changed: write(new URL('years.ts', folder), yearsModule(years)), differing: [] }]
}

/** The module that imports the files; generated, so that a new year needs no hand. */
function yearsModule(years) {
  const imports = years.map((year) => `import year${year} from './${year}.json'\n`).join('')
  const list = years.map((year) => `  year${year},\n`).join('')
  return `/** The holiday years, in order. Written by packages/calendar/scripts/update.mjs. */\n${imports}\nexport const holidayYears = [\n${list}]\n`
}
