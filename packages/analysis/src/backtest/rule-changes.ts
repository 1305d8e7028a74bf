/** Two assessments of one record side by side: what each rule comes to about each conduct, and what follows from it. */
import type { AssessedAction, AssessedMeasure, Assessment, Finding } from '@hegui/model'
import { type OutcomeName, outcomeNamed } from '../diff/outcome.js'

/**
 * Of an answer: `caught`, it is a violation now; `cleared`, it no longer can be one; `opened`, it is undetermined now; `settled`,
 * it was undetermined and is no violation; `other`, between outcomes that are no violation. With the answer unchanged:
 * `measures`, `dues` (a due date), `tasks` (a task more or less, or for another organ).
 */
export const changeKinds = ['caught', 'cleared', 'opened', 'settled', 'other', 'measures', 'dues', 'tasks'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** All of a measure that is more than wording. */
const measureParts = [
  'on',
  'kind',
  'object',
  'force',
  'tier',
  'oneOf',
  'amountYuan',
  'recommendedYuan',
  'boundedBy',
  'multiple',
  'days',
  'authority',
  'backing',
  'proposed',
  'status',
  'subjectTo',
  'norm',
  'edition',
  'article',
  'track',
  'exclusive',
  'withheldBy',
] as const satisfies readonly (keyof AssessedMeasure)[]
export type MeasurePart = (typeof measureParts)[number]
export type ComparedMeasure = Pick<AssessedMeasure, 'id' | 'title' | MeasurePart>

export interface MeasureChange {
  /** Absent: the measure is new. */
  readonly before?: ComparedMeasure
  /** Absent: the measure is gone. */
  readonly after?: ComparedMeasure
  /** Of a measure in both: the parts that differ. */
  readonly parts: readonly MeasurePart[]
}

export interface TaskChange {
  readonly task: string
  readonly title: string
  readonly assignee: string | null
  /** Absent: the version has no such task. `due` null: it has no time limit. */
  readonly before?: ComparedDue
  readonly after?: ComparedDue
}
type ComparedDue = { readonly due: Pick<NonNullable<AssessedAction['due']>, 'date' | 'instant' | 'earliest' | 'latest' | 'certain'> | null }

export interface RuleChange {
  readonly conduct: string
  readonly rule: string
  readonly from: OutcomeName
  readonly to: OutcomeName
  readonly kinds: readonly ChangeKind[]
  readonly measures: readonly MeasureChange[]
  readonly tasks: readonly TaskChange[]
}

/** By conduct in the order of the record, then by rule. A rule that only one version has is in force in the other on no day. */
export function ruleChanges(before: Assessment, after: Assessment): readonly RuleChange[] {
  const [old, fresh] = [sortedOut(before), sortedOut(after)]
  const keys = [...new Set([...old.keys(), ...fresh.keys()])]
  return keys.flatMap((key) => {
    const [a, b] = [old.get(key), fresh.get(key)]
    const { conduct, rule } = ((b ?? a) as Sorted).finding
    const [from, to] = [outcomeIn(a), outcomeIn(b)]
    const measures = measureChanges(a?.measures ?? [], b?.measures ?? [])
    const tasks = taskChanges(a?.tasks ?? [], b?.tasks ?? [])
    const kinds = from === to ? followingKinds(measures, tasks) : [kindOf(from, to)]
    return kinds.length === 0 ? [] : [{ conduct, rule, from, to, kinds, measures, tasks }]
  })
}

const outcomeIn = (sorted: Sorted | undefined): OutcomeName => (sorted === undefined ? 'not-applicable' : outcomeNamed(sorted.finding))

function kindOf(from: OutcomeName, to: OutcomeName): ChangeKind {
  if (to === 'violation') return 'caught'
  if (to === 'undetermined') return 'opened'
  if (from === 'violation') return 'cleared'
  return from === 'undetermined' ? 'settled' : 'other'
}

const followingKinds = (measures: readonly MeasureChange[], tasks: readonly TaskChange[]): readonly ChangeKind[] => [
  ...(measures.length > 0 ? (['measures'] as const) : []),
  ...(tasks.some(({ before, after }) => before !== undefined && after !== undefined) ? (['dues'] as const) : []),
  ...(tasks.some(({ before, after }) => before === undefined || after === undefined) ? (['tasks'] as const) : []),
]

interface Sorted {
  readonly finding: Finding
  readonly measures: AssessedMeasure[]
  readonly tasks: AssessedAction[]
}

/** A measure belongs to each rule that leads to it, a task to the rules of its measures or, without any, to the finding it rests on. */
function sortedOut({ findings, measures, actions }: Assessment): ReadonlyMap<string, Sorted> {
  const byFinding = new Map(findings.map((finding): [string, Sorted] => [finding.id, { finding, measures: [], tasks: [] }]))
  const findingsOf = new Map(measures.map((measure) => [measure.id, measure.findings.map((rule) => `${measure.conduct}:${rule}`)] as const))
  for (const measure of measures) for (const finding of findingsOf.get(measure.id) ?? []) byFinding.get(finding)?.measures.push(measure)
  for (const task of actions) {
    const own =
      task.measures.length > 0
        ? task.measures.flatMap((id) => findingsOf.get(id) ?? [])
        : task.chain.flatMap(({ step, id }) => (step === 'finding' ? [id] : []))
    for (const finding of new Set(own)) byFinding.get(finding)?.tasks.push(task)
  }
  return byFinding
}

function measureChanges(before: readonly AssessedMeasure[], after: readonly AssessedMeasure[]): readonly MeasureChange[] {
  const [old, fresh] = [byId(before), byId(after)]
  return idsOf(old, fresh).flatMap((id) => {
    const [a, b] = [old.get(id), fresh.get(id)]
    const parts = a === undefined || b === undefined ? [] : measureParts.filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]))
    if (a !== undefined && b !== undefined && parts.length === 0) return []
    return [{ ...(a === undefined ? {} : { before: compared(a) }), ...(b === undefined ? {} : { after: compared(b) }), parts }]
  })
}

const compared = (measure: AssessedMeasure): ComparedMeasure =>
  Object.fromEntries(
    (['id', 'title', ...measureParts] as const).flatMap((part) => (measure[part] === undefined ? [] : [[part, measure[part]]])),
  ) as unknown as ComparedMeasure

function taskChanges(before: readonly AssessedAction[], after: readonly AssessedAction[]): readonly TaskChange[] {
  const [old, fresh] = [byId(before), byId(after)]
  return idsOf(old, fresh).flatMap((id) => {
    const [a, b] = [old.get(id), fresh.get(id)]
    const [from, to] = [dueOf(a), dueOf(b)]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    const { template, title, assignee } = (b ?? a) as AssessedAction
    return [{ task: template, title, assignee, ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) }]
  })
}

function dueOf(action: AssessedAction | undefined): ComparedDue | undefined {
  if (action === undefined) return undefined
  if (action.due === undefined) return { due: null }
  const { date, instant, earliest, latest, certain } = action.due
  return {
    due: {
      date,
      ...(instant === undefined ? {} : { instant }),
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
      certain,
    },
  }
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> => new Map(items.map((item) => [item.id, item]))
const idsOf = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] => [...new Set([...a.keys(), ...b.keys()])].sort()
