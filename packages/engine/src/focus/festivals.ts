/** The table of festivals that plans are read against: lunar and fixed festivals, and every solar term. */
import { festivalDay as dayOfFestival, type FestivalDays, festivals, isFestival, type SolarTerm, solarTermDay, solarTerms } from '@hegui/calendar'

/** Undefined for a name that the table does not have, as for a year that it does not reach: both are for the plan's editor to mend. */
export const festivalDay: FestivalDays = (name, year) => {
  if (isFestival(name)) return dayOfFestival(name, year)
  return isSolarTerm(name) ? solarTermDay(name, year) : undefined
}

const isSolarTerm = (name: string): name is SolarTerm => Object.hasOwn(solarTerms, name)

/** Every name that a window may follow. */
export const festivalNames: readonly string[] = [...new Set([...Object.keys(festivals), ...Object.keys(solarTerms)])]
