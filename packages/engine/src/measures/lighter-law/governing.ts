/**
 * Which law governs the penalty for one norm of one conduct (行政处罚法 37, 从旧兼从轻): the law of the act, unless
 * that of the decision is lighter. Where it cannot be told, both are kept and neither is proposed.
 */
import type { AssessedMeasure, Condition, EditionChoice, PendingTopic, Principle, WithheldReason } from '@hegui/model'
import { instrumentOf } from '@hegui/model'
import type { Ask, Truth } from '../../conditions/truth.js'
import type { ConductContext } from '../../findings/finding.js'
import { conditionOf, type NormUse, wasRead } from '../norm-use.js'
import { basisOn, imposedAnyway, principlesOn } from '../principles.js'
import type { Candidates } from './candidates.js'
import { compareLaws, type ScenarioComparison } from './scenarios.js'
import { type Because, reasonWords } from './words.js'

export interface GoverningUse extends NormUse {
  readonly topics: readonly PendingTopic[]
  readonly notes: readonly string[]
  /** Penalties are shown, and not proposed; orders neither where nothing is in force that they could rest on. */
  readonly withheld?: { readonly by: WithheldReason; readonly reason: string; readonly ordersToo: boolean }
  /** Competence follows the law of the day the step is taken. Absent: as the edition itself says. */
  readonly authority?: AssessedMeasure['authority']
  /** Penalties follow the law of the act, orders and seizures that of the day they are made: two editions share the work. */
  readonly only?: 'penalties' | 'orders'
  /** What has to be known before it can be told which law is lighter. */
  readonly open: readonly Condition[]
}

export interface Governing {
  readonly uses: readonly GoverningUse[]
  readonly choice?: EditionChoice
}

export interface GoverningInput {
  readonly candidates: Candidates
  readonly context: ConductContext
  readonly decidedOn: string
  readonly ask: Ask
  /** Is the conduct still a violation under the rule's edition of the day of the decision? */
  readonly stillUnlawful: Truth
  /** Facts as a person can be asked for them. */
  readonly openFacts: (conditions: readonly Condition[]) => readonly string[]
}

export function governingLaw(input: GoverningInput): Governing {
  const { candidates } = input
  const { norm, act, decision, dayMatters } = candidates
  if (act.length === 0) return { uses: [] }
  // A referral or a seizure is a step of procedure: it follows the law of the day it is taken, and is no penalty to compare.
  if (norm.track === 'criminal' || norm.track === 'coercive') return { uses: (decision.kind === 'changed' ? decision.uses : act).map((use) => plain(use)) }
  if (dayMatters) return { uses: act.map((use) => plain(use, { topics: ['unknown-date'] })) }
  const assumptions = candidates.changedMeanwhile ? principlesOn('continuing-act', input.decidedOn, input.context.ruleset).map((each) => each.assumption) : []
  if (decision.kind === 'same' && input.stillUnlawful === 'holds') return { uses: act.map((use) => plain(use, { notes: assumptions })) }
  return chosen(input, assumptions)
}

const plain = (use: NormUse, extra: Partial<GoverningUse> = {}): GoverningUse => ({ ...use, topics: [], notes: [], open: [], ...extra })

/** What came of the comparison, before it is put into words. */
type Verdict = { readonly outcome: EditionChoice['outcome']; readonly because: Because; readonly compared?: ScenarioComparison }

function verdictOf({ candidates, context, ask, stillUnlawful, decidedOn }: GoverningInput, principles: readonly Principle[]): Verdict {
  const { act, decision } = candidates
  if (decision.kind === 'not-on-file') return { outcome: 'undetermined', because: 'not-on-file' }
  if (!act.every(wasRead)) return { outcome: 'undetermined', because: 'unread' }
  if (decision.kind === 'changed' && !decision.uses.every(wasRead)) return { outcome: 'undetermined', because: 'unread' }
  const abolished = decision.kind === 'abolished' || stillUnlawful === 'fails'
  if (decision.kind === 'abolished' && !decision.known) return { outcome: 'undetermined', because: 'remembered' }
  const [order] = principlesOn('severity-order', decidedOn, context.ruleset)
  const compared = compareLaws(act, abolished ? [] : decision.kind === 'changed' ? decision.uses : act, {
    ask,
    factOf: (id) => context.facts.get(id),
    order: order?.lightToHeavy,
    ignored: candidates.norm.track === 'administrative' ? imposedAnyway(decidedOn, context.ruleset) : new Set(),
  })
  if (stillUnlawful === 'unknown') return { outcome: 'undetermined', because: 'rule-unknown', compared }
  // Where both laws come to the same, no principle is needed to keep to the first.
  if (compared.comparison === 'same') return { outcome: 'same', because: 'compared', compared }
  if (principles.length === 0) return { outcome: 'undetermined', because: 'no-principle', compared }
  switch (compared.comparison) {
    case 'lighter':
      return { outcome: 'conduct-day', because: 'compared', compared }
    case 'heavier': {
      // The new law is there, but its own conditions fail: to this act it is no penalty at all.
      const unpunished = abolished || (decision.kind === 'changed' && decision.uses.every((use) => fails(conditionOf(use), ask)))
      return { outcome: 'decision-day', because: unpunished ? 'abolished' : 'compared', compared }
    }
    case 'incomparable':
      return { outcome: 'undetermined', because: 'incomparable', compared }
    default:
      return compared.comparison satisfies never
  }
}

const fails = (condition: Condition | undefined, ask: Ask): boolean => condition !== undefined && ask(condition) === 'fails'

function chosen(input: GoverningInput, assumed: readonly string[]): Governing {
  const { candidates, context, decidedOn } = input
  const { norm, act, decision } = candidates
  const principles = lighterLaw(input)
  const { outcome, because, compared } = verdictOf(input, principles)
  const order = compared?.acrossKinds === true ? principlesOn('severity-order', decidedOn, context.ruleset) : []
  const assumptions = [...assumed, ...order.map((each) => each.assumption)]
  const later = decision.kind === 'changed' ? decision.uses : decision.kind === 'same' ? act : []
  const reason = reasonWords({ outcome, because, act, later, compared, candidates, context, decidedOn })
  const choice: EditionChoice = {
    conduct: context.conduct,
    norm: norm.id,
    outcome,
    conductDay: candidateWords(act, compared?.act ?? []),
    decisionDay: decision.kind === 'changed' || decision.kind === 'same' ? candidateWords(later, compared?.decision ?? []) : null,
    basis: basisOn(principles, decidedOn, context.ruleset),
    reason,
    assumptions,
    missing: outcome === 'undetermined' && compared !== undefined ? input.openFacts(compared.open) : [],
  }
  const topics: readonly PendingTopic[] = order.length > 0 && outcome !== 'undetermined' ? ['kind-order'] : []
  const open = outcome === 'undetermined' ? (compared?.open ?? []) : []
  switch (outcome) {
    case 'same':
    case 'conduct-day': {
      const authority = [...new Set(later.flatMap((use) => use.edition.authority))]
      return {
        choice,
        uses: shared(
          act.map((use) => plain(use, { topics, notes: assumptions, authority })),
          later,
          decision.kind,
        ),
      }
    }
    case 'decision-day':
      return {
        choice,
        uses:
          because === 'abolished'
            ? act.map((use) => plain(use, { notes: assumptions, withheld: { by: 'lighter-law', reason, ordersToo: true } }))
            : later.map((use) => plain(use, { topics, notes: assumptions })),
      }
    case 'undetermined': {
      const undecided = { topics: ['edition-choice'] as const, notes: assumptions, open }
      const withheld = { by: 'edition-undetermined', reason } as const
      // What is in force on the day of the decision can still order a stop.
      return decision.kind === 'changed'
        ? {
            choice,
            uses: [
              ...act.map((use) => plain(use, { ...undecided, only: 'penalties' as const, withheld: { ...withheld, ordersToo: true } })),
              ...later.map((use) => plain(use, { ...undecided, withheld: { ...withheld, ordersToo: false } })),
            ],
          }
        : { choice, uses: act.map((use) => plain(use, { ...undecided, withheld: { ...withheld, ordersToo: decision.kind !== 'same' } })) }
    }
    default:
      return outcome satisfies never
  }
}

/** The penalties of the one law, the orders of the other. */
const shared = (act: readonly GoverningUse[], later: readonly NormUse[], kind: Candidates['decision']['kind']): readonly GoverningUse[] =>
  kind === 'changed' ? [...act.map((use) => ({ ...use, only: 'penalties' as const })), ...later.map((use) => plain(use, { only: 'orders' }))] : act

const candidateWords = (uses: readonly NormUse[], options: ScenarioComparison['act']): EditionChoice['conductDay'] => ({
  norms: uses.map(({ norm, edition, ...use }) => ({
    norm: norm.id,
    edition: edition.edition,
    article: edition.article,
    read: wasRead({ norm, edition, ...use }),
  })),
  options: options.map((option) => (option.titles.length === 0 ? '不予处罚' : option.titles.join('，'))),
})

/** Of the lighter-law principles, those that name no instrument or this one. */
const lighterLaw = ({ candidates, context, decidedOn }: GoverningInput): readonly Extract<Principle, { kind: 'lighter-law' }>[] =>
  principlesOn('lighter-law', decidedOn, context.ruleset).filter(
    (each) => each.instruments === undefined || each.instruments.includes(instrumentOf(candidates.norm.id)),
  )
