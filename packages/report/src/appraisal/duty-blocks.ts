/** Duties: a table of every occurrence, and how many stand how, by stage and by duty. */
import { type Appraisal, type AppraisedDuty, type DutyState, dutyStates, earliestOf, latestOf } from '@hegui/model'
import { type Bar, barChart, type Fill } from '../chart/bars.js'
import { type Block, cell, type Line, type Span, say, type TableRow, type Tone } from '../page/page.js'
import { clausesText, type Writer } from '../words/words.js'
import type { Sources } from './sources.js'

const tones: Readonly<Record<DutyState, Tone>> = { met: 'good', late: 'bad', missing: 'bad', upcoming: 'quiet', undetermined: 'open', undated: 'quiet' }
const fills: Readonly<Record<DutyState, Fill>> = { met: 'good', late: 'late', missing: 'bad', upcoming: 'quiet', undetermined: 'open', undated: 'light' }

export interface Part {
  readonly prefix: string
  readonly writer: Writer
  readonly sources: Sources
}

const rowId = (prefix: string, index: number): string => `${prefix}duty-${index + 1}`

export function dutyTable({ duties }: Appraisal, { prefix, writer, sources }: Part): Block {
  const { words } = writer
  return {
    kind: 'table',
    caption: '',
    columns: [words.duty, words.occurrence, words.due, words.state, words.made, words.reason, words.clauses],
    rows: duties.map((duty, index) => ({
      id: rowId(prefix, index),
      cells: [
        cell(duty.title),
        cell(duty.occurrence === 'once' ? '' : (duty.occurrence ?? '')),
        cell(dueText(duty, writer)),
        cell(words.dutyState[duty.state], tones[duty.state]),
        [[sources.figure(`${duty.made}/${duty.needed}`, { title: nameOf(duty), submissions: duty.submissions })]],
        notesOf(duty, writer),
        cell(clausesText(duty.clauses, writer)),
      ],
    })),
  }
}

/** What is done once needs no name beside its title. */
export const nameOf = ({ title, occurrence }: AppraisedDuty): string => (occurrence === null || occurrence === 'once' ? title : `${title} ${occurrence}`)

export function dueText({ due }: AppraisedDuty, { words }: Writer): string {
  if (due === null) return words.undatedDuty
  if (due.instant !== undefined) return due.instant
  const { earliest, latest } = due
  const days = earliest === null || earliest === latest ? latest : `${earliest} – ${latest}`
  return due.certain ? days : `${days}${words.bracket(words.provisional)}`
}

function notesOf(duty: AppraisedDuty, { words }: Writer): readonly Line[] {
  const labelled = (label: string, text: string | undefined): readonly Line[] => (text === undefined ? [] : [say(`${label}${words.colon}${text}`)])
  return [
    say(duty.reason),
    ...(duty.assumed ? [say(words.assumed, 'open')] : []),
    ...labelled(words.lawfulShare, duty.lawfulShare),
    ...labelled(words.question, duty.question),
    ...duty.flags.flatMap((flag) => labelled(words.flags, flag)),
  ]
}

export interface Group {
  readonly label: string
  readonly duties: readonly (readonly [index: number, duty: AppraisedDuty])[]
}

/** An occurrence belongs to the stages in which its last day surely lies. Stages may run side by side, so it may count twice. */
export function byStage({ duties, stages }: Appraisal, { words }: Writer): readonly Group[] {
  const all = [...duties.entries()]
  const inside = (from: string, to: string | null, { due }: AppraisedDuty): boolean => due !== null && to !== null && from <= due.latest && due.latest <= to
  const placed = stages.map(
    ({ title, from, to }): Group => ({
      label: title,
      duties: all.filter(([, duty]) => inside(latestOf(from), earliestOf(to), duty)),
    }),
  )
  const found = new Set(placed.flatMap((group) => group.duties.map(([index]) => index)))
  const rest = all.filter(([index]) => !found.has(index))
  const others: readonly Group[] = [
    { label: words.outsideStages, duties: rest.filter(([, { due }]) => due !== null) },
    { label: words.noDeadline, duties: rest.filter(([, { due }]) => due === null) },
  ]
  return [...placed, ...others.filter((group) => group.duties.length > 0)]
}

export function byDuty({ duties }: Appraisal): readonly Group[] {
  const groups = new Map<string, { readonly label: string; readonly duties: [number, AppraisedDuty][] }>()
  for (const [index, duty] of duties.entries()) {
    const group = groups.get(duty.duty) ?? { label: duty.title, duties: [] }
    group.duties.push([index, duty])
    groups.set(duty.duty, group)
  }
  return [...groups.values()]
}

/** A chart of how many occurrences stand how, and the table that says the same. `numberOf` says where each number leads. */
export function stateBlocks(id: string, title: string, groups: readonly Group[], writer: Writer, numberOf: NumberOf): readonly Block[] {
  const { words } = writer
  const counted = (group: Group, state: DutyState) => group.duties.filter(([, duty]) => duty.state === state)
  const bars = groups.map(
    (group): Bar => ({
      label: group.label,
      parts: dutyStates.map((state) => ({ title: words.dutyState[state], value: counted(group, state).length, fill: fills[state] })),
      note: String(group.duties.length),
    }),
  )
  return [
    { kind: 'chart', svg: barChart({ id, title: `${words.chartDuties}${words.colon}${title}`, bars }) },
    {
      kind: 'table',
      caption: '',
      columns: [title, ...dutyStates.map((state) => words.dutyState[state]), words.total],
      rows: groups.map(
        (group, index): TableRow => ({
          cells: [
            cell(group.label),
            ...dutyStates.map((state) => [[numberOf(group, index, words.dutyState[state], counted(group, state))]]),
            [[numberOf(group, index, words.total, group.duties)]],
          ],
        }),
      ),
    },
  ]
}
export type NumberOf = (group: Group, index: number, what: string, hits: Group['duties']) => Span

/** Within one unit a number leads to the occurrences it counts; a nought to all those among which there is none. */
export function stateChart(id: string, title: string, groups: readonly Group[], { prefix, writer, sources }: Part): readonly Block[] {
  const cited = (group: Group, what: string, hits: Group['duties']): Span =>
    sources.figure(String(hits.length), {
      title: `${title}${writer.words.colon}${group.label} ${what}`,
      rows: hits.map(([index, duty]) => ({ text: nameOf(duty), to: rowId(prefix, index) })),
    })
  const totals = groups.map((group) => cited(group, writer.words.total, group.duties))
  return stateBlocks(`${prefix}${id}`, title, groups, writer, (group, index, what, hits) => {
    const total = totals[index]
    if (total === undefined || (hits.length > 0 && hits.length < group.duties.length)) return cited(group, what, hits)
    return { ...total, text: String(hits.length) }
  })
}
