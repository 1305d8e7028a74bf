/** The status of a case as text: what to do next, what is blocked and why, what is overdue, what was done, what to ask. */
import type { Ruleset } from '@hegui/engine'
import type { CaseProgress, CaseStatus, Due, Language, LateFee, StepStatus } from '@hegui/model'
import { doneMark, progressWords } from './progress-words.js'
import { wordsOf } from './words.js'
import { citationText, type Names, organTitle, terminalText } from './writer.js'

interface Page extends Names {
  readonly status: CaseStatus
  readonly own: ReturnType<typeof progressWords>
}

/** The first questions settle most; the rest would bury them. */
const SHOWN_QUESTIONS = 12

/** Lines without colour, ending in a newline; Chinese unless `language` is `en`. */
export function progressText(status: CaseStatus, progress: CaseProgress, ruleset: Ruleset, { language = 'zh' }: { readonly language?: Language } = {}): string {
  const page: Page = { status, ruleset, language, words: wordsOf(language), own: progressWords(language) }
  const { own, words } = page
  const steps = new Map(status.steps.map((step) => [step.step, step]))
  const listed = (ids: readonly string[]): readonly StepStatus[] => ids.flatMap((id) => steps.get(id) ?? [])
  const of = (...states: readonly StepStatus['state'][]): readonly StepStatus[] => status.steps.filter(({ state }) => states.includes(state))
  const procedures = progress.procedures.map((id) => procedureTitle(id, page)).join(words.comma)
  return terminalText([
    `${own.progress}${words.colon}${status.case.id}${progress.title === undefined ? '' : `${words.gap}${progress.title}`}`,
    `${own.asOf} ${status.asOf}${words.gap}${own.authority} ${organTitle(progress.authority, page)}${words.gap}${own.procedures} ${procedures}`,
    ...section(
      own.next,
      listed(status.next).flatMap((step, index) => {
        const lines = openLines(`${index + 1}.`, step, page)
        // What is overdue has its own section, with the counting.
        return step.state === 'overdue' ? lines.slice(0, 1) : lines
      }),
      own.none,
    ),
    ...section(
      own.overdue,
      listed(status.overdue).flatMap((step) => openLines('!', step, page)),
    ),
    ...section(
      own.blocked,
      listed(status.blocked)
        .filter(({ state }) => state !== 'overdue')
        .flatMap((step) => openLines('×', step, page)),
    ),
    ...section(
      own.lateFee,
      status.lateFees.flatMap((fee) => lateFeeLines(fee, page)),
    ),
    ...section(
      own.open,
      of('unknown').map((step) => `? ${titled(step, page)}${words.colon}${step.reason}`),
    ),
    ...section(
      own.unread,
      of('unread').map((step) => `? ${titled(step, page)}${words.colon}${step.reason}`),
    ),
    ...section(
      own.done,
      [...of('done', 'done-late', 'done-out-of-order')].sort(byDay).flatMap((step) => doneLines(step, page)),
    ),
    ...section(
      own.notRequired,
      of('not-required').map((step) => `- ${titled(step, page)}${words.colon}${step.reason}`),
    ),
    ...section(words.questions, questionLines(page)),
    '',
    words.advice,
  ])
}

const section = (title: string, lines: readonly string[], none?: string): readonly string[] =>
  lines.length === 0 ? (none === undefined ? [] : ['', title, `  ${none}`]) : ['', title, ...lines.map((line) => `  ${line}`)]

const byDay = (a: StepStatus, b: StepStatus): number => ((a.on ?? '') < (b.on ?? '') ? -1 : (a.on ?? '') > (b.on ?? '') ? 1 : 0)

function procedureTitle(id: string, { ruleset, language }: Page): string {
  const found = ruleset.catalogue.caseProcedures.get(id)
  return (language === 'zh' ? found?.title : found?.englishTitle) ?? id
}

function titled({ step, procedure, title }: StepStatus, { ruleset, language }: Page): string {
  if (language === 'zh') return title
  return ruleset.catalogue.caseProcedures.get(procedure)?.steps.find((each) => each.id === step)?.englishTitle ?? title
}

/** A step that is still to be taken: what, by whom, why not yet, by when. */
function openLines(mark: string, step: StepStatus, page: Page): readonly string[] {
  const { words, own } = page
  const by = step.by === 'party' ? own.party : organTitle(step.by, page)
  const tags = [...(step.optional ? [own.optional] : []), ...(step.state === 'overdue' ? [own.overdueMark] : [])]
  const indent = '   '
  const reasons = step.blockedBy.length > 0 ? step.blockedBy.map((block) => `${indent}${words.reason}${words.colon}${block.text}`) : []
  const plain = step.blockedBy.length === 0 && step.state === 'ready' ? [`${indent}${words.reason}${words.colon}${step.reason}`] : []
  return [
    `${mark} ${titled(step, page)}${words.bracket(step.step)}${words.gap}→ ${by}${tags.length === 0 ? '' : `${words.gap}[${tags.join(words.comma)}]`}`,
    ...reasons,
    ...plain,
    ...(step.due === undefined ? [] : dueLines(step.due, page, indent)),
    ...(step.basis.length === 0 ? [] : [`${indent}${words.basis}${words.colon}${step.basis.map((each) => citationText(each, page)).join(words.semicolon)}`]),
    ...step.notes.map((note) => `${indent}※ ${note}`),
  ]
}

function dueLines(due: Due, { words }: Page, indent: string): readonly string[] {
  const bounds =
    due.earliest !== undefined && due.latest !== undefined && due.earliest !== due.latest
      ? words.bracket(`${words.bounds} ${due.earliest} – ${due.latest}`)
      : ''
  const day = due.instant ?? due.date
  return [
    `${indent}${words.due}${words.colon}${day === null ? '' : `${day}${bounds}${words.gap}`}${due.rule}`,
    ...(due.counting.length === 0 ? [] : [`${indent}${words.counting}${words.colon}${due.counting.join(words.semicolon)}`]),
  ]
}

function doneLines(step: StepStatus, page: Page): readonly string[] {
  const { words, language } = page
  const mark = doneMark(step.state, language)
  const open = step.state === 'done' && step.blockedBy.length === 0 && step.reason === '做了'
  return [
    `${mark === undefined ? '✓' : '!'} ${step.on} ${titled(step, page)}${mark === undefined ? '' : `${words.gap}[${mark}]`}`,
    ...(open ? [] : [`   ${words.reason}${words.colon}${step.reason}`]),
    ...(mark === undefined || step.due === undefined ? [] : dueLines(step.due, page, '   ')),
    ...step.notes.map((note) => `   ※ ${note}`),
  ]
}

const lateFeeLines = (fee: LateFee, page: Page): readonly string[] => [
  `${fee.amountYuan === null ? '…' : fee.amountYuan} ${page.language === 'zh' ? '元' : 'CNY'}${page.words.gap}${fee.from} ${page.words.to} ${fee.to}${page.words.bracket(fee.basis.map((each) => citationText(each, page)).join(page.words.semicolon))}`,
  `   ${page.words.counting}${page.words.colon}${fee.counting.join(page.words.semicolon)}`,
]

function questionLines({ status, words }: Page): readonly string[] {
  const hidden = status.questions.length - SHOWN_QUESTIONS
  return [
    ...status.questions.slice(0, SHOWN_QUESTIONS).map(({ question, evidence }, index) => {
      const proof = evidence.length === 0 ? '' : words.bracket(`${words.evidence}${words.colon}${evidence.join(words.comma)}`)
      return `${index + 1}. ${question}${proof}`
    }),
    ...(hidden > 0 ? [words.moreQuestions.replace('{n}', String(hidden))] : []),
  ]
}
