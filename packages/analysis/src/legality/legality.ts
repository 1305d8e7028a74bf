/** What the legality check says about a plan: every clause, every part of it, with the law it stands on or lacks. */
import type { ClauseKind, EncodingKind, MeasureKind, Plan, PlanClause, Problem } from '@hegui/model'
import type { Period } from '../law/period.js'
import type { Cited, NormCited } from '../law/reading.js'

/** From worst to best; a clause is as good as its worst part. */
export const legalityStatuses = ['conflict', 'unbacked', 'unverified', 'notEncoded', 'statutory', 'internal'] as const
export type LegalityStatus = (typeof legalityStatuses)[number]

/** Why a part has its status, where the law itself does not say it. */
export type Because =
  /** Only the plan says so; no article was read. */
  | 'plan-only'
  /** A text is said to exist and was not obtained. */
  | 'text-not-obtained'
  /** Norms are on file, none is in force in the period. */
  | 'norm-not-in-force'
  | 'rule-not-in-force'
  /** Forbidden or ordered by an article; no penalty was read. */
  | 'no-penalty-read'
  /** No statutory route leads to the measure. */
  | 'no-route'
  /** Routes lead only to measures of another kind. */
  | 'other-measure-only'
  /** Those named are told to do what they have no power for. */
  | 'lacks-power'
  /** A plan recommends the maximum whatever the case. */
  | 'blanket-maximum'
  /** The plan wants more than those named may do; their lawful share is stated. */
  | 'lawful-share-only'
  /** The cited article backs the work as such. */
  | 'within'
  /** The plan gives no definition. */
  | 'undefined-target'
  /** The plan's own data states it, after reading the law. */
  | 'declared'
  | 'narrative'
  | 'person-targeting'
  | 'no-legal-basis'
  | 'undefined-in-text'

/** A route of a plan measure: where the law leads, and whether it is what the plan asks for. */
export interface RouteLegality extends NormCited {
  /** The kind of measure the route leads to. */
  readonly kind: MeasureKind
  /** The plan's own measure, or something else that is lawful in its stead. */
  readonly own: boolean
  /** In force, but the norm has no such measure in the period. */
  readonly leadsNowhere: boolean
  readonly conditional: boolean
  readonly explanation: string
}

export interface LegalityLine {
  readonly as: EncodingKind | 'notEncoded' | 'recommendation' | 'declared'
  readonly id?: string
  readonly title: string
  readonly status: LegalityStatus
  readonly because?: Because
  /** Statutory, but only where more is shown than the conduct itself: the alternative says what is lawful otherwise. */
  readonly conditional?: boolean
  /** In the plan's own words. */
  readonly reason?: string
  readonly alternative?: string
  readonly routes: readonly RouteLegality[]
  /** The norms that punish the conduct. */
  readonly norms: readonly NormCited[]
  /** What else may follow from it: referral, sealing and seizure. */
  readonly following?: readonly NormCited[]
  readonly articles: readonly Cited[]
  /** Those who are to act, for internal work and duties. */
  readonly organs: readonly string[]
  /** The organs that lack a power, and the kinds they lack. */
  readonly lacking?: readonly { readonly organ: string; readonly kinds: readonly MeasureKind[] }[]
}

export interface ClauseLegality {
  readonly clause: string
  readonly kinds: readonly ClauseKind[]
  readonly title: string
  readonly status: LegalityStatus
  /** Only part of the clause has this status, or the plan's data says that the law covers only part. */
  readonly partial: boolean
  readonly lines: readonly LegalityLine[]
  readonly declared?: {
    readonly status: NonNullable<PlanClause['legal']>['status']
    readonly note: string
    readonly articles: readonly Cited[]
    readonly unread: readonly string[]
  }
  /** Doubts the plan's own wording raises. */
  readonly flags: readonly string[]
}

export interface PlanLegality {
  readonly schema: 'hegui/plan-legality@1'
  readonly plan: string
  readonly title: string
  readonly issuer: string
  readonly region: string
  readonly legalForce: Plan['legalForce']
  readonly issuedOn: Plan['issuedOn']
  /** The days whose law is applied: those of the plan, or the one day asked for. */
  readonly period: Period
  readonly asOf: string | null
  readonly clauses: readonly ClauseLegality[]
  /** What comes before any penalty, whatever the plan says (行政处罚法 30–33 and the like): as on file for these days. */
  readonly circumstances: readonly { readonly id: string; readonly title: string; readonly articles: readonly Cited[] }[]
  readonly tally: Readonly<Record<LegalityStatus, number>>
  /** Where the plan's data says one thing and the law on file another. Paths start at the plan. */
  readonly problems: readonly Problem[]
}
