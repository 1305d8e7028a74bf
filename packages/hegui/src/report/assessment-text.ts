/** An assessment as text for a terminal: what was found, what may be done by whom, what is still to be asked. */
import type { Ruleset } from '@hegui/engine'
import type { Assessment, Conduct, Finding, InspectionRecord, Language } from '@hegui/model'
import { actionLines } from './action-text.js'
import { isOpen, isPlanOnly, undeterminedLines, violationLines } from './finding-text.js'
import { focusText } from './focus-text.js'
import { measureGroups } from './measure-text.js'
import { planItemGroups } from './plan-item-text.js'
import { circumstanceLines, concurrenceLines, editionChoiceLines } from './reasoning-text.js'
import { topicTitle } from './words.js'
import { labelled, organTitle, terminalText, type Writer, writerOf } from './writer.js'

export interface AssessmentTextOptions {
  readonly language?: Language
}

/** The first questions settle most; the rest would bury them. */
const SHOWN_QUESTIONS = 12

/**
 * Lines without colour, ending in a newline. Chinese unless `language` is `en`; titles of rules, facts and norms
 * stay Chinese, they are legal terms. Whatever stands in records and packs is shown without control characters.
 */
export function assessmentText(assessment: Assessment, record: InspectionRecord, ruleset: Ruleset, { language = 'zh' }: AssessmentTextOptions = {}): string {
  const writer = writerOf(assessment, record, ruleset, language)
  const { words } = writer
  const inspector = typeof record.inspectedBy === 'string' ? `${words.gap}${words.recordedBy} ${organTitle(record.inspectedBy, writer)}` : ''
  const head = [
    `${labelled(writer, words.assessment, record.id)}${record.title === undefined ? '' : `${words.gap}${record.title}`}`,
    `${words.inspectedOn} ${record.inspectedOn}${words.gap}${words.decidedOn} ${assessment.decidedOn}${inspector}`,
  ]
  return terminalText([
    ...head,
    ...record.conducts.flatMap((conduct) => ['', ...conductLines(conduct, writer)]),
    ...section(
      words.concurrences,
      concurrenceLines(
        assessment.concurrence.filter((each) => each.conducts.length > 1),
        writer,
      ),
    ),
    ...questionLines(writer),
    ...pendingLines(writer),
    '',
    words.advice,
  ])
}

const section = (title: string, lines: readonly string[], indent = ''): readonly string[] =>
  lines.length === 0 ? [] : [`${indent}${title}`, ...lines.map((line) => `${indent}  ${line}`)]

function conductLines(conduct: Conduct, writer: Writer): readonly string[] {
  const { assessment, record, words } = writer
  const of = <T extends { readonly conduct: string }>(items: readonly T[]): readonly T[] => items.filter((item) => item.conduct === conduct.id)
  const findings = of(assessment.findings)
  const measures = of(assessment.measures)
  const party = record.parties?.find((each) => each.id === conduct.party)
  const violations = findings.filter((finding) => finding.verdict === 'violation')
  const errored = findings.filter((finding) => finding.verdict === 'errored')
  return [
    `【${words.conduct} ${conduct.id}】${conduct.title === undefined ? '' : conduct.title}${words.gap}${dateText(conduct, writer)}${party === undefined ? '' : `${words.gap}${words.party} ${party.name ?? party.id}`}`,
    ...section(
      words.violations,
      violations.filter((finding) => !isPlanOnly(finding)).flatMap((finding) => violationLines(finding, writer)),
      '  ',
    ),
    ...section(
      words.planOnly,
      violations.filter(isPlanOnly).flatMap((finding) => violationLines(finding, writer)),
      '  ',
    ),
    ...section(words.undetermined, undeterminedLines(findings.filter(isOpen), writer), '  '),
    ...section(
      words.errored,
      errored.map((finding) => `! ${finding.title}${words.bracket(finding.rule)}${words.colon}${finding.error ?? ''}`),
      '  ',
    ),
    `  ${countLine(findings, writer)}`,
    ...section(
      words.measures,
      measureGroups(
        measures.filter((measure) => measure.proposed),
        writer,
      ),
      '  ',
    ),
    ...section(
      words.notProposed,
      measureGroups(
        measures.filter((measure) => !measure.proposed),
        writer,
      ),
      '  ',
    ),
    ...section(words.lighterLaw, editionChoiceLines(of(assessment.editionChoices), writer), '  '),
    ...section(words.circumstances, circumstanceLines(of(assessment.circumstances), writer), '  '),
    ...section(
      words.concurrences,
      concurrenceLines(
        assessment.concurrence.filter((each) => each.conducts.length === 1 && each.conducts[0] === conduct.id),
        writer,
      ),
      '  ',
    ),
    ...section(words.planItems, planItemGroups(of(assessment.planItems), writer), '  '),
    ...section(
      words.actions,
      of(assessment.actions).flatMap((action) => actionLines(action, writer)),
      '  ',
    ),
  ]
}

function countLine(findings: readonly Finding[], { words }: Writer): string {
  const counted = (verdict: Finding['verdict']): number => findings.filter((finding) => finding.verdict === verdict).length
  const settled = findings.filter((finding) => finding.verdict === 'undetermined' && !isOpen(finding)).length
  return [`${words.compliant} ${counted('compliant')}`, `${words.notApplicable} ${counted('not-applicable')}`, `${words.cannotViolate} ${settled}`].join(
    words.gap,
  )
}

function dateText(conduct: Conduct, { words }: Writer): string {
  if (typeof conduct.date === 'string') return conduct.date
  if (conduct.date === null || conduct.date === undefined) return words.unknownDate
  return `${conduct.date.from ?? '…'} ${words.to} ${conduct.date.to ?? '…'}`
}

function questionLines(writer: Writer): readonly string[] {
  const { assessment, record, words } = writer
  const hidden = assessment.questions.length - SHOWN_QUESTIONS
  const lines = assessment.questions.slice(0, SHOWN_QUESTIONS).flatMap((question, index) => {
    const conduct = record.conducts.length > 1 ? `[${question.conduct}] ` : ''
    const evidence = question.evidence.length === 0 ? '' : words.bracket(labelled(writer, words.evidence, question.evidence.join(words.comma)))
    return [`${index + 1}. ${conduct}${question.question}${evidence}`, ...focusText(question.focus, writer).map((line) => `   ${line}`)]
  })
  return section(words.questions, [...lines, ...(hidden > 0 ? [words.moreQuestions.replace('{n}', String(hidden))] : [])])
}

const pendingLines = (writer: Writer): readonly string[] =>
  section(
    writer.words.pending,
    writer.assessment.pending.map((each) => `· [${each.conduct}] ${labelled(writer, topicTitle(each.topic, writer.language), each.message)}`),
  )
