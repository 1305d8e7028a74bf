/**
 * Norms and articles during a period: which editions are in force, who is competent, and whether their own wording
 * was read. A number that was only met in another edition says so.
 */
import { type Basis, type Catalogue, type Instrument, instrumentOf, type MeasureSpec, type NormEdition, type Verification } from '@hegui/model'
import { specsOf } from './consequence.js'
import { covers, overlaps, type Period, periodOf, within } from './period.js'
import { reaches } from './region.js'

/**
 * `read`: in the wording of every edition in force in the period. `reported`: somebody else's report, or memory.
 * `unread`: the edition exists, its wording was not read. `not-in-force`: on no day of the period.
 */
export type Reading = 'read' | 'reported' | 'unread' | 'not-in-force'

export interface EditionInForce {
  readonly edition: string
  readonly title: string
  readonly article: string
  /** The days of the period on which this edition is in force. */
  readonly period: Period
  readonly reading: Exclude<Reading, 'not-in-force'>
  readonly authority: readonly string[]
}

export interface Cited {
  readonly instrument: string
  /** The number as cited; `editions` say where it stands. */
  readonly article: string
  readonly reading: Reading
  /** In force on every day of the period. */
  readonly throughout: boolean
  readonly editions: readonly EditionInForce[]
}

export interface NormCited extends Cited {
  readonly norm: string
  readonly title: string
}

const weakest = (readings: readonly EditionInForce['reading'][]): Reading =>
  readings.length === 0 ? 'not-in-force' : readings.includes('unread') ? 'unread' : readings.includes('reported') ? 'reported' : 'read'

const readingOf = (status: Verification['status']): EditionInForce['reading'] =>
  status === 'primary-text' ? 'read' : status === 'unread' ? 'unread' : 'reported'

const titleOf = (instrument: Instrument, edition: string): string => instrument.editions.find((each) => each.id === edition)?.title ?? edition

/** A norm during a period; undefined where it is not on file or its instrument does not reach the place. */
export function normDuring(id: string, period: Period, place: string, catalogue: Catalogue): NormCited | undefined {
  const norm = catalogue.norms.get(id)
  const instrument = catalogue.instruments.get(instrumentOf(id))
  if (norm === undefined || instrument === undefined || !reaches(instrument, place)) return undefined
  const inForce = norm.editions.filter((each) => overlaps(each.inForce, period))
  const editions = inForce.map((each) => ({
    edition: each.edition,
    title: titleOf(instrument, each.edition),
    article: each.article,
    period: within(periodOf(each.inForce), period),
    reading: readingOf(each.verification.status),
    authority: each.authority,
  }))
  return {
    norm: id,
    title: norm.title,
    instrument: instrument.id,
    article: editions.at(-1)?.article ?? norm.editions.at(-1)?.article ?? '',
    reading: weakest(editions.map((each) => each.reading)),
    throughout: covers(
      editions.map((each) => each.period),
      period,
    ),
    editions,
  }
}

/** Every single measure a norm can lead to in the period; of an unread edition, those of the wording shown for it. */
export function measuresDuring(id: string, period: Period, catalogue: Catalogue): readonly MeasureSpec[] {
  const editions = catalogue.norms.get(id)?.editions ?? []
  const wording = (edition: NormEdition): NormEdition => editions.find((other) => other.edition === edition.verification.wordingOf) ?? edition
  return editions.filter((each) => overlaps(each.inForce, period)).flatMap((each) => specsOf(each.consequence ?? wording(each).consequence))
}

interface Entry {
  readonly edition: string
  readonly article: string
  readonly inForce: { readonly from: string | null; readonly to?: string | null | undefined }
  readonly verification: Verification
  readonly authority?: readonly string[]
}

/** Where an article of an instrument was entered, as a provision or as a norm. */
const entriesOf = (instrument: Instrument, article: string): readonly Entry[] =>
  [...instrument.provisions, ...instrument.norms.flatMap((norm) => norm.editions)].filter((each) => each.article === article)

/** An article during a period. An edition in force in which it was not entered counts as unread. */
export function articleDuring(basis: Basis, period: Period, place: string, catalogue: Catalogue): Cited | undefined {
  const instrument = catalogue.instruments.get(basis.instrument)
  if (instrument === undefined || !reaches(instrument, place)) return undefined
  const entries = entriesOf(instrument, basis.article)
  const editions = instrument.editions
    .filter((each) => overlaps(each.inForce, period) && (basis.edition === undefined || each.id === basis.edition))
    .map((each) => {
      const entered = entries.filter((entry) => entry.edition === each.id)
      const readings = entered.map((entry) => readingOf(entry.verification.status))
      const reading = readings.includes('read') ? ('read' as const) : readings.includes('reported') ? ('reported' as const) : ('unread' as const)
      return {
        edition: each.id,
        title: each.title,
        article: basis.article,
        period: within(periodOf(each.inForce), period),
        reading,
        authority: [...new Set(entered.flatMap((entry) => entry.authority ?? []))],
      }
    })
  return {
    instrument: instrument.id,
    article: basis.article,
    reading: weakest(editions.map((each) => each.reading)),
    throughout: covers(
      editions.map((each) => each.period),
      period,
    ),
    editions,
  }
}
