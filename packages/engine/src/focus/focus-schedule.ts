/** In which order to do what must be done: by its last day, and of one day what an open focus window is about first. */
import type { AssessedAction, AssessedMeasure } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import { weightFactors } from './focus-rank.js'
import type { OpenFocus } from './open-focus.js'

type ActionFocus = NonNullable<AssessedAction['focus']>

/**
 * The windows that are about one of the rules, or about a measure as the plan of the window has it; in their own order.
 * Windows that are only possible count too, and are marked: doing it first harms nobody.
 */
export function focusOf(windows: readonly OpenFocus[], rules: readonly string[], measures: readonly AssessedMeasure[]): ActionFocus {
  const concerned = [...rules, ...measures.flatMap(({ findings }) => findings)]
  return windows
    .filter(
      (window) =>
        window.rules.some((rule) => concerned.includes(rule)) ||
        measures.some(({ plans }) => plans.some(({ plan, measure }) => plan === window.plan && window.measures.includes(measure))),
    )
    .map(({ plan, focus, title, intensity, certainty }) => ({ plan, focus, title, intensity, ...(certainty === 'possible' ? { certainty } : {}) }))
}

/** What has no last day, or none that is known, comes after what has one. */
export function byDueThenFocus(a: AssessedAction, b: AssessedAction): number {
  return byCodeUnit(a.due?.date ?? '9', b.due?.date ?? '9') || urgency(b) - urgency(a) || byCodeUnit(a.id, b.id)
}

const urgency = ({ focus = [] }: AssessedAction): number => Math.max(1, ...focus.map(({ intensity }) => weightFactors[intensity]))
