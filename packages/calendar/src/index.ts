/** The calendar of public authority in China: days off, make-up workdays, and the counting of time limits. */
export { type Boundary, earliestDay, latestDay, type Period, type Span, type UncertainDay } from './boundary'
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
  lunarData,
  lunarDate,
  lunarToDate,
  type SolarTerm,
  solarTermDay,
  solarTerms,
} from './lunar/index'
export { type MonthDeadline, monthDeadlines } from './month-deadline'
export { occurrencesOf } from './recurrence/occurrences'
export type { Occurrence, OccurrenceOptions, Occurrences, OnHoliday, Recurrence, Unplaced, UnplacedReason } from './recurrence/recurrence'
export type { CountedStretch, StretchReason } from './stretch'
export { countTimeLimit } from './time-limit'
export { daysInCampaign, type HeldWindow, whatHolds } from './windows/what-holds'
export type { DayRange, FestivalDays, FestivalPoint, MissingFestival, Window, WindowContext, WindowDays } from './windows/window'
export { windowDays } from './windows/window-days'
export { coverage, type DayKind, dayKind } from './workday'
