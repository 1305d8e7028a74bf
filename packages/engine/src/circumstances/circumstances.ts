/**
 * Circumstances: what lightens, bars or aggravates the penalty of one conduct, and how far that is established.
 *
 * The edition of the day on which the act ended decides, or that of the day of the decision where it does more
 * for the party (行政处罚法 37). Where the law puts the proof on the party, unknown means not shown.
 */
import { type Circumstance, type CircumstanceEdition, type Condition, circumstanceEffects } from '@hegui/model'
import { missingFacts } from '../conditions/evaluate.js'
import type { Ask } from '../conditions/truth.js'
import { editionOn, editionsDuring, leavesGap } from '../findings/editions.js'
import { askable, type ConductContext } from '../findings/finding.js'

/** The most favourable to the party first. `not-shown`: for the party to show, and not shown. */
const states = ['established', 'open', 'not-shown'] as const

/** A circumstance that is established, or could still be; one that fails has none. */
export interface DecidedCircumstance {
  readonly circumstance: Circumstance
  readonly edition: CircumstanceEdition
  readonly state: (typeof states)[number]
  /** What would settle it, as facts that can be asked; nothing unless `open`: a party is told, not asked. */
  readonly missing: readonly string[]
}

export interface CircumstanceInput {
  readonly context: ConductContext
  readonly decidedOn: string
  readonly ask: Ask
}

/** An edition that may govern. Not `certain`: only if the act, whose day is unknown, ended while it was in force. */
interface Candidate {
  readonly edition: CircumstanceEdition
  readonly certain: boolean
}

type Days = Pick<CircumstanceInput, 'context' | 'decidedOn'>

/** The conditions to have decided before `circumstancesOf` is asked. */
export function circumstanceConditions(days: Days): readonly Condition[] {
  return possible(days).flatMap((circumstance) => candidatesOf(circumstance, days).map(({ edition }) => edition.when))
}

/** Every circumstance that is established or could be, in the order of the packs. */
export function circumstancesOf(input: CircumstanceInput): readonly DecidedCircumstance[] {
  return possible(input).flatMap((circumstance) => {
    const decided = candidatesOf(circumstance, input).flatMap((candidate) => decide(circumstance, candidate, input))
    const [best] = decided.sort((a, b) => rank(a) - rank(b))
    return best === undefined ? [] : [best]
  })
}

/** State first, then what it does for the party; of equals the edition of the act, which stands first. */
const rank = ({ state, edition }: DecidedCircumstance): number =>
  states.indexOf(state) * circumstanceEffects.length + circumstanceEffects.indexOf(edition.effect)

/** What strikes people only is no matter of a party that is known to be a unit. */
function possible({ context }: Days): readonly Circumstance[] {
  const kind = context.facts.get('party.kind')
  const unit = kind !== undefined && kind !== 'individual' && kind !== 'sole-trader'
  return context.ruleset.catalogue.circumstances.filter(({ strikes }) => strikes === 'anyone' || !unit)
}

function candidatesOf({ editions }: Circumstance, { context, decidedOn }: Days): readonly Candidate[] {
  const { facts, span } = context
  const lastDay = facts.get('conduct.endedOn')
  const ofAct = typeof lastDay === 'string' ? editionsDuring(editions, { from: lastDay, to: lastDay, known: true }) : editionsDuring(editions, span)
  const certain = typeof lastDay === 'string' || (ofAct.length === 1 && !leavesGap(editions, span))
  const later = editionOn(editions, decidedOn)
  // Heavier law has no effect on what was done before it.
  const kinder = later === undefined || later.effect === 'aggravate' ? undefined : later
  return [
    ...ofAct.map((edition) => ({ edition, certain: certain || edition === kinder })),
    ...(kinder === undefined || ofAct.includes(kinder) ? [] : [{ edition: kinder, certain: true }]),
  ]
}

/** Nothing when the condition fails. */
function decide(circumstance: Circumstance, { edition, certain }: Candidate, { context, ask }: CircumstanceInput): readonly DecidedCircumstance[] {
  const truth = ask(edition.when)
  const day = certain ? [] : ['conduct.date']
  switch (truth) {
    case 'fails':
      return []
    case 'holds':
      return [{ circumstance, edition, state: certain ? 'established' : 'open', missing: day }]
    case 'unknown': {
      if (circumstance.burden === 'party') return [{ circumstance, edition, state: 'not-shown', missing: [] }]
      const asked = askable(missingFacts(context.ruleset.form(edition.when), context.facts), context)
      return [{ circumstance, edition, state: 'open', missing: [...new Set([...asked, ...day])] }]
    }
    default:
      return truth satisfies never
  }
}
