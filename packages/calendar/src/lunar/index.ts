/** The lunar calendar, its festivals and the solar terms, 2000–2100. */
export { type Festival, festivalDay, festivals, isFestival } from './festival'
export { type LunarDate, lunarCoverage, lunarDate, lunarToDate } from './lunar-date'
export { type SolarTerm, solarTermDay, solarTerms } from './solar-term'
export { lunarData } from './table'
