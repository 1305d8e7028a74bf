/**
 * Writes packages/calendar/src/holidays/YEAR.json: which days a State Council holiday notice
 * moved, one file per notice year.
 *
 * Run once per new notice, after updating both libraries: `node packages/calendar/scripts/holidays.mjs`.
 * The two libraries are compared day by day. Where they disagree on whether people work, the
 * day goes to `disputed` and stays unknown at run time; where they only name the same day off
 * (or the same workday) differently, it goes to `labelDiffers` and is an ordinary day of its weekday.
 * The notices themselves were not read, so no number and no title is given.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { LegalHoliday } from 'tyme4ts'

const firstYear = 2010
const lastYear = 2026
const folder = new URL('../src/holidays/', import.meta.url)

// The plain data file of chinese-days, not its functions: those depend on the host's time zone.
const require = createRequire(import.meta.url)
const chineseDays = JSON.parse(readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'))

const shortNames = {
  清明: '清明节',
  端午: '端午节',
  中秋: '中秋节',
  国庆中秋: '国庆节、中秋节',
  抗战胜利日: '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
}
const fullName = (name) => shortNames[name] ?? name

const notes = {
  2013: '两份资料对 2013-04-07、2013-10-12 是否调休上班说法不一，运行时按不明处理。',
  2019: '给出的是劳动节安排调整后的状态；调整前的安排无法从所用资料得出，未列。',
  2020: '给出的是春节假期延长后的状态；延长前的安排无法从所用资料得出，未列。',
}

/** Every day of the calendar years, as 'YYYY-MM-DD' with its ISO weekday. */
function* days() {
  for (let at = Date.UTC(firstYear, 0, 1); ; at += 86_400_000) {
    const day = new Date(at)
    if (day.getUTCFullYear() > lastYear) return
    yield { date: day.toISOString().slice(0, 10), weekday: day.getUTCDay() || 7 }
  }
}

function fromChineseDays({ date, weekday }) {
  if (date in chineseDays.holidays) return { kind: 'holiday', name: fullName(chineseDays.holidays[date].split(',')[1]) }
  if (date in chineseDays.workdays) return { kind: 'make-up-workday', name: fullName(chineseDays.workdays[date].split(',')[1]) }
  return { kind: weekday > 5 ? 'weekend' : 'workday' }
}

function fromTyme({ date, weekday }) {
  const found = LegalHoliday.fromYmd(...date.split('-').map(Number))
  if (!found) return { kind: weekday > 5 ? 'weekend' : 'workday' }
  return { kind: found.isWork() ? 'make-up-workday' : 'holiday', name: fullName(found.getName()) }
}

const works = (said) => said.kind === 'workday' || said.kind === 'make-up-workday'

/** New Year days in December are arranged by the notice of the year that begins. */
const noticeYear = (date, name) => Number(date.slice(0, 4)) + (name === '元旦' && date.slice(5, 7) === '12' ? 1 : 0)

const years = new Map()
for (let year = firstYear; year <= lastYear; year++) {
  years.set(year, {
    year,
    source: {
      issuer: '国务院办公厅',
      notice: null,
      noticeStatus: 'not-read',
      takenFrom: ['chinese-days 1.5.7', 'tyme4ts 1.5.2'],
    },
    verification: 'cross-checked-libraries',
    note: notes[year] ?? '',
    holidays: [],
    makeUpWorkdays: [],
    disputed: [],
    labelDiffers: [],
  })
}

let openRun // the holiday that the day before belonged to
for (const day of days()) {
  const one = fromChineseDays(day)
  const two = fromTyme(day)
  const name = two.name ?? one.name
  const year = years.get(noticeYear(day.date, name))
  const yesterdaysRun = openRun
  openRun = undefined
  if (one.kind !== two.kind) {
    year[works(one) === works(two) ? 'labelDiffers' : 'disputed'].push({
      date: day.date,
      chineseDays: one.kind,
      tyme4ts: two.kind,
    })
  } else if (one.kind === 'make-up-workday') {
    year.makeUpWorkdays.push(day.date)
  } else if (one.kind === 'holiday') {
    if (yesterdaysRun?.name === name) {
      yesterdaysRun.to = day.date
      openRun = yesterdaysRun
    } else {
      openRun = { name, from: day.date, to: day.date }
      year.holidays.push(openRun)
    }
  }
}

for (const [year, content] of years) writeFileSync(new URL(`${year}.json`, folder), `${JSON.stringify(content, null, 2)}\n`)
