/** A figure: what a formula comes to for one unit over one period, and what it was looked for in. */
import type { Aggregate, Evidence, FigureValue, OutsideFigure, Unit } from '@hegui/model'
import { noEvidence } from './cell.js'

export interface FigureContext {
  readonly aggregate: Aggregate
  readonly figures: readonly OutsideFigure[]
  readonly units: readonly Unit[]
  readonly unit: Unit
  /** Both days inclusive. */
  readonly period: { readonly from: string; readonly to: string }
  /** The last day that is looked at: what comes after it is not known yet. Absent: all days of the period. */
  readonly seenOn?: string
}

export interface Figure {
  /** null: nothing says it: not counted, no figure given, or a share of nothing. */
  readonly value: FigureValue | null
  readonly evidence: Evidence
  /** Ids of the outside figures it rests on. */
  readonly figures: readonly string[]
  /** As the outside figures say; null for what comes from records alone, and where they differ. */
  readonly measuredIn: string | null
  /** Day by day, of what has a day: counts and sums only. What has none is in `value` as a possibility, but not here. */
  readonly byDay: ReadonlyMap<string, FigureValue>
}

export const noFigure: Figure = { value: null, evidence: noEvidence, figures: [], measuredIn: null, byDay: new Map() }
