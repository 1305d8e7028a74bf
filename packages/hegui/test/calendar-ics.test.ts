/** The .ics file, read back by another's parser. */

import { addDays } from '@hegui/calendar'
import { planCalendar } from '@hegui/engine'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { shippedRuleset } from '../src/packs.js'
import { calendarIcs } from '../src/report/calendar-ics.js'

const ruleset = shippedRuleset()
const period = { from: '2016-12-01', to: '2017-03-31' }
const calendarOf = (plan: string, days = period, daysOff = false) => {
  const found = ruleset.catalogue.plans.get(plan)
  if (found === undefined) throw new Error(plan)
  return planCalendar(found, days, { daysOff })
}
const read = (text: string) => {
  const component = new ICAL.Component(ICAL.parse(text))
  return { component, events: component.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) }
}
const plans: readonly (readonly [plan: string, days: typeof period])[] = [
  ['changjianglu-2016', period],
  ['erong-2023', { from: '2023-01-01', to: '2023-12-31' }],
  ['urban-order-2019', { from: '2019-05-01', to: '2019-12-31' }],
  ['baiyang-2019', { from: '2019-11-12', to: '2020-02-28' }],
  ['work-safety-speech-2010', { from: '2010-08-01', to: '2010-11-30' }],
]

describe.each(plans)('the calendar of %s', (plan, days) => {
  const calendar = calendarOf(plan, days, true)
  const text = calendarIcs(calendar, ruleset)
  const { component, events } = read(text)
  const event = (id: string) => events.find(({ uid }) => uid === `${plan}.${id}@hegui`)

  test('gives every duty back with its summary and its day or instant', () => {
    for (const duty of calendar.duties) {
      const found = event(`duty.${duty.duty}.${duty.key}`)
      expect(found?.summary).toBe(`${duty.title}${duty.holds === 'certain' ? '' : '（不一定要做）'}`)
      if (duty.instant === undefined) expect([String(found?.startDate), String(found?.endDate)]).toEqual([duty.due.latest, addDays(duty.due.latest, 1)])
      else expect(found?.startDate.toJSDate().toISOString()).toBe(new Date(duty.instant).toISOString())
      if (duty.note !== undefined) expect(found?.description).toContain(duty.note)
    }
  })

  test('gives every stage, window and day off back, the end excluded', () => {
    const last = (to: unknown): string => addDays(typeof to === 'string' ? to : (to as { latest: string }).latest, 1)
    for (const { stage, title, to } of calendar.stages)
      expect([event(`stage.${stage}`)?.summary, String(event(`stage.${stage}`)?.endDate)]).toEqual([`阶段：${title}`, last(to)])
    for (const { focus, title, from, to } of calendar.focus) {
      const found = event(`focus.${focus}.${to}`)
      expect([found?.summary, String(found?.startDate), String(found?.endDate)]).toEqual([`重点时段：${title}`, from ?? days.from, last(to)])
    }
    for (const { name, from, to } of calendar.daysOff?.holidays ?? [])
      expect([event(`off.${from}`)?.summary, String(event(`off.${from}`)?.endDate)]).toEqual([`休：${name}`, last(to)])
    const { stages, focus, duties, daysOff } = calendar
    expect(events).toHaveLength(stages.length + focus.length + duties.length + (daysOff?.holidays.length ?? 0) + (daysOff?.makeUpWorkdays.length ?? 0))
  })

  test('tells what has no day in its description', () => {
    const description = String(component.getFirstPropertyValue('x-wr-caldesc'))
    for (const { title } of calendar.unplaced) expect(description).toContain(title)
  })

  test('has lines of 75 octets at most, ended by CR LF, with no character cut', () => {
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n\uFFFD]/)
      expect(Buffer.from(line).toString()).toBe(line)
    }
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
  })

  test('has ids of its own, one stamp that is no clock’s, whole days, UTC, and no alarm', () => {
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(new Set([...text.matchAll(/^DTSTAMP:(.*)\r$/gm)].map(([, stamp]) => stamp)).size).toBe(1)
    expect(calendarIcs(calendar, ruleset)).toBe(text)
    for (const [line] of text.matchAll(/^DT(?:START|END)[^\r]*/gm)) expect(line).toMatch(/^DT(?:START|END)(?:;VALUE=DATE:\d{8}|:\d{8}T\d{6}Z)$/)
    expect(text).not.toContain('VALARM')
  })
})

test('an event has the same id whatever period is asked for', () => {
  const ids = (days: typeof period): readonly string[] => read(calendarIcs(calendarOf('changjianglu-2016', days), ruleset)).events.map(({ uid }) => uid)
  const all = new Set(ids(period))
  expect(ids({ from: '2017-01-05', to: '2017-01-20' }).filter((id) => !all.has(id))).toEqual([])
})

test('Wednesday noon in China is 04:00 in UTC', () => {
  expect(calendarIcs(calendarOf('changjianglu-2016'), ruleset)).toContain(
    'UID:changjianglu-2016.duty.weekly-summary-table.2017-01-04@hegui\r\nSEQUENCE:0\r\nDTSTAMP:20161228T000000Z\r\nDTSTART:20170104T040000Z\r\n',
  )
})

test('separators, line breaks and characters outside the basic plane come back as they were', () => {
  const title = `报送：甲,乙;丙\\丁 “戊”${'𠮷😀汉字'.repeat(40)}`
  const calendar = calendarOf('changjianglu-2016')
  const [duty] = calendar.duties
  if (duty === undefined) throw new Error('no duty')
  const odd = { ...calendar, duties: [{ ...duty, title, holds: 'certain' as const, note: '第一行\n第二行,;' }] }
  const text = calendarIcs(odd, ruleset)
  const found = read(text).events.find(({ uid }) => uid.includes('.duty.'))
  expect(found?.summary).toBe(title)
  expect(found?.description).toContain('第一行\n第二行,;')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})
