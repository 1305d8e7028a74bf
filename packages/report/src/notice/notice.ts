/**
 * 违法行为告知: a draft, one section a party, from what the record and its assessment say and nothing else.
 *
 * Facts are those the findings rest on, articles stand with their edition, what is open is told as open. Rights of the
 * party are only those the assessment carries; no legal text is made up here.
 */
import { type Assessment, type Finding, type InspectionRecord, unitTitle } from '@hegui/model'
import { pageHtml } from '../page/html.js'
import { pageMarkdown } from '../page/markdown.js'
import { type Block, cell, type Line, type Page, say } from '../page/page.js'
import { byCodeUnit, numberText } from '../words/value-text.js'
import { citationText, organTitle, placeTitle, type ReportOptions, writerOf } from '../words/words.js'
import { dayText, factsRelied } from './facts.js'
import { measureLines } from './measures.js'
import type { Case } from './notice-case.js'
import { openLines, rightLines } from './open-and-rights.js'

export const violationNoticeHtml = (assessment: Assessment, record: InspectionRecord, options: ReportOptions = {}): string =>
  pageHtml(noticePage({ assessment, record, writer: writerOf(options) }))
export const violationNoticeMarkdown = (assessment: Assessment, record: InspectionRecord, options: ReportOptions = {}): string =>
  pageMarkdown(noticePage({ assessment, record, writer: writerOf(options) }))

type Conduct = InspectionRecord['conducts'][number]

function noticePage(held: Case): Page {
  const { assessment, record, writer } = held
  const { words, language } = writer
  const violated = record.conducts.filter(({ id }) => violationsOf(id, assessment).length > 0)
  const parties = [...new Set(violated.map(({ party }) => party ?? null))].sort((a, b) => (a === null ? 1 : b === null ? -1 : byCodeUnit(a, b)))
  const facts = [
    [words.recordId, record.id],
    [words.inspectedOn, record.inspectedOn],
    [words.decidedOn, assessment.decidedOn],
    [words.inspectedBy, typeof record.inspectedBy === 'string' ? organTitle(record.inspectedBy, writer) : words.unknown],
    [words.place, placeTitle(record.region, writer)],
  ] as const
  return {
    language,
    colon: words.colon,
    title: `${words.notice}${words.bracket(words.draft)}`,
    blocks: [
      { kind: 'paragraph', warning: true, line: say(words.draftWarning) },
      { kind: 'facts', facts: facts.map(([label, text]) => ({ label, line: say(text) })) },
      ...(parties.length === 0 ? [{ kind: 'paragraph', line: say(words.noViolation) } as const] : []),
      ...parties.flatMap((party) => partyBlocks(party, violated, held)),
      { kind: 'paragraph', line: say(words.advice, 'quiet') },
    ],
  }
}

const violationsOf = (conduct: string, { findings }: Assessment): readonly Finding[] =>
  findings.filter((finding) => finding.conduct === conduct && finding.verdict === 'violation')

function partyBlocks(id: string | null, violated: readonly Conduct[], held: Case): readonly Block[] {
  const { words } = held.writer
  const party = (held.record.parties ?? []).find((each) => each.id === id)
  const conducts = violated.filter((conduct) => (conduct.party ?? null) === id)
  const ids = new Set(conducts.map((conduct) => conduct.id))
  return [
    { kind: 'heading', level: 2, text: id === null ? words.partyUnknown : `${words.party}${words.colon}${party?.name ?? id}` },
    ...(party?.creditCode === undefined ? [] : [{ kind: 'facts', facts: [{ label: words.creditCode, line: say(party.creditCode) }] } as const]),
    ...conducts.flatMap((conduct) => conductBlocks(conduct, held)),
    ...listed(words.measures, measureLines(ids, held), words.none),
    ...listed(words.openTitle, openLines(ids, held), words.none),
    ...listed(words.rights, rightLines(ids, held), words.noRights),
  ]
}

const listed = (title: string, lines: readonly Line[], none: string): readonly Block[] => [
  { kind: 'heading', level: 3, text: title },
  lines.length === 0 ? { kind: 'paragraph', line: say(none) } : { kind: 'list', items: lines.map((line) => ({ line })) },
]

function conductBlocks(conduct: Conduct, { assessment, record, writer }: Case): readonly Block[] {
  const { words, language } = writer
  const findings = violationsOf(conduct.id, assessment)
  const site = (record.sites ?? []).find(({ id }) => id === conduct.site)
  const quantity = (line: NonNullable<Conduct['goods']>[number]): string =>
    typeof line.quantity === 'number' ? ` ${numberText(line.quantity)} ${language === 'en' ? (line.unit ?? '') : unitTitle(line.unit)}` : ''
  const facts: readonly (readonly [label: string, text: string])[] = [
    [words.conductDay, dayText(conduct.date, writer)],
    ...(conduct.site === undefined ? [] : [[words.site, site?.name ?? conduct.site] as const]),
    ...factsRelied(findings, writer),
    ...(conduct.goods ?? []).map((line) => [words.goods, `${line.title ?? line.kind ?? words.unknown}${quantity(line)}`] as const),
  ]
  const cited = (finding: Finding, penalty: boolean): readonly Line[] =>
    finding.articles.filter(({ role }) => (role === 'penalty') === penalty).map((each) => say(citationText(each, writer)))
  return [
    { kind: 'heading', level: 3, text: `${words.conduct}${words.colon}${conduct.title ?? conduct.id}` },
    { kind: 'facts', facts: facts.map(([label, text]) => ({ label, line: say(text) })) },
    {
      kind: 'table',
      caption: '',
      columns: [words.findings, words.articles, words.penalties],
      rows: findings.map((finding) => ({
        cells: [cell(finding.title), finding.articles.length === 0 ? cell(words.planOnlyNote, 'open') : cited(finding, false), cited(finding, true)],
      })),
    },
  ]
}
