/**
 * The calendar of a plan as iCalendar (RFC 5545), for calendar programs.
 *
 * The same plan and period give the same bytes: ids are made of the plan's own, and the stamp is the day the plan was
 * issued, not the day of export. Days have no zone; an hour is written in UTC. What has no day stands in the description.
 */
import { addDays } from '@hegui/calendar'
import type { CalendarDays, CalendarDuty, PlanCalendar, Ruleset } from '@hegui/engine'
import { earliestOf, type Language, latestOf, type Plan } from '@hegui/model'
import ical, { escape as escaped, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { type CalendarWords, calendarWords } from './calendar-words.js'
import { type Words, wordsOf } from './words.js'
import { type Names, organTitle } from './writer.js'

interface Event {
  /** Unique within the plan, and the same whatever period is asked for. */
  readonly id: string
  readonly summary: string
  /** Both ends included. */
  readonly from: string
  readonly to: string
  /** Instead of whole days. */
  readonly instant?: string
  readonly details: readonly string[]
}

/** Ends with a line break, as the format wants. */
export function calendarIcs(calendar: PlanCalendar, ruleset: Ruleset, { language = 'zh' }: { readonly language?: Language } = {}): string {
  const plan = ruleset.catalogue.plans.get(calendar.plan)
  if (plan === undefined) throw new Error(`the ruleset has no plan ${calendar.plan}`)
  const page: Page = { ruleset, language, words: wordsOf(language), own: calendarWords(language), plan, calendar }
  const title = language === 'zh' ? plan.shortTitle : plan.englishTitle
  const file = ical({
    prodId: { company: 'hegui', product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // These two the library writes as they are.
    name: escaped(title, false),
    description: escaped(descriptionOf(page), false),
  })
  for (const event of eventsOf(page)) {
    const { id, summary, from, to, instant, details } = event
    file.createEvent({
      id: `${calendar.plan}.${id}@hegui`,
      stamp: `${stampOf(plan)}T00:00:00Z`,
      summary,
      ...(instant === undefined ? { allDay: true, start: from, end: addDays(to, 1) } : { start: instant }),
      ...(details.length === 0 ? {} : { description: details.join('\n') }),
      // Nobody is busy because a plan runs.
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${file.toString()}\r\n`
}

interface Page extends Names {
  readonly own: CalendarWords
  readonly words: Words
  readonly plan: Plan
  readonly calendar: PlanCalendar
}

const stampOf = ({ issuedOn, inForce }: Plan): string => (issuedOn === null ? (inForce.from ?? inForce.to ?? '2000-01-01') : latestOf(issuedOn))

function descriptionOf({ calendar, own, words, plan, language }: Page): string {
  return [
    `${language === 'zh' ? plan.title : plan.englishTitle}${words.bracket(plan.id)}`,
    own.note,
    ...(calendar.unplaced.length === 0 ? [] : [`${own.unplaced}${words.colon}`]),
    ...calendar.unplaced.map(({ title, unplaced, question }) => `· ${title}${words.bracket(own.reasons[unplaced])}${question ?? ''}`),
    ...calendar.missing.map(({ focus, festival, year }) => `${own.missing}${words.colon}${focus} ${festival} ${year}`),
  ].join('\n')
}

function eventsOf(page: Page): readonly Event[] {
  const { calendar, own, words } = page
  return [
    ...calendar.stages.map(
      (stage): Event => ({
        id: `stage.${stage.stage}`,
        summary: `${own.stages}${words.colon}${stage.title}`,
        ...ends({ from: earliestOf(stage.from), to: latestOf(stage.to) }, page),
        details: [
          ...(stage.concurrent ? [own.concurrent] : []),
          ...[stage.from, stage.to].flatMap((end) => (typeof end === 'string' ? [] : [`${end.wording}${words.colon}${own.between(end.earliest, end.latest)}`])),
        ],
      }),
    ),
    ...calendar.focus.map((focus): Event => {
      const intensity = own.intensity[focus.intensity]
      return {
        id: `focus.${focus.focus}.${focus.to ?? 'open'}`,
        summary: `${own.focus}${words.colon}${focus.title}`,
        ...ends(focus, page),
        details: [...focus.themes, ...(intensity === '' ? [] : [intensity]), ...uncertain(focus, page)],
      }
    }),
    ...calendar.duties.map((duty) => dutyEvent(duty, page)),
    ...(calendar.daysOff?.holidays ?? []).map(
      ({ name, from, to }): Event => ({ id: `off.${from}`, summary: `${own.off}${words.colon}${name}`, from, to, details: [] }),
    ),
    ...(calendar.daysOff?.makeUpWorkdays ?? []).map(
      (day): Event => ({ id: `work.${day}`, summary: `${own.work}${words.colon}${own.makeUp}`, from: day, to: day, details: [] }),
    ),
  ]
}

/** A calendar program wants days: an end that the plan does not give is drawn as far as was asked. */
function ends({ from, to }: CalendarDays, { calendar: { period } }: Page): { readonly from: string; readonly to: string } {
  const first = from ?? period.from
  const last = to ?? period.to
  return first <= last ? { from: first, to: last } : { from: last, to: last }
}

function uncertain({ certain }: CalendarDays, { own, words }: Page): readonly string[] {
  if (certain === undefined) return []
  return [`${own.uncertain}${words.colon}${certain === null ? own.nowhereCertain : `${own.certainly} ${certain.from} ${words.to} ${certain.to}`}`]
}

/** On the last day that is on time; where the day is not certain, on the latest it can be. */
function dutyEvent(duty: CalendarDuty, page: Page): Event {
  const { own, words } = page
  const { earliest, latest } = duty.due
  return {
    id: `duty.${duty.duty}.${duty.key}`,
    summary: `${duty.title}${duty.holds === 'certain' ? '' : words.bracket(own.possible)}`,
    from: latest,
    to: latest,
    ...(duty.instant === undefined ? {} : { instant: duty.instant }),
    details: [
      `${duty.by.map((id) => organTitle(id, page)).join(words.comma)}${duty.to === undefined ? '' : ` → ${organTitle(duty.to, page)}`}`,
      ...(duty.count > 1 ? [own.times(duty.count)] : []),
      ...(earliest === latest ? [] : [own.between(earliest, latest)]),
      ...(duty.opens === null || duty.opens === latest ? [] : [own.opens(duty.opens)]),
      ...(duty.note === undefined ? [] : [duty.note]),
      ...(duty.lawfulShare === undefined ? [] : [`${own.lawfulShare}${words.colon}${duty.lawfulShare}`]),
    ],
  }
}
