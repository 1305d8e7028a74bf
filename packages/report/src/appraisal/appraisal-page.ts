/** The appraisal of one unit, or of several together, as one page: the stage, charts, tables, and where every figure comes from. */
import type { Appraisal } from '@hegui/model'
import { pageHtml } from '../page/html.js'
import { pageMarkdown } from '../page/markdown.js'
import { type Block, cell, type Page, say } from '../page/page.js'
import { boundaryText } from '../words/value-text.js'
import { clausesText, placeTitle, planTitle, type ReportOptions, type Writer, writerOf } from '../words/words.js'
import { byDuty, byStage, dutyTable, type Part, stateBlocks, stateChart } from './duty-blocks.js'
import { accountabilityTable, targetTable, tracingTable } from './finding-blocks.js'
import { sourcesOf } from './sources.js'
import { statisticCharts, statisticTable } from './statistic-blocks.js'

export const appraisalHtml = (appraisals: Appraisal | readonly Appraisal[], options: ReportOptions = {}): string =>
  pageHtml(appraisalPage(listOf(appraisals), writerOf(options)))
export const appraisalMarkdown = (appraisals: Appraisal | readonly Appraisal[], options: ReportOptions = {}): string =>
  pageMarkdown(appraisalPage(listOf(appraisals), writerOf(options)))

/** Only the duties: what is to be done when, and how it stands. */
export const dutyOverviewHtml = (appraisal: Appraisal, options: ReportOptions = {}): string => pageHtml(dutyPage(appraisal, writerOf(options)))
export const dutyOverviewMarkdown = (appraisal: Appraisal, options: ReportOptions = {}): string => pageMarkdown(dutyPage(appraisal, writerOf(options)))

const listOf = (appraisals: Appraisal | readonly Appraisal[]): readonly Appraisal[] => ('schema' in appraisals ? [appraisals] : appraisals)

const partOf = (prefix: string, writer: Writer): Part => ({ prefix, writer, sources: sourcesOf(prefix, writer) })
const unitPrefix = (index: number): string => `u${index + 1}-`
const heading = (text: string, id?: string): Block => ({ kind: 'heading', level: 2, text, id })
const advice = ({ words }: Writer): Block => ({ kind: 'paragraph', line: say(words.advice, 'quiet') })

function appraisalPage(appraisals: readonly Appraisal[], writer: Writer): Page {
  const { words, language } = writer
  const several = appraisals.length > 1
  return {
    language,
    colon: words.colon,
    title: [words.appraisal, ...(several ? [] : appraisals.map(({ unit }) => unit.title))].join(words.colon),
    landscape: true,
    blocks: [
      ...(several ? unitsBlocks(appraisals, writer) : []),
      ...appraisals.flatMap((each, index) => [
        ...(several ? [heading(each.unit.title, `${unitPrefix(index)}unit`)] : []),
        ...unitBlocks(each, partOf(unitPrefix(index), writer)),
      ]),
      advice(writer),
    ],
  }
}

function unitBlocks(appraisal: Appraisal, part: Part): readonly Block[] {
  const { words } = part.writer
  const section = (title: string, things: readonly unknown[], blocks: () => readonly Block[]): readonly Block[] => [
    heading(title),
    ...(things.length === 0 ? [{ kind: 'paragraph', line: say(words.none) } as const] : blocks()),
  ]
  const shown = [
    headOf(appraisal, part),
    ...section(words.stages, appraisal.stages, () => [stageTable(appraisal, part.writer)]),
    ...section(words.duties, appraisal.duties, () => [
      ...stateChart('by-stage', words.byStage, byStage(appraisal, part.writer), part),
      ...stateChart('by-duty', words.byDuty, byDuty(appraisal), part),
      dutyTable(appraisal, part),
    ]),
    ...otherSubmissions(appraisal, part.writer),
    ...section(words.targets, appraisal.targets, () => [targetTable(appraisal, part)]),
    ...section(words.accountability, appraisal.accountability, () => [
      { kind: 'paragraph', line: say(words.accountabilityNote) },
      accountabilityTable(appraisal, part),
    ]),
    ...section(words.statistics, appraisal.statistics, () => [...statisticCharts(appraisal, part), statisticTable(appraisal, part)]),
    ...section(words.tracings, appraisal.tracings, () => [tracingTable(appraisal, part)]),
    ...(appraisal.moreTracings === 0 ? [] : [{ kind: 'paragraph', line: say(words.moreTracings.replace('{n}', String(appraisal.moreTracings))) } as const]),
  ]
  return [...shown, ...part.sources.blocks()]
}

const otherSubmissions = ({ otherSubmissions: ids }: Appraisal, { words }: Writer): readonly Block[] =>
  ids.length === 0 ? [] : [{ kind: 'paragraph', line: say(`${words.otherSubmissions}${words.colon}${ids.join(words.comma)}`) }]

function dutyPage(appraisal: Appraisal, writer: Writer): Page {
  const { words, language } = writer
  const part = partOf(unitPrefix(0), writer)
  const shown = [
    headOf(appraisal, part),
    heading(words.duties),
    ...(appraisal.duties.length === 0 ? [] : stateChart('by-duty', words.byDuty, byDuty(appraisal), part)),
    dutyTable(appraisal, part),
  ]
  return {
    language,
    colon: words.colon,
    title: `${words.dutyOverview}${words.colon}${appraisal.unit.title}`,
    landscape: true,
    blocks: [...shown, ...part.sources.blocks(), advice(writer)],
  }
}

function headOf(appraisal: Appraisal, { prefix, writer }: Part): Block {
  const { words } = writer
  const now = appraisal.stages.flatMap(({ title, state }) =>
    state === 'now' ? [title] : state === 'possibly-now' ? [`${title}${words.bracket(words.possibly)}`] : [],
  )
  const facts = [
    [words.plan, planTitle(appraisal.plan, writer)],
    [words.unit, appraisal.unit.title],
    [words.region, placeTitle(appraisal.unit.region, writer)],
    [words.period, `${appraisal.period.from} ${words.to} ${appraisal.period.to}`],
    [words.asSeenAt, appraisal.now],
    [words.stageNow, now.length === 0 ? words.noStage : now.join(words.comma)],
    [words.packs, appraisal.packs.map(({ id, version }) => `${id} ${version}`).join(words.comma)],
  ] as const
  return {
    kind: 'facts',
    facts: [
      ...facts.map(([label, text]) => ({ label, line: say(text) })),
      { label: words.records, line: [{ text: String(appraisal.records), to: `${prefix}sources` }] },
    ],
  }
}

const stageTable = ({ stages }: Appraisal, writer: Writer): Block => ({
  kind: 'table',
  caption: '',
  columns: [writer.words.stage, writer.words.from, writer.words.until, writer.words.state, writer.words.clauses],
  rows: stages.map((stage) => ({
    cells: [
      cell(stage.title),
      cell(boundaryText(stage.from)),
      cell(boundaryText(stage.to)),
      cell(writer.words.stageState[stage.state]),
      cell(clausesText(stage.clauses, writer)),
    ],
  })),
})

/** Units beside each other: one bar a unit, over all its duties. A number leads to the section of its unit, which lists what it counts. */
function unitsBlocks(appraisals: readonly Appraisal[], writer: Writer): readonly Block[] {
  const { words } = writer
  const groups = appraisals.map(({ unit, duties }) => ({ label: unit.title, duties: [...duties.entries()] }))
  return [
    heading(words.byUnit),
    ...stateBlocks('all-by-unit', words.byUnit, groups, writer, (_group, index, _what, hits) => ({
      text: String(hits.length),
      to: `${unitPrefix(index)}unit`,
    })),
  ]
}
