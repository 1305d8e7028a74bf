/** The legality of a plan as a table of plain strings: what text, Markdown and HTML then only lay out. */
import type { Cited, ClauseLegality, LegalityLine, LegalityStatus, NormCited, Period, PlanLegality, RouteLegality } from '@hegui/analysis'
import { legalityStatuses } from '@hegui/analysis'
import { type Catalogue, type Language, measureKindTitle, oneLine, renderProblem } from '@hegui/model'
import { clauseKindTitle, type LegalityWords, legalityWords } from './words.js'

export interface Detail {
  readonly label: string
  readonly text: string
}
interface Part {
  readonly status: LegalityStatus
  readonly statusText: string
  readonly label: string
  readonly title: string
  readonly details: readonly Detail[]
}
export interface Row {
  readonly clause: string
  readonly kinds: string
  readonly title: string
  readonly status: LegalityStatus
  readonly statusText: string
  readonly parts: readonly Part[]
  /** What the plan's own data says of the clause; empty where it says nothing. */
  readonly notes: readonly Detail[]
}
export interface LegalityTable {
  readonly language: Language
  readonly words: LegalityWords
  readonly title: string
  readonly facts: readonly Detail[]
  readonly tally: readonly { readonly status: LegalityStatus; readonly title: string; readonly count: number }[]
  readonly rows: readonly Row[]
  /** What is tested before any penalty. */
  readonly circumstances: readonly Detail[]
  readonly problems: readonly string[]
}

export function legalityTable(legality: PlanLegality, catalogue: Catalogue, language: Language): LegalityTable {
  const writer: Writer = { catalogue, language, words: legalityWords(language) }
  const { words } = writer
  const law = legality.asOf === null ? words.ofPeriod.replace('{period}', periodText(legality.period, words)) : words.ofDay.replace('{day}', legality.asOf)
  return {
    language,
    words,
    title: oneLine(legality.title),
    facts: [
      { label: words.issuer, text: oneLine(legality.issuer) },
      { label: words.issuedOn, text: issuedText(legality.issuedOn, words) },
      { label: words.force, text: words.normativeDocument },
      { label: words.law, text: law },
    ],
    tally: legalityStatuses.map((status) => ({ status, title: words.status[status], count: legality.tally[status] })),
    rows: legality.clauses.map((clause) => rowOf(clause, writer)),
    circumstances: circumstancesOf(legality, writer),
    problems: legality.problems.map((found) => `${found.code} ${renderProblem(found, language).message}`),
  }
}

function issuedText(issuedOn: PlanLegality['issuedOn'], words: LegalityWords): string {
  if (issuedOn === null) return words.noDate
  if (typeof issuedOn === 'string') return issuedOn
  const days = issuedOn.earliest === null ? words.notAfter.replace('{latest}', issuedOn.latest) : `${issuedOn.earliest} ${words.to} ${issuedOn.latest}`
  return `${words.noDate}${words.comma}${days}`
}

interface Writer {
  readonly catalogue: Catalogue
  readonly language: Language
  readonly words: LegalityWords
}

const circumstancesOf = ({ circumstances }: PlanLegality, writer: Writer): readonly Detail[] =>
  circumstances.length === 0
    ? [{ label: '', text: writer.words.noCircumstances }]
    : circumstances.map(({ title, articles }) => ({
        label: oneLine(title),
        text: articles.map((cited) => citedText(cited, writer)).join(writer.words.semicolon),
      }))

function rowOf(clause: ClauseLegality, writer: Writer): Row {
  const { words, language } = writer
  const { declared } = clause
  const note = (label: string, text: string): readonly Detail[] => (text === '' ? [] : [{ label, text: oneLine(text) }])
  return {
    clause: clause.clause,
    kinds: clause.kinds.map((kind) => clauseKindTitle(kind, language)).join(words.comma),
    title: oneLine(clause.title),
    status: clause.status,
    statusText: `${words.status[clause.status]}${clause.partial ? words.partial : ''}`,
    // What the reader found stands in the last column already.
    parts: clause.lines.filter((line) => line.as !== 'declared').map((line) => partOf(line, writer)),
    notes: [
      ...(declared === undefined ? [] : note(words.declared[declared.status], declared.note)),
      ...(declared === undefined ? [] : note(words.basis, declared.articles.map((cited) => citedText(cited, writer)).join(words.semicolon))),
      ...(declared === undefined ? [] : note(words.unread, declared.unread.join(words.comma))),
      ...note(words.flags, clause.flags.join(' ')),
    ],
  }
}

function partOf(line: LegalityLine, writer: Writer): Part {
  const { words } = writer
  const listed = (label: string, cited: readonly NormCited[]): readonly Detail[] =>
    cited.map((norm) => ({ label, text: `${citedText(norm, writer)}${words.semicolon}${oneLine(norm.title)}` }))
  const details: readonly Detail[] = [
    ...listed(words.basis, line.norms),
    ...line.routes.map((route) => ({ label: routeLabel(route, line, words), text: routeText(route, writer) })),
    ...(line.articles.length === 0 ? [] : [{ label: words.basis, text: line.articles.map((cited) => citedText(cited, writer)).join(words.semicolon) }]),
    ...(line.following === undefined || line.following.length === 0
      ? []
      : [{ label: words.following, text: line.following.map((cited) => citedText(cited, writer)).join(words.semicolon) }]),
    ...becauseOf(line, writer),
    ...alternativeOf(line, words),
    ...(line.organs.length === 0 ? [] : [{ label: words.organs, text: line.organs.map((organ) => organTitle(organ, writer)).join(words.comma) }]),
  ]
  return {
    status: line.status,
    statusText: `${words.status[line.status]}${line.conditional === true ? words.onConditions : ''}`,
    label: words.as[line.as],
    title: oneLine(line.title),
    details,
  }
}

/** Whoever may not penalise may still do something: what the plan's data say, or else what is open to anyone. */
function alternativeOf({ as, status, alternative }: LegalityLine, words: LegalityWords): readonly Detail[] {
  if (alternative !== undefined) return [{ label: words.alternative, text: oneLine(alternative) }]
  return as === 'rule' && (status === 'unbacked' || status === 'unverified') ? [{ label: words.alternative, text: words.verifyFirst }] : []
}

function becauseOf({ because, reason, lacking }: LegalityLine, writer: Writer): readonly Detail[] {
  const { words, language } = writer
  if (because === undefined) return []
  const lack = (lacking ?? []).map(
    ({ organ, kinds }) => `${organTitle(organ, writer)}（${kinds.map((kind) => measureKindTitle(kind, language)).join(words.comma)}）`,
  )
  return [{ label: '', text: oneLine([words.because[because], reason ?? '', lack.join(words.semicolon)].join('')) }]
}

/** Where the plan's own measure conflicts with the law, a route to it is no backing: it is the one lawful way, on its conditions. */
const routeLabel = ({ own }: RouteLegality, { status }: LegalityLine, words: LegalityWords): string =>
  !own ? words.instead : status === 'conflict' ? words.onlyIf : words.route

const routeText = (route: RouteLegality, writer: Writer): string => {
  const { words } = writer
  const marks = [route.leadsNowhere ? words.nowhere : '', route.conditional ? words.conditional : ''].filter((mark) => mark !== '')
  return `${[citedText(route, writer), ...marks].join(words.semicolon)}${words.semicolon}${oneLine(route.explanation)}`
}

/** `条例 36(1)（2016年修订文本，应急管理部门，当日版本读过原文）`; two editions in the period are both given, each with its days. */
function citedText(cited: Cited, writer: Writer): string {
  const { words, catalogue, language } = writer
  const instrument = catalogue.instruments.get(cited.instrument)
  const name = (language === 'zh' ? instrument?.shortTitle : instrument?.englishTitle) ?? cited.instrument
  if (cited.editions.length === 0) return `${name} ${cited.article}（${words.reading['not-in-force']}）`
  const editions = cited.editions.map((edition) => {
    const authority = edition.authority.map((organ) => organTitle(organ, writer)).join(words.comma)
    const days = cited.editions.length > 1 ? periodText(edition.period, words) : ''
    return `${name} ${edition.article}（${[edition.title, days, authority, words.reading[edition.reading]].filter((part) => part !== '').join(words.comma)}）`
  })
  return oneLine([...editions, ...(cited.throughout ? [] : [words.notThroughout])].join(words.semicolon))
}

const periodText = ({ from, to }: Period, { to: until }: LegalityWords): string => (from === to ? (from ?? '…') : `${from ?? '…'} ${until} ${to ?? '…'}`)

/** Ids that stand for whoever is acting are no organs. */
function organTitle(id: string, { catalogue, language }: Writer): string {
  const roles: Readonly<Record<string, readonly [string, string]>> = {
    authority: ['有权机关', 'the authority'],
    'inspecting-organ': ['检查机关', 'the inspecting organ'],
  }
  const role = roles[id]
  if (role !== undefined) return role[language === 'zh' ? 0 : 1]
  const organ = catalogue.organs.get(id)
  return (language === 'zh' ? organ?.title : organ?.englishTitle) ?? id
}
