/** What personal and other circumstances do to each penalty: withdraw it, lighten it, bar it, or leave it open. */
import { type AssessedCircumstance, type AssessedMeasure, type CircumstanceEffect, instrumentOf } from '@hegui/model'
import type { DecidedCircumstance } from '../circumstances/circumstances.js'
import { citationsDuring } from '../findings/citation.js'
import { editionOn } from '../findings/editions.js'
import type { ConductContext } from '../findings/finding.js'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { waitingFor, withheld } from './adjust.js'
import { penalties } from './kinds.js'

export interface CircumstancesApplied {
  readonly measures: readonly AssessedMeasure[]
  readonly circumstances: readonly AssessedCircumstance[]
}

const effectWords: Readonly<Record<CircumstanceEffect, string>> = {
  'no-penalty': '不予处罚',
  'time-barred': '不再处罚',
  'may-waive': '可以不予处罚',
  'must-mitigate': '应当从轻或者减轻处罚，减轻的可以低于法定最低幅度',
  'may-mitigate': '可以从轻或者减轻处罚，减轻的可以低于法定最低幅度',
  'not-executed': '作出决定，不执行',
  aggravate: '在法定幅度内从重',
}

/** Effects that take the penalty away altogether. */
const withdrawing: ReadonlySet<CircumstanceEffect> = new Set(['no-penalty', 'time-barred'])

/** Circumstances that concern none of the measures are left out: without a penalty nobody need ask for the party's age. */
export function applyCircumstances(
  given: readonly AssessedMeasure[],
  found: readonly DecidedCircumstance[],
  { conduct, span, ruleset }: ConductContext,
  decidedOn: string,
): CircumstancesApplied {
  const measures = given.map((measure) =>
    isUnread(measure, [span.to, decidedOn], ruleset) ? waitingFor(measure, { kind: 'pending', topic: 'circumstances-unread' }) : measure,
  )
  const decided = [...found].sort((a, b) => byCodeUnit(a.circumstance.id, b.circumstance.id))
  const concerned = new Map(decided.map((each) => [each, measures.filter((measure) => concerns(each, measure))] as const))
  return {
    measures: measures.map((measure) => decided.filter((each) => concerned.get(each)?.includes(measure)).reduce(apply, measure)),
    circumstances: decided.flatMap((each): readonly AssessedCircumstance[] => {
      const ids = (concerned.get(each) ?? []).map((measure) => measure.id)
      const [basis] = citationsDuring([each.edition.basis], dayOf(each, decidedOn), ruleset)
      const { circumstance, edition, state } = each
      if (ids.length === 0) return []
      return [
        {
          conduct,
          circumstance: circumstance.id,
          title: circumstance.title,
          effect: edition.effect,
          state,
          burden: circumstance.burden,
          basis: basis ?? { instrument: edition.basis.instrument, article: edition.basis.article, edition: edition.basis.edition ?? null, read: false },
          missing: state === 'open' ? each.missing : [],
          measures: ids,
          ...(state === 'not-shown' && circumstance.notice !== undefined ? { notice: circumstance.notice } : {}),
          ...(state === 'established' && edition.accompanying !== undefined ? { accompanying: edition.accompanying } : {}),
        },
      ]
    }),
  }
}

/** Circumstances are on file for this track, and none for the day of the act or of the decision: that law was not read. */
function isUnread({ track, kind, proposed }: AssessedMeasure, days: readonly string[], { catalogue }: Ruleset): boolean {
  if (track === undefined || !proposed || !penalties.has(kind)) return false
  const own = catalogue.circumstances.filter((each) => each.tracks.includes(track) && each.instruments === undefined)
  return own.length > 0 && !own.some((each) => days.some((day) => editionOn(each.editions, day) !== undefined))
}

/** A day on which this edition is in force: that of the decision, or else its own last day. */
function dayOf({ edition: { inForce } }: DecidedCircumstance, decidedOn: string): { readonly from: string; readonly to: string; readonly known: true } {
  const inside = (inForce.from ?? '') <= decidedOn && decidedOn <= (inForce.to ?? '9999')
  const day = inside ? decidedOn : (inForce.to ?? inForce.from ?? decidedOn)
  return { from: day, to: day, known: true }
}

function concerns({ circumstance, edition }: DecidedCircumstance, measure: AssessedMeasure): boolean {
  if (measure.track === undefined || !circumstance.tracks.includes(measure.track) || measure.backing !== 'statutory') return false
  if (circumstance.instruments !== undefined && !circumstance.instruments.includes(instrumentOf(measure.norm ?? ''))) return false
  if (circumstance.exceptInstruments?.includes(instrumentOf(measure.norm ?? '')) === true) return false
  // The facts describe the party: what a record says of its age says nothing of the persons responsible in a unit.
  if (circumstance.strikes === 'natural-person' && measure.on !== 'party' && measure.on !== 'unsettled') return false
  return edition.kinds === undefined ? penalties.has(measure.kind) : edition.kinds.includes(measure.kind)
}

function apply(measure: AssessedMeasure, { circumstance, edition, state }: DecidedCircumstance): AssessedMeasure {
  if (state === 'not-shown') return measure
  const text = `${circumstance.title}：${effectWords[edition.effect]}`
  const marked = { ...measure, circumstances: [...measure.circumstances, { circumstance: circumstance.id, effect: edition.effect, state, text }] }
  if (!withdrawing.has(edition.effect)) return marked
  return state === 'established' ? withheld(marked, 'circumstance', `${text}。`) : waitingFor(marked, { kind: 'circumstance', circumstance: circumstance.id })
}
