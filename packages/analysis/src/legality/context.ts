/** What every part of the check looks at: the law on file, the plan, the days and the place. */
import type { Basis, Catalogue, Plan } from '@hegui/model'
import type { Period } from '../law/period.js'
import { articleDuring, type Cited, type NormCited, normDuring } from '../law/reading.js'

export interface Context {
  readonly catalogue: Catalogue
  readonly plan: Plan
  readonly period: Period
}

export const articlesOf = (bases: readonly Basis[], { catalogue, plan, period }: Context): readonly Cited[] =>
  bases.flatMap((basis) => articleDuring(basis, period, plan.region, catalogue) ?? [])

export const normsOf = (ids: readonly string[], { catalogue, plan, period }: Context): readonly NormCited[] =>
  [...new Set(ids)].flatMap((id) => normDuring(id, period, plan.region, catalogue) ?? [])

export const inForce = <T extends Cited>(cited: readonly T[]): readonly T[] => cited.filter((each) => each.reading !== 'not-in-force')
export const wereRead = (cited: readonly Cited[]): boolean => cited.some((each) => each.reading === 'read')
