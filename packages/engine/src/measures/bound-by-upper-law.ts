/** A local rule may spell out a national one, and not exceed its range (行政处罚法 12): where it does, the national range bounds the proposal. */
import type { AssessedMeasure } from '@hegui/model'
import type { Ask } from '../conditions/truth.js'
import type { ConductContext } from '../findings/finding.js'
import { noted } from './adjust.js'
import { resolve } from './consequence.js'
import { editionWords } from './lighter-law/words.js'
import { type NormUse, wasRead } from './norm-use.js'
import { basisOn, basisWords, principlesOn } from './principles.js'

interface Range {
  readonly min: number | null
  readonly max: number | null
}

export interface UpperLawInput {
  readonly context: ConductContext
  readonly decidedOn: string
  readonly ask: Ask
  /** The edition of a norm that governs on the day of the act. */
  readonly useOnAct: (norm: string) => NormUse | undefined
}

/** Fines only: kinds the national rule does not have at all are for the legality check of the law itself. */
export function boundByUpperLaw(measures: readonly AssessedMeasure[], input: UpperLawInput): readonly AssessedMeasure[] {
  return measures.map((measure) => {
    if (measure.kind !== 'fine' || measure.norm === undefined || measure.amountYuan === undefined) return measure
    const upper = input.context.ruleset.catalogue.norms.get(measure.norm)?.upperNorms ?? []
    return upper.reduce((bounded, id) => (bounded.boundedBy === undefined ? boundBy(bounded, id, input) : bounded), measure)
  })
}

function boundBy(measure: AssessedMeasure, upper: string, { context, decidedOn, ask, useOnAct }: UpperLawInput): AssessedMeasure {
  const use = useOnAct(upper)
  const national = use === undefined ? undefined : fineRange(use, ask)
  const local = measure.amountYuan
  if (use === undefined || national === undefined || local === undefined || isInside(local, national)) return measure
  const { ruleset } = context
  const basis = basisWords(basisOn(principlesOn('local-within-national', decidedOn, ruleset), decidedOn, ruleset), ruleset)
  const words = `地方规定 ${rangeWords(local)}，超出上位法（${editionWords(use, context)}）的 ${rangeWords(national)}${basis === '' ? '' : `，与${basis}不符`}`
  if (!wasRead(use)) return noted(measure, `${words}；上位法当日版本没有读到原文，须先核对。`)
  return noted(
    {
      ...measure,
      amountYuan: national,
      boundedBy: { norm: upper, edition: use.edition.edition, article: use.edition.article, local, national },
    },
    `${words}；幅度以上位法为准。`,
  )
}

/** From the least to the most of the fines that may apply; undefined where the article names no amount. */
function fineRange({ wording }: NormUse, ask: Ask): Range | undefined {
  if (wording.consequence === undefined) return undefined
  const fines = resolve(wording.consequence, ask).filter(({ spec }) => spec.kind === 'fine')
  const amounts = fines.flatMap(({ spec }) => (spec.amountYuan === undefined ? [] : [spec.amountYuan]))
  if (amounts.length === 0 || amounts.length < fines.length) return undefined
  const floor = (amount: Range): number => amount.min ?? 0
  const ceiling = (amount: Range): number => amount.max ?? Number.POSITIVE_INFINITY
  const most = Math.max(...amounts.map(ceiling))
  return { min: Math.min(...amounts.map(floor)), max: most === Number.POSITIVE_INFINITY ? null : most }
}

const isInside = (local: Range, national: Range): boolean =>
  (local.min ?? 0) >= (national.min ?? 0) && (national.max === null || (local.max !== null && local.max <= national.max))

const rangeWords = ({ min, max }: Range): string => (max === null ? `${min ?? 0} 元以上` : `${min ?? 0}–${max} 元`)
