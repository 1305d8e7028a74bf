import { holidayData, lunarData } from '@hegui/calendar'
import { expect, test } from 'vitest'
import { calendarHash, hashOfCalendar } from './calendar-hash.js'

test('the hash changes with either table, and with nothing else', () => {
  const tables = { holidays: holidayData, lunar: lunarData }
  expect([calendarHash(), calendarHash()]).toEqual([hashOfCalendar(tables), hashOfCalendar(structuredClone(tables))])
  const [first, ...rest] = holidayData
  expect(hashOfCalendar({ ...tables, holidays: [{ ...first, daysOff: [] }, ...rest] })).not.toBe(calendarHash())
  const lunarYears = { ...lunarData.lunarYears, '2027': '02-07 0 010101010101' }
  expect(hashOfCalendar({ ...tables, lunar: { ...lunarData, lunarYears } })).not.toBe(calendarHash())
})
