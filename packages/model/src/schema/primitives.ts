/** The small written forms that every other schema is made of: ids, dates, regions, periods. */
import * as z from 'zod'

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** True for a day that exists in the Gregorian calendar, written `YYYY-MM-DD`, years 1900–2100. */
export function isLocalDate(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const localDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine(isLocalDate, { params: { kind: 'impossible-date' } })
  .meta({ title: '日期', description: '公历日期，写作 YYYY-MM-DD，按北京时间（Asia/Shanghai）。' })

const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:Z|[+-](\d{2}):(\d{2}))$/

/** True for a moment that exists: a real day, hours to 23, minutes and seconds to 59. */
function isInstant(text: string): boolean {
  const [, day, hour, minute, second = '0', offsetHour = '0', offsetMinute = '0'] = instantPattern.exec(text) ?? []
  return isLocalDate(day) && Number(hour) < 24 && Number(offsetHour) < 24 && [minute, second, offsetMinute].every((part) => Number(part) < 60)
}

/** ISO 8601 with an explicit offset; a time without offset has no meaning on another machine. */
export const instantSchema = z
  .string()
  .regex(instantPattern, { abort: true })
  .refine(isInstant, { params: { kind: 'impossible-date' } })
  .meta({ title: '时刻', description: '带时区偏移的时刻，例如 2023-01-10T09:30:00+08:00。' })

export const slugSchema = z
  .string()
  .max(80, { abort: true })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ title: '标识', description: '小写英文、数字和连字符。' })

/** `domain/name` for rules and conditions, `instrument/article` for norms. */
export const pathIdSchema = z
  .string()
  .max(120, { abort: true })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .meta({ title: '两段标识', description: '形如 fireworks/unlicensed-business。' })

/** `scope.name`: the part before the dot groups facts of one subject. */
export const factIdSchema = z
  .string()
  .max(80, { abort: true })
  .regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z0-9]*$/)
  .meta({ title: '事实标识', description: '形如 licence.status。' })

/** Article as people cite it: `36`, `36(1)`, `37(2)`, `65(1)(4)`; ranges `22-24`. Empty articles do not exist. */
export const articleSchema = z
  .string()
  .max(24, { abort: true })
  .regex(/^\d+(?:-\d+)?(?:\(\d+\))*(?:[,、]\d+(?:-\d+)?(?:\(\d+\))*)*$/)
  .meta({ title: '条款', description: '条(款)(项)，例如 36(1)、37(2)。' })

export const clauseIdSchema = z
  .string()
  .max(16, { abort: true })
  .regex(/^(?:[0-9P][0-9a-z.]*|stats)$/)
  .meta({ title: '方案条目', description: '方案中的条目编号，例如 2.1.10a；总结里没有编号的数字合写成 stats。' })

/**
 * The first two digits are a province of GB/T 2260, or 00 for the whole country; which counties there are changes every
 * year and is not listed here.
 */
const regionPattern = /^(?:0{6}$|(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}(?:\d{3}(?:\d{3})?)?$)/
export const isRegionCode = (value: unknown): value is string => typeof value === 'string' && regionPattern.test(value)

/** GB/T 2260 code of 6, 9 or 12 digits. Trailing zero pairs mean "all of": 500000 is all of 重庆市, 000000 the whole country. */
export const regionSchema = z
  .string()
  .regex(regionPattern)
  .meta({ title: '行政区划代码', description: 'GB/T 2260 六位代码，或九位（乡级）、十二位（村级）代码。' })

/** Both ends inclusive. `to` absent or null: still running. `from` null: began at a day that was not found out. */
export const periodSchema = z
  .strictObject({
    from: localDateSchema.nullable().meta({ title: '起（含）', description: 'null 表示起始日未查明。' }),
    to: localDateSchema.nullish().meta({ title: '止（含）', description: '不写或 null 表示仍有效。' }),
  })
  .refine((period) => !(period.from && period.to) || period.from <= period.to, { params: { kind: 'period-reversed' } })
  .meta({ title: '期间', description: '两端均含。' })

/**
 * A day the text leaves open, such as 上旬 or 即日起: some day from `earliest` to `latest`, both inclusive.
 * `earliest` null: as long ago as can be. Nobody has to invent a date to write such a text down.
 */
export const uncertainDaySchema = z
  .strictObject({
    earliest: localDateSchema.nullable().meta({ title: '最早（含）', description: 'null 表示早到哪天不知道。' }),
    latest: localDateSchema.meta({ title: '最晚（含）' }),
    wording: z.string().min(1).max(200).meta({ title: '原文怎样写', description: '例如 6月上旬。' }),
  })
  .refine((day) => day.earliest === null || day.earliest <= day.latest, { params: { kind: 'uncertain-day-reversed' } })
  .meta({ title: '不确定的日期', description: '原文只写上旬、中旬、月底一类的，写成区间，不编造日期。' })
export type UncertainDay = z.infer<typeof uncertainDaySchema>

/** One day, or an interval in which it lies. */
export const boundarySchema = z.union([localDateSchema, uncertainDaySchema]).meta({ title: '日期或区间' })
export type Boundary = z.infer<typeof boundarySchema>

export const earliestOf = (boundary: Readonly<Boundary>): string | null => (typeof boundary === 'string' ? boundary : boundary.earliest)
export const latestOf = (boundary: Readonly<Boundary>): string => (typeof boundary === 'string' ? boundary : boundary.latest)

export const titleSchema = z.string().min(1).max(200).meta({ title: '中文名称' })
export const textSchema = z.string().min(1).max(2000)

/** A remark for people; never read by the engine. */
export const noteSchema = z.string().min(1).max(2000).optional().meta({ title: '备注', description: '给人看的说明，不参与研判。' })
