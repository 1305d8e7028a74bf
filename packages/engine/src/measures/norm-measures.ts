/** The measures of the norms a violation leads to, by the edition of the conduct's day, each with its backing. */
import {
  type AssessedMeasure,
  type ChainLink,
  type Condition,
  type Finding,
  instrumentOf,
  type Norm,
  type NormEdition,
  type PendingTopic,
  type SubjectTo,
} from '@hegui/model'
import { missingFacts } from '../conditions/evaluate.js'
import { factsIn } from '../conditions/normal-form.js'
import type { Ask } from '../conditions/truth.js'
import { editionOn, editionsDuring, leavesGap } from '../findings/editions.js'
import { askable, type ConductContext } from '../findings/finding.js'
import { conditionsOf, type ResolvedMeasure, resolve } from './consequence.js'
import { penalties } from './kinds.js'
import { mayDo } from './powers.js'

export interface NormUse {
  readonly norm: Norm
  readonly edition: NormEdition
  /** The edition whose wording is shown: another one, when this one was not read. */
  readonly wording: NormEdition
}

/** The editions of a norm that may govern the conduct. None: the norm was not in force. */
export function usesOf(norm: Norm, { span }: ConductContext): readonly NormUse[] {
  return editionsDuring(norm.editions, span).map((edition) => ({
    norm,
    edition,
    wording: edition.consequence === undefined ? (norm.editions.find((other) => other.edition === edition.verification.wordingOf) ?? edition) : edition,
  }))
}

export const conditionOf = ({ edition, wording }: NormUse): Condition | undefined => edition.appliesWhen ?? wording.appliesWhen

export const conditionsToDecide = (use: NormUse): readonly Condition[] => {
  const applies = conditionOf(use)
  return [...(applies === undefined ? [] : [applies]), ...(use.wording.consequence === undefined ? [] : conditionsOf(use.wording.consequence))]
}

export interface NormMeasureInput {
  readonly use: NormUse
  readonly findings: readonly Finding[]
  readonly party: string | null
  readonly decidedOn: string
  readonly ask: Ask
  readonly context: ConductContext
  /** Further conditions, for a route of a plan. */
  readonly alsoWhen?: Condition
  readonly select?: (measure: ResolvedMeasure) => boolean
}

/** Nothing when the norm's own conditions fail. */
export function measuresOf(input: NormMeasureInput): readonly AssessedMeasure[] {
  const { use, ask, context, findings } = input
  const { norm, edition, wording } = use
  const gates = [conditionOf(use), input.alsoWhen].filter((condition) => condition !== undefined)
  if (wording.consequence === undefined || gates.some((gate) => ask(gate) === 'fails')) return []
  const openGates = gates.filter((gate) => ask(gate) === 'unknown')
  const pendingEdition = editionTopics(use, input.decidedOn, context)
  return resolve(wording.consequence, ask)
    .filter((resolved) => input.select?.(resolved) ?? true)
    .map((resolved): AssessedMeasure => {
      const { spec } = resolved
      const verified = edition.verification.status === 'primary-text'
      const gateFacts = openFactsIn(openGates, context)
      const otherFacts = openFactsIn(resolved.open, context).filter((fact) => !gateFacts.includes(fact))
      const multipleUnknown = spec.multiple !== undefined && !context.facts.has(spec.multiple.of) ? [spec.multiple.of] : []
      const on = fallsOn(norm, context)
      const subjectUnknown = on === 'unsettled' && !gateFacts.includes(PARTY_KIND) ? [PARTY_KIND] : []
      const topics: readonly PendingTopic[] = [...pendingEdition, ...(penalties.has(spec.kind) ? (['personal-circumstances'] as const) : [])]
      const subjectTo: readonly SubjectTo[] = [
        ...gateFacts.map((fact) => ({ kind: 'fact' as const, fact, gate: true })),
        ...[...new Set([...otherFacts, ...multipleUnknown, ...subjectUnknown])].map((fact) => ({ kind: 'fact' as const, fact, gate: false })),
        ...topics.map((topic) => ({ kind: 'pending' as const, topic })),
      ]
      const id = `${context.conduct}:${norm.id}@${edition.edition}:${resolved.place}`
      return {
        id,
        conduct: context.conduct,
        party: input.party,
        on,
        kind: spec.kind,
        ...(spec.object === undefined ? {} : { object: spec.object }),
        title: spec.title,
        force: spec.force,
        ...(resolved.tier === undefined ? {} : { tier: resolved.tier }),
        ...(resolved.oneOf === undefined ? {} : { oneOf: { group: `${norm.id}@${edition.edition}:${resolved.oneOf.group}`, option: resolved.oneOf.option } }),
        ...amounts(resolved, context),
        ...(spec.days === undefined ? {} : { days: spec.days }),
        authority: competent(spec.authority ?? edition.authority, spec.kind, context),
        backing: verified ? 'statutory' : 'unverified',
        proposed: verified,
        status: subjectTo.length === 0 ? 'firm' : 'provisional',
        subjectTo,
        norm: norm.id,
        edition: edition.edition,
        article: edition.article,
        track: norm.track,
        findings: findings.map((finding) => finding.rule),
        plans: [],
        circumstances: [],
        recommendations: [],
        ...(verified ? {} : { reason: unverifiedReason(use, context) }),
        notes: [...notesOf(use, spec.note), ...(pendingEdition.includes('edition-choice') ? [laterEditionNote(use, input.decidedOn)] : [])],
        chain: chainOf(findings, use, id),
      }
    })
}

/** Whether the party is a person or a unit. */
const PARTY_KIND = 'party.kind'

/** Whom the measure strikes. A law that punishes persons strikes, in a unit, those responsible (治安管理处罚法 18). */
function fallsOn(norm: Norm, { facts }: ConductContext): AssessedMeasure['on'] {
  if (norm.on !== 'natural-person') return norm.on ?? 'party'
  const kind = facts.get(PARTY_KIND)
  if (kind === undefined) return 'unsettled'
  return kind === 'individual' || kind === 'sole-trader' ? 'party' : 'responsible-persons'
}

/** Names the edition of the day of the decision; which is lighter is not decided here. */
function laterEditionNote({ norm }: NormUse, decidedOn: string): string {
  const later = editionOn(norm.editions, decidedOn)
  return later === undefined
    ? `研判日 ${decidedOn} 该规范已无有效版本。`
    : `研判日 ${decidedOn} 的版本是 ${later.edition}（${later.articleTitle}），须与行为日的版本比较轻重。`
}

/** What to ask about conditions that are open; where nothing is missing one could not be decided: all its facts then. */
export const openFactsIn = (conditions: readonly Condition[], context: ConductContext): readonly string[] =>
  askable(
    conditions.flatMap((condition) => {
      const form = context.ruleset.form(condition)
      const missing = missingFacts(form, context.facts)
      return missing.length > 0 ? missing : factsIn(form)
    }),
    context,
  )

/** A fine in yuan, worked out from the multiple where the fact it multiplies is known. */
function amounts({ spec }: ResolvedMeasure, { facts }: ConductContext): Pick<AssessedMeasure, 'amountYuan' | 'multiple'> {
  if (spec.multiple === undefined) return spec.amountYuan === undefined ? {} : { amountYuan: spec.amountYuan }
  const base = facts.get(spec.multiple.of)
  const { multiple } = spec
  if (typeof base !== 'number') return { multiple, ...(spec.amountYuan === undefined ? {} : { amountYuan: spec.amountYuan }) }
  const yuan = (times: number): number => Math.round(base * times * 100) / 100
  return { multiple, amountYuan: { min: multiple.min === null ? null : yuan(multiple.min), max: yuan(multiple.max) } }
}

/** Of the organs the norm names, those that have this kind of power at all. */
const competent = (authority: readonly string[], kind: AssessedMeasure['kind'], { ruleset }: ConductContext): readonly string[] =>
  authority.filter((id) => mayDo(id, kind, ruleset))

/** What the next step of the work decides: which edition, when the decision falls under another one or the day is unknown. */
function editionTopics({ norm, edition }: NormUse, decidedOn: string, context: ConductContext): readonly PendingTopic[] {
  const possible = editionsDuring(norm.editions, context.span)
  if (!context.span.known && (possible.length > 1 || leavesGap(norm.editions, context.span))) return ['unknown-date']
  const later = editionOn(norm.editions, decidedOn)
  return possible.length > 1 || later?.edition !== edition.edition ? ['edition-choice'] : []
}

function unverifiedReason({ norm, edition, wording }: NormUse, { ruleset }: ConductContext): string {
  const instrument = ruleset.catalogue.instruments.get(instrumentOf(norm.id))
  const title = (id: string): string => instrument?.editions.find((each) => each.id === id)?.title ?? id
  switch (edition.verification.status) {
    case 'unread':
      return `行为当日的版本（${title(edition.edition)}）未读到原文，这里显示的是另一版本（${title(wording.edition)}）的规定，只供核对，不作建议。`
    case 'secondary':
      return '条文出自转述，原文未读，不作建议。'
    case 'memory':
      return '条文未经核对，不作建议。'
    case 'primary-text':
      return ''
    default:
      return edition.verification.status satisfies never
  }
}

const notesOf = ({ edition }: NormUse, specNote: string | undefined): readonly string[] => [
  ...(specNote === undefined ? [] : [specNote]),
  ...(edition.note === undefined ? [] : [edition.note]),
  ...(edition.verification.note === undefined ? [] : [edition.verification.note]),
]

/** The chain of the first finding, through the article of the norm, to the measure. */
function chainOf(findings: readonly Finding[], { norm, edition }: NormUse, id: string): readonly ChainLink[] {
  return [
    ...(findings[0]?.chain ?? []),
    { step: 'article', id: `${instrumentOf(norm.id)}/${edition.article}@${edition.edition}`, detail: 'penalty' },
    { step: 'measure', id },
  ]
}

/** Facts a measure waits for. */
export const openFactsOf = (measure: AssessedMeasure): readonly string[] => measure.subjectTo.flatMap((each) => (each.kind === 'fact' ? [each.fact] : []))

/** Those to ask first: while it is open whether the norm applies at all, its tiers and amounts can wait. */
export function firstFactsOf(measure: AssessedMeasure): readonly string[] {
  const gates = measure.subjectTo.flatMap((each) => (each.kind === 'fact' && each.gate ? [each.fact] : []))
  return gates.length > 0 ? gates : openFactsOf(measure)
}
