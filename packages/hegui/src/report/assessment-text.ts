/** An assessment as text for a terminal: what was found, what may be done by whom, what is still to be asked. */
import type { AssessedAction, AssessedMeasure, Assessment, Conduct, Finding, InspectionRecord, Language, PlanItem } from '@hegui/model'
import type { Ruleset } from '@hegui/engine'
import { backingTitle, isOpen, rangeText, stateTitle, subjectTitle, topicTitle, wordsOf } from './words.js'

export interface AssessmentTextOptions {
  readonly language?: Language
}

interface Writer {
  readonly language: Language
  readonly ruleset: Ruleset
  readonly record: InspectionRecord
  readonly assessment: Assessment
}

/** The first questions settle most; the rest would bury them. */
const SHOWN_QUESTIONS = 12

/** Lines without colour, ending in a newline. Chinese unless `language` is `en`. */
export function assessmentText(assessment: Assessment, record: InspectionRecord, ruleset: Ruleset, { language = 'zh' }: AssessmentTextOptions = {}): string {
  const writer: Writer = { language, ruleset, record, assessment }
  const words = wordsOf(language)
  const head = [
    `${words.assessment}：${record.id}${record.title === undefined ? '' : `　${record.title}`}`,
    `${words.inspectedOn} ${record.inspectedOn}　${words.decidedOn} ${assessment.decidedOn}${typeof record.inspectedBy === 'string' ? `　${words.recordedBy} ${organ(record.inspectedBy, writer)}` : ''}`,
  ]
  const conducts = record.conducts.flatMap((conduct) => ['', ...conductLines(conduct, writer)])
  const hidden = assessment.questions.length - SHOWN_QUESTIONS
  const questions = section(words.questions, [
    ...assessment.questions.slice(0, SHOWN_QUESTIONS).map((question, index) => `${index + 1}. ${record.conducts.length > 1 ? `[${question.conduct}] ` : ''}${question.question}${question.evidence.length === 0 ? '' : `（${words.evidence}：${question.evidence.join('、')}）`}`),
    ...(hidden > 0 ? [words.more.replace('{n}', String(hidden))] : []),
  ])
  const pending = section(words.pending, assessment.pending.map((each) => `· [${each.conduct}] ${topicTitle(each.topic, language)}：${each.message}`))
  return `${[...head, ...conducts, ...questions, ...pending, '', words.advice].join('\n')}\n`
}

const section = (title: string, lines: readonly string[], indent = ''): readonly string[] => (lines.length === 0 ? [] : [`${indent}${title}`, ...lines.map((line) => `${indent}  ${line}`)])

function conductLines(conduct: Conduct, writer: Writer): readonly string[] {
  const { assessment, record, language } = writer
  const words = wordsOf(language)
  const of = <T extends { readonly conduct: string }>(items: readonly T[]): readonly T[] => items.filter((item) => item.conduct === conduct.id)
  const findings = of(assessment.findings)
  const measures = of(assessment.measures)
  const party = record.parties?.find((each) => each.id === conduct.party)
  const counted = (verdict: Finding['verdict']): number => findings.filter((finding) => finding.verdict === verdict).length
  return [
    `【${words.conduct} ${conduct.id}】${conduct.title ?? ''}　${dateText(conduct, writer)}${party === undefined ? '' : `　${words.party} ${party.name ?? party.id}`}`,
    ...section(words.violations, findings.filter((finding) => finding.verdict === 'violation').flatMap((finding) => findingLines(finding, writer)), '  '),
    ...section(words.undetermined, findings.filter(isOpen).flatMap((finding) => findingLines(finding, writer)), '  '),
    ...section(words.errored, findings.filter((finding) => finding.verdict === 'errored').map((finding) => `! ${finding.title}（${finding.rule}）：${finding.error ?? ''}`), '  '),
    `  ${words.compliant} ${counted('compliant')}　${words.notApplicable} ${counted('not-applicable')}　${words.cannotViolate} ${findings.filter((finding) => finding.verdict === 'undetermined' && !isOpen(finding)).length}`,
    ...section(words.measures, measureGroups(measures.filter((measure) => measure.proposed), writer), '  '),
    ...section(words.notProposed, measureGroups(measures.filter((measure) => !measure.proposed), writer), '  '),
    ...section(words.planItems, planItemGroups(of(assessment.planItems), writer), '  '),
    ...section(words.actions, of(assessment.actions).flatMap((action) => actionLines(action, writer)), '  '),
  ]
}

function dateText(conduct: Conduct, { language }: Writer): string {
  if (typeof conduct.date === 'string') return conduct.date
  if (conduct.date === null || conduct.date === undefined) return wordsOf(language).unknownDate
  return `${conduct.date.from ?? '…'} ${wordsOf(language).between} ${conduct.date.to ?? '…'}`
}

function findingLines(finding: Finding, writer: Writer): readonly string[] {
  const words = wordsOf(writer.language)
  const { plans, instruments } = writer.ruleset.catalogue
  const sources = [
    ...finding.clauses.map(({ plan, clause }) => `${plans.get(plan)?.shortTitle ?? plan} ${clause}`),
    ...finding.articles.map(({ instrument, article, edition, read }) => `${instruments.get(instrument)?.shortTitle ?? instrument} ${article}${edition === null ? '' : `@${edition}`}${read ? '' : `（${words.unread}）`}`),
  ]
  return [
    `${finding.verdict === 'violation' ? '●' : '○'} ${finding.title}（${finding.rule}）`,
    ...(finding.missing.length === 0 ? [] : [`    ${words.missing}：${finding.missing.map((fact) => factTitle(fact, writer)).join('；')}`]),
    ...(finding.verdict === 'violation' ? [`    ${words.basis}：${sources.join('；')}`] : []),
  ]
}

const factTitle = (fact: string, { ruleset }: Writer): string => ruleset.vocabulary.facts.get(fact)?.title ?? fact

function organ(id: string, { ruleset, language }: Writer): string {
  const found = ruleset.catalogue.organs.get(id)
  return (language === 'zh' ? found?.title : found?.englishTitle) ?? id
}

/** Measures of one norm together, under the article and the organ that has the power. */
function measureGroups(measures: readonly AssessedMeasure[], writer: Writer): readonly string[] {
  const groups = new Map<string, AssessedMeasure[]>()
  for (const measure of measures) {
    const source = sourceOf(measure, writer)
    groups.set(source, [...(groups.get(source) ?? []), measure])
  }
  return [...groups].flatMap(([source, group]) => [source, ...sharedReason(group, writer), ...group.flatMap((measure) => measureLines(measure, writer))])
}

function sourceOf(measure: AssessedMeasure, writer: Writer): string {
  const { ruleset, language } = writer
  const words = wordsOf(language)
  const instrument = measure.norm === undefined ? undefined : ruleset.catalogue.instruments.get(measure.norm.slice(0, measure.norm.indexOf('/')))
  const source = measure.norm === undefined ? measure.plans.map(({ plan, clause }) => `${ruleset.catalogue.plans.get(plan)?.shortTitle ?? plan} ${clause}`).join('、') : `${instrument?.shortTitle ?? measure.norm} ${measure.article ?? ''}@${measure.edition ?? ''}`
  return `▸ ${source}　${measure.authority.length === 0 ? words.none : measure.authority.map((id) => organ(id, writer)).join('、')}　[${backingTitle(measure.backing, language)}]`
}

/** A reason that all measures of a group share is said once, above them. */
function sharedReason(group: readonly AssessedMeasure[], { language }: Writer): readonly string[] {
  const reasons = new Set(group.map((measure) => measure.reason ?? ''))
  const [reason] = reasons
  return group.length > 1 && reasons.size === 1 && reason !== undefined && reason !== '' ? [`    ${wordsOf(language).reason}：${reason}`] : []
}

function measureLines(measure: AssessedMeasure, writer: Writer): readonly string[] {
  const { language, assessment } = writer
  const words = wordsOf(language)
  const title = (fact: string): string => factTitle(fact, writer)
  const tags = [measure.status === 'firm' ? words.firm : words.provisional, words[measure.force], ...(measure.tier === undefined ? [] : [measure.tier]), ...(measure.oneOf === undefined ? [] : [`${words.oneOf}${String.fromCharCode(65 + measure.oneOf.option)}`])]
  const subjects = measure.subjectTo.map((subject) => subjectTitle(subject, title, language))
  const alone = assessment.measures.filter((other) => other.norm === measure.norm && other.reason === measure.reason && sourceOf(other, writer) === sourceOf(measure, writer)).length === 1
  return [
    `    · ${measure.title}${rangeText(measure, title, language)}　[${tags.join(' · ')}]${subjects.length === 0 ? '' : `　${words.subjectTo}：${subjects.join('；')}`}`,
    ...(measure.reason === undefined || (!alone && measure.backing !== 'unbacked') ? [] : [`        ${words.reason}：${measure.reason}`]),
    ...(measure.alternative === undefined ? [] : [`        ${words.alternative}：${measure.alternative}`]),
  ]
}

/** Items that belong together, such as the seven of 三没收一拘留三倒查, under their common name. */
function planItemGroups(items: readonly PlanItem[], writer: Writer): readonly string[] {
  const titleOf = (item: PlanItem): string => {
    const plan = writer.ruleset.catalogue.plans.get(item.plan)
    const group = plan?.groups?.find((each) => each.id === item.group)
    return `▸ ${plan?.shortTitle ?? item.plan} ${item.clause}${group === undefined ? '' : `　${group.title}`}`
  }
  const titles = [...new Set(items.map(titleOf))]
  return titles.flatMap((title) => [title, ...items.filter((item) => titleOf(item) === title).flatMap((item) => planItemLines(item, writer).map((line) => `    ${line}`))])
}

function planItemLines(item: PlanItem, writer: Writer): readonly string[] {
  const { language, ruleset } = writer
  const words = wordsOf(language)
  return [
    `· ${item.title}　[${stateTitle(item.state, language)}]`,
    ...item.routes.map((route) => {
      const missing = route.missing.length === 0 ? '' : `；${words.missing}：${route.missing.map((fact) => factTitle(fact, writer)).join('，')}`
      const instrument = ruleset.catalogue.instruments.get(route.norm.slice(0, route.norm.indexOf('/')))
      return `    ${words.routes} ${instrument?.shortTitle ?? route.norm} ${route.article ?? ''}　[${stateTitle(route.state, language)}]　${route.explanation}${missing}`
    }),
    ...(item.reason === undefined ? [] : [`    ${words.reason}：${item.reason}`]),
    ...(item.alternative === undefined ? [] : [`    ${words.alternative}：${item.alternative}`]),
  ]
}

function actionLines(action: AssessedAction, writer: Writer): readonly string[] {
  const { ruleset, language } = writer
  const words = wordsOf(language)
  const title = language === 'zh' ? action.title : (ruleset.catalogue.actions.find((each) => each.id === action.template)?.englishTitle ?? action.title)
  const { due } = action
  const range = due?.earliest !== undefined && due.latest !== undefined && due.earliest !== due.latest ? `（${words.provisionalDue}：${due.earliest} – ${due.latest}）` : ''
  const basis = action.basis.map(({ instrument, article, read }) => `${ruleset.catalogue.instruments.get(instrument)?.shortTitle ?? instrument} ${article}${read ? '' : `（${words.unread}）`}`)
  return [
    `· ${title}　→ ${action.assignee === null ? words.unassigned : organ(action.assignee, writer)}　[${action.status === 'firm' ? words.firm : words.provisional}]`,
    `    ${words.basis}：${basis.join('；')}`,
    ...(due === undefined ? [] : [`    ${words.due}：${due.date === null ? '' : `${due.date}${range}　`}${due.rule}`, ...(due.counting.length === 0 ? [] : [`    ${words.counting}：${due.counting.join('；')}`])]),
    ...action.notes.map((note) => `    ${note}`),
  ]
}
