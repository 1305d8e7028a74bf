/** The calendar of public authority in China: days off, make-up workdays, and the counting of time limits. */
export { addDays, addMonths, compareDates, daysBetween, isLocalDate, type LocalDate, weekday } from './date'
export type { HolidayYear, SourceDifference } from './holidays/holiday-year'
export { calendarVersion, holidayData } from './holidays/index'
export { addHours, dateInShanghai } from './instant'
export type { TimeLimit, TimeLimitResult, TimeLimitUnit } from './limit'
export {
  type Festival,
  festivalDay,
  festivals,
  isFestival,
  type LunarDate,
  lunarCoverage,
  lunarDate,
  lunarToDate,
  type SolarTerm,
  solarTermDay,
  solarTerms,
} from './lunar/index'
export { type MonthDeadline, monthDeadlines } from './month-deadline'
export type { CountedStretch, StretchReason } from './stretch'
export { countTimeLimit } from './time-limit'
export { coverage, type DayKind, dayKind } from './workday'
