/** Which windows are open on a day. */
import type { Period } from '../boundary'
import type { LocalDate } from '../date'
import { certaintyOn, intersection, rangeOf } from './day-range'
import type { Window, WindowContext, WindowDays } from './window'
import { windowDays } from './window-days'

/** The days of the window on which the campaign runs as well: outside it nothing of the plan holds. */
export function daysInCampaign(window: Window, period: Period, context: WindowContext): WindowDays {
  const campaign = rangeOf(context.campaign, period)
  const { ranges, missing } = windowDays(window, period, context)
  return { ranges: campaign === undefined ? [] : ranges.flatMap((range) => intersection(range, campaign) ?? []), missing }
}

export interface HeldWindow<W> {
  readonly item: W
  /** `possible`: the day lies where the text leaves the edge open. */
  readonly certainty: 'certain' | 'possible'
}

/** Those of `items` whose window is open on the day, in the order given. */
export function whatHolds<W extends { readonly window: Window }>(day: LocalDate, items: readonly W[], context: WindowContext): readonly HeldWindow<W>[] {
  return items.flatMap((item) => {
    const states = daysInCampaign(item.window, { from: day, to: day }, context).ranges.map((range) => certaintyOn(day, range))
    const certainty = states.includes('certain') ? 'certain' : states.includes('possible') ? 'possible' : undefined
    return certainty === undefined ? [] : [{ item, certainty }]
  })
}
