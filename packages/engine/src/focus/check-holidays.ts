/** Duties whose due days move off days of rest, in years whose days of rest the calendar does not have. */
import { coverage, occurrencesOf, type Period } from '@hegui/calendar'
import { earliestOf, latestOf, type Pack, type Plan, type PlanDuty, type Problem, problem } from '@hegui/model'
import { dutyOccurrences } from './duty-occurrences.js'
import { dutySpan } from './plan-days.js'

/** Paths begin with the index of the pack. The packs must be otherwise in order. */
export function checkHolidays(packs: readonly Pack[]): readonly Problem[] {
  return packs.flatMap((pack, at) =>
    pack.plans.flatMap((plan, index) =>
      plan.duties.flatMap((duty, place) => {
        const unknown = unknownYears(plan, duty)
        if (unknown.length === 0) return []
        const known = coverage()
        const params = { id: duty.id, years: unknown.join('、'), yearsEn: unknown.join(', '), from: known.from, to: known.to }
        return [problem('HG3029', [at, 'plans', index, 'duties', place, 'recurrence', 'onHoliday'], params)]
      }),
    ),
  )
}

/** Due days are worked out between these; the calendar ends a year later on either side. */
const [firstDay, lastDay] = ['1901-01-01', '2099-12-31']

/** The nearest such year on either side of what is known: a plan without end does not ask for all years to come. */
function unknownYears(plan: Plan, duty: PlanDuty): readonly string[] {
  const { recurrence } = duty
  if (!('onHoliday' in recurrence) || recurrence.onHoliday === undefined || recurrence.onHoliday === 'stays') return []
  const known = coverage()
  if (recurrence.every === 'once') {
    const { occurrences } = occurrencesOf(recurrence, { from: firstDay, to: lastDay }, { span: dutySpan(plan, duty) })
    return occurrences.flatMap(({ due }) => (isOpen(due) && (due.latest < known.from || due.latest > known.to) ? [due.latest.slice(0, 4)] : []))
  }
  const { from, to } = dutySpan(plan, duty)
  const begins = from === null ? null : earliestOf(from)
  const ends = to === null ? null : latestOf(to)
  const openIn = (year: number, beyond: (day: string) => boolean): boolean => {
    const days: Period = { from: later(`${year}-01-01`, begins ?? firstDay), to: earlier(`${year}-12-31`, ends ?? lastDay) }
    return days.from <= days.to && dutyOccurrences(plan, duty, days).occurrences.some(({ due }) => isOpen(due) && beyond(due.latest))
  }
  const before = begins === null ? [] : years(yearOf(later(begins, firstDay)), yearOf(earlier(known.from, ends ?? known.from))).reverse()
  const after = ends === null ? [] : years(yearOf(later(known.to, begins ?? known.to)), yearOf(earlier(ends, lastDay)))
  const found = [before.find((year) => openIn(year, (day) => day < known.from)), after.find((year) => openIn(year, (day) => day > known.to))]
  return found.flatMap((year) => (year === undefined ? [] : [String(year)]))
}

const isOpen = ({ earliest, latest }: { readonly earliest: string | null; readonly latest: string }): boolean => earliest !== latest
const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)
const yearOf = (day: string): number => Number(day.slice(0, 4))
const years = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
