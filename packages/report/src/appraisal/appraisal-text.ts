/** The appraisal as plain lines for a terminal. The same content as the page, without its tables and anchors. */
import { type Appraisal, type AppraisedDuty, type AppraisedStatistic, type AppraisedTarget, dutyStates, type Evidence, oneLine } from '@hegui/model'
import { consequenceText } from '../words/consequence-text.js'
import { aimText, valueText } from '../words/value-text.js'
import { clausesText, factTitle, placeTitle, planTitle, type ReportOptions, readingTitle, type Writer, writerOf } from '../words/words.js'
import { dueText, nameOf } from './duty-blocks.js'

/** Ends in a newline. Control characters and hidden direction marks of the data are taken out. */
export function appraisalText(appraisal: Appraisal, options: ReportOptions = {}): string {
  const writer = writerOf(options)
  const { words } = writer
  const section = (title: string, lines: readonly string[]): readonly string[] => [
    '',
    title,
    ...(lines.length === 0 ? [words.none] : lines).map((line) => `  ${line}`),
  ]
  const lines = [
    ...headLines(appraisal, writer),
    ...section(
      `${words.duties}${words.bracket(dutyCounts(appraisal, writer))}`,
      appraisal.duties.flatMap((duty, index) => dutyLines(duty, appraisal.duties[index - 1]?.duty === duty.duty, writer)),
    ),
    ...(appraisal.otherSubmissions.length === 0 ? [] : [`  ${words.otherSubmissions}${words.colon}${appraisal.otherSubmissions.join(words.comma)}`]),
    ...section(
      words.targets,
      appraisal.targets.flatMap((target) => targetLines(target, appraisal.plan, writer)),
    ),
    ...section(
      words.accountability,
      appraisal.accountability.flatMap((finding) => findingLines(finding, appraisal.plan, writer)),
    ),
    ...section(
      words.statistics,
      appraisal.statistics.flatMap((statistic) => statisticLines(statistic, writer)),
    ),
    ...(appraisal.tracings.length === 0 && appraisal.moreTracings === 0
      ? []
      : section(words.tracings, [
          ...appraisal.tracings.flatMap((tracing) => tracingLines(tracing, writer)),
          ...(appraisal.moreTracings === 0 ? [] : [words.moreTracings.replace('{n}', String(appraisal.moreTracings))]),
        ])),
    '',
    words.advice,
  ]
  return `${lines.map(oneLine).join('\n')}\n`
}

function headLines({ plan, unit, period, now, stages, records }: Appraisal, writer: Writer): readonly string[] {
  const { words } = writer
  const current = stages.flatMap(({ title, state }) =>
    state === 'now' ? [title] : state === 'possibly-now' ? [`${title}${words.bracket(words.possibly)}`] : [],
  )
  const labelled = (label: string, text: string): string => `${label}${words.colon}${text}`
  return [
    labelled(words.appraisal, `${unit.title}${words.bracket(placeTitle(unit.region, writer))}`),
    labelled(words.plan, planTitle(plan, writer)),
    labelled(words.period, `${period.from} ${words.to} ${period.to}${words.comma}${words.asSeenAt} ${now}`),
    labelled(words.records, String(records)),
    labelled(words.stageNow, current.length === 0 ? words.noStage : current.join(words.comma)),
  ]
}

const dutyCounts = ({ duties }: Appraisal, { words }: Writer): string =>
  dutyStates
    .flatMap((state) => {
      const count = duties.filter((duty) => duty.state === state).length
      return count === 0 ? [] : [`${words.dutyState[state]} ${count}`]
    })
    .join(words.comma) || words.none

const indent = '  '
const cited = (clauses: readonly string[], writer: Writer): string => (clauses.length === 0 ? '' : ` [${clausesText(clauses, writer)}]`)
const flagLines = (flags: readonly string[], { words }: Writer): readonly string[] => flags.map((flag) => `${indent}${words.flags}${words.colon}${flag}`)

/** What holds of every time of a duty is said once. */
const standingLines = ({ lawfulShare, flags }: AppraisedDuty, writer: Writer): readonly string[] => [
  ...(lawfulShare === undefined ? [] : [`${indent}${writer.words.lawfulShare}${writer.words.colon}${lawfulShare}`]),
  ...flagLines(flags, writer),
]

function dutyLines(duty: AppraisedDuty, again: boolean, writer: Writer): readonly string[] {
  const { words } = writer
  const due = duty.due === null ? '' : words.bracket(`${words.due} ${dueText(duty, writer)}`)
  return [
    `· ${words.dutyState[duty.state]}  ${nameOf(duty)}${due}${words.colon}${duty.reason}${cited(duty.clauses, writer)}`,
    ...(duty.submissions.length === 0
      ? []
      : [`${indent}${words.submissions}${words.colon}${duty.submissions.join(words.comma)}${duty.assumed ? words.bracket(words.assumed) : ''}`]),
    ...(duty.question === undefined ? [] : [`${indent}${words.question}${words.colon}${duty.question}`]),
    ...(again ? [] : standingLines(duty, writer)),
  ]
}

/** The first of the records and how many more there are, then the figures from outside. */
const MOST_LISTED = 5

function sourceLine({ evidence, figures = [] }: { readonly evidence: Evidence; readonly figures?: readonly string[] }, { words }: Writer): readonly string[] {
  const more = Math.max(0, evidence.records.length - MOST_LISTED) + evidence.more
  const sources = [
    ...evidence.records.slice(0, MOST_LISTED),
    ...(more === 0 ? [] : [words.more.replace('{n}', String(more))]),
    ...figures.map((id) => `${words.figures} ${id}`),
  ]
  return sources.length === 0 ? [] : [`${indent}${words.source}${words.colon}${sources.join(words.comma)}`]
}

const readingLines = (reading: string | null, plan: string, item: string, writer: Writer): readonly string[] =>
  reading === null ? [] : [`${indent}${writer.words.reading}${writer.words.colon}${readingTitle(plan, item, reading, writer)}`]

function targetLines(target: AppraisedTarget, plan: string, writer: Writer): readonly string[] {
  const { words } = writer
  const formula = target.formula === null ? [] : [`${indent}${words.formula}${words.colon}${target.formula}`]
  return [
    `· ${words.targetState[target.state]}  ${target.title}${words.colon}${valueText(target.value, words)}${words.comma}${words.aim} ${aimText(target.aim, words)}${cited(target.clauses, writer)}`,
    `${indent}${target.reason}${target.configured ? words.bracket(words.configured) : ''}`,
    ...formula,
    ...readingLines(target.reading, plan, target.target, writer),
    ...sourceLine(target, writer),
    ...flagLines(target.flags, writer),
  ]
}

function findingLines(finding: Appraisal['accountability'][number], plan: string, writer: Writer): readonly string[] {
  const { words } = writer
  return [
    `· ${words.triggerState[finding.state]}  ${finding.title}${finding.day === null ? '' : words.bracket(finding.day)}${words.colon}${finding.reason}${cited(finding.clauses, writer)}`,
    ...readingLines(finding.reading, plan, finding.accountability, writer),
    ...finding.consequences.map((each) => `${indent}${words.consequences}${words.colon}${consequenceText(each, writer)}`),
    ...finding.missing.map(
      ({ fact, question }) => `${indent}${words.missing}${words.colon}${fact === null ? question : `${factTitle(fact, writer)} ${question}`}`,
    ),
    ...finding.checklist.flatMap(({ about, closing, items }) => [
      `${indent}${words.checklist}${words.colon}${about}${words.bracket(words.closing[closing])}`,
      ...items.map(({ title, done }) => `${indent}${indent}${title}${words.colon}${done === null ? words.unknown : done ? words.done : words.notDone}`),
    ]),
    ...sourceLine(finding, writer),
    ...flagLines(finding.flags, writer),
  ]
}

function statisticLines(statistic: AppraisedStatistic, writer: Writer): readonly string[] {
  const { words } = writer
  const reported =
    statistic.reported === null
      ? ''
      : `${words.comma}${words.reported} ${valueText(statistic.reported, words)}${words.bracket(words.comparisonState[statistic.comparison])}`
  return [
    `· ${statistic.title}${words.colon}${valueText(statistic.value, words)}${statistic.unit === null ? '' : ` ${statistic.unit}`}${reported}${cited(statistic.clauses, writer)}`,
    ...(statistic.formula === null ? [] : [`${indent}${words.formula}${words.colon}${statistic.formula}`]),
    ...sourceLine(statistic, writer),
  ]
}

function tracingLines(tracing: Appraisal['tracings'][number], writer: Writer): readonly string[] {
  const { words } = writer
  return [
    `· ${words.traced[tracing.direction]}  ${tracing.record} ${tracing.conduct}${words.colon}${tracing.reason}${cited(tracing.clauses, writer)}`,
    ...tracing.whom.map(({ title, duty, from, to }) => {
      const days = from === null && to === null ? [] : [`${from ?? '…'} ${words.to} ${to ?? '…'}`]
      const about = [...(duty === null ? [] : [duty]), ...days]
      return `${indent}${words.whom}${words.colon}${title}${about.length === 0 ? '' : words.bracket(about.join(words.comma))}`
    }),
    ...tracing.known.map(({ fact, value }) => `${indent}${words.known}${words.colon}${factTitle(fact, writer)} ${value}`),
    ...tracing.questions.map((question) => `${indent}${words.questions}${words.colon}${question}`),
  ]
}
