/** The calendar of a plan as text: stages, focus windows, duties by due day; last what has no day. */
import type { CalendarDays, CalendarDuty, CalendarFocus, CalendarStage, DaysOff, PlanCalendar, Ruleset, UnplacedDuty } from '@hegui/engine'
import { earliestOf, type Language, latestOf } from '@hegui/model'
import { type CalendarWords, calendarWords } from './calendar-words.js'
import { wordsOf } from './words.js'
import { type Names, organTitle, terminalText } from './writer.js'

interface Page extends Names {
  readonly own: CalendarWords
}

/** Lines without colour, ending in a newline; Chinese unless `language` is `en`. */
export function calendarText(calendar: PlanCalendar, ruleset: Ruleset, { language = 'zh' }: { readonly language?: Language } = {}): string {
  const page: Page = { ruleset, language, words: wordsOf(language), own: calendarWords(language) }
  const { own, words } = page
  const plan = ruleset.catalogue.plans.get(calendar.plan)
  const title = (language === 'zh' ? plan?.title : plan?.englishTitle) ?? calendar.plan
  return terminalText([
    `${own.calendar}${words.colon}${title}${words.bracket(calendar.plan)}`,
    `${calendar.period.from} ${words.to} ${calendar.period.to}`,
    ...section(
      own.stages,
      calendar.stages.flatMap((stage) => stageLines(stage, page)),
      own.none,
    ),
    ...section(
      own.focus,
      calendar.focus.flatMap((focus) => focusLines(focus, page)),
      own.none,
    ),
    ...section(
      own.duties,
      calendar.duties.flatMap((duty) => dutyLines(duty, page)),
      own.none,
    ),
    ...(calendar.daysOff === undefined ? [] : section(own.daysOff, daysOffLines(calendar.daysOff, page), own.none)),
    ...section(
      own.missing,
      calendar.missing.map(({ focus, festival, year }) => `· ${focus}${words.colon}${festival} ${year}`),
    ),
    ...section(
      own.unplaced,
      calendar.unplaced.flatMap((duty) => unplacedLines(duty, page)),
    ),
    '',
    own.note,
  ])
}

const section = (title: string, lines: readonly string[], none?: string): readonly string[] =>
  lines.length === 0 ? (none === undefined ? [] : ['', title, `  ${none}`]) : ['', title, ...lines.map((line) => `  ${line}`)]

const indent = '    '

function daysText({ from, to }: CalendarDays, { own, words }: Page): string {
  return from === to && from !== null ? from : `${from ?? own.open} ${words.to} ${to ?? own.open}`
}

/** Which days are certain, where the text leaves the ends open. */
function certainLines({ certain }: CalendarDays, { own, words }: Page): readonly string[] {
  if (certain === undefined) return []
  const sure = certain === null ? own.nowhereCertain : `${own.certainly} ${certain.from} ${words.to} ${certain.to}`
  return [`${indent}${own.uncertain}${words.colon}${sure}`]
}

function stageLines({ from, to, title, concurrent }: CalendarStage, page: Page): readonly string[] {
  const { own, words } = page
  const openEnds = [from, to].flatMap((end) => (typeof end === 'string' ? [] : [`${end.wording}${words.colon}${own.between(end.earliest, end.latest)}`]))
  return [
    `${earliestOf(from) ?? own.open} ${words.to} ${latestOf(to)}${words.gap}${title}${concurrent ? words.bracket(own.concurrent) : ''}`,
    ...(openEnds.length === 0 ? [] : [`${indent}${own.uncertain}${words.bracket(openEnds.join(words.semicolon))}`]),
  ]
}

function focusLines(focus: CalendarFocus, page: Page): readonly string[] {
  const { own, words } = page
  const intensity = own.intensity[focus.intensity]
  return [
    `${daysText(focus, page)}${words.gap}${focus.title}${words.colon}${focus.themes.join(words.semicolon)}${intensity === '' ? '' : `${words.gap}[${intensity}]`}`,
    ...certainLines(focus, page),
  ]
}

function dutyLines(duty: CalendarDuty, page: Page): readonly string[] {
  const { own, words } = page
  const { earliest, latest } = duty.due
  const time = duty.instant === undefined ? '' : ` ${duty.instant.slice(11, 16)}`
  const tags = [
    ...(earliest === latest ? [] : [own.between(earliest, latest)]),
    ...(duty.count > 1 ? [own.times(duty.count)] : []),
    ...(duty.holds === 'certain' ? [] : [own.possible]),
  ]
  const to = duty.to === undefined ? '' : ` → ${organTitle(duty.to, page)}`
  const opens = duty.opens === null || duty.opens === latest ? '' : `${words.semicolon}${own.opens(duty.opens)}`
  return [
    `${latest}${time}${words.gap}${duty.title}${tags.length === 0 ? '' : `${words.gap}[${tags.join(words.comma)}]`}`,
    `${indent}${organs(duty.by, page)}${to}${opens}`,
    ...(duty.note === undefined ? [] : [`${indent}※ ${duty.note}`]),
  ]
}

/** Long lists are cut: who exactly is in the plan. */
function organs(ids: readonly string[], page: Page): string {
  const titles = ids.map((id) => organTitle(id, page))
  return titles.length <= 3 ? titles.join(page.words.comma) : page.own.among(titles[0] ?? '', titles.length)
}

const unplacedLines = (duty: UnplacedDuty, page: Page): readonly string[] => [
  `· ${duty.title}${page.words.bracket(organs(duty.by, page))}${page.words.gap}[${page.own.reasons[duty.unplaced]}]`,
  ...(duty.question === undefined ? [] : [`${indent}${page.own.question}${page.words.colon}${duty.question}`]),
]

function daysOffLines({ holidays, makeUpWorkdays, unknownAfter }: DaysOff, page: Page): readonly string[] {
  const { own, words } = page
  return [
    ...holidays.map((holiday) => `${daysText(holiday, page)}${words.gap}${holiday.name}`),
    ...(makeUpWorkdays.length === 0 ? [] : [`${own.makeUp}${words.colon}${makeUpWorkdays.join(words.comma)}`]),
    ...(unknownAfter === undefined ? [] : [`※ ${own.unknownAfter(unknownAfter)}`]),
  ]
}
