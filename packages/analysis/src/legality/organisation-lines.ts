/** Duties, roles, accountability, targets and windows: matters inside government, as long as nobody is told to do what he may not. */
import type { EncodingKind, MeasureKind, PlanClause } from '@hegui/model'
import { articlesOf, type Context, inForce, wereRead } from './context.js'
import type { LegalityLine } from './legality.js'

const empty = { routes: [], norms: [], articles: [], organs: [] } as const

interface Task {
  readonly id: string
  readonly title: string
  readonly requires?: readonly MeasureKind[] | undefined
  readonly lawfulShare?: string | undefined
}

/** Kinds that bind nobody outside: lacking them is a gap, not a clash with the rules on who may penalise and coerce. */
const harmless: ReadonlySet<MeasureKind> = new Set([
  'persuasion',
  'report',
  'case-transfer',
  'inspection',
  'tracing',
  'publicity',
  'supervision-listing',
  'admonition-talk',
  'internal-criticism',
  'ledger',
])

/** What the wording asks of organs, measured by their powers. The articles against it are those the plan's data names. */
export function taskLine(as: 'duty' | 'role', task: Task, organs: readonly string[], clause: PlanClause, context: Context): LegalityLine {
  const lacking = organs
    .map((organ) => ({ organ, kinds: (task.requires ?? []).filter((kind) => !mayDo(organ, kind, context)) }))
    .filter((each) => each.kinds.length > 0)
  const head = { ...empty, as, id: task.id, title: task.title, organs, ...(task.lawfulShare === undefined ? {} : { alternative: task.lawfulShare }) }
  if (lacking.length > 0) {
    const binding = lacking.some((each) => each.kinds.some((kind) => !harmless.has(kind)))
    const articles = articlesOf(clause.legal?.basis ?? [], context)
    return { ...head, status: binding ? 'conflict' : 'unbacked', because: 'lacks-power', lacking, articles }
  }
  return { ...head, status: 'internal', ...(task.lawfulShare === undefined ? {} : { because: 'lawful-share-only' as const }) }
}

const mayDo = (organ: string, kind: MeasureKind, { catalogue }: Context): boolean =>
  catalogue.organs.get(organ)?.may.some((power) => power.kind === kind) === true

export function accountabilityLine(id: string, context: Context): LegalityLine {
  const found = context.plan.accountability.find((each) => each.id === id)
  const articles = articlesOf(found?.basis ?? [], context)
  const head = { ...empty, as: 'accountability' as const, id, title: found?.title ?? id, organs: found?.officials ?? [], articles }
  if (found?.backing !== 'statutory') return { ...head, status: 'internal' }
  if (wereRead(articles)) return { ...head, status: 'statutory' }
  return inForce(articles).length > 0 ? { ...head, status: 'unverified' } : { ...head, status: 'unbacked', because: 'norm-not-in-force' }
}

/** Windows, stages, targets and figures: no ground of liability, so nothing that needs a law. */
export function organisingLine(as: EncodingKind, id: string, { plan }: Context): LegalityLine {
  const items: readonly { readonly id: string; readonly title: string; readonly defined?: boolean }[] = [
    ...(as === 'focus' ? plan.focus : []),
    ...(as === 'stage' ? plan.stages : []),
    ...(as === 'target' ? plan.targets : []),
    ...(as === 'statistic' ? (plan.statistics ?? []) : []),
  ]
  const found = items.find((each) => each.id === id)
  return { ...empty, as, id, title: found?.title ?? id, status: 'internal', ...(found?.defined === false ? { because: 'undefined-target' as const } : {}) }
}
