/** Periods of `YYYY-MM-DD` days, both ends inclusive, compared as text. */

/** null: open on that side; a beginning that was not found out reaches back as far as need be. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** The same as the data write it, where an end may be left out. */
export interface Dated {
  readonly from: string | null
  readonly to?: string | null | undefined
}

export const periodOf = ({ from, to }: Dated): Period => ({ from, to: to ?? null })
export const dayOf = (day: string): Period => ({ from: day, to: day })

const start = (period: Dated): string => period.from ?? ''
const end = (period: Dated): string => period.to ?? '9999-12-31'

export const begun = (period: Dated, day: string): boolean => start(period) <= day
export const inForceOn = (period: Dated, day: string): boolean => begun(period, day) && day <= end(period)
export const overlaps = (a: Dated, b: Dated): boolean => start(a) <= end(b) && start(b) <= end(a)

/** The days of `a` that are also in `b`. Where they do not overlap the period is empty: in force on no day. */
export const within = (a: Dated, b: Dated): Period => ({
  from: start(a) > start(b) ? a.from : b.from,
  to: (end(a) < end(b) ? a.to : b.to) ?? null,
})

/** Do the parts leave no day of `whole` out? */
export function covers(parts: readonly Period[], whole: Period): boolean {
  let next = start(whole)
  for (const part of [...parts].sort((a, b) => (start(a) < start(b) ? -1 : 1))) {
    if (start(part) > next) return false
    if (end(part) >= end(whole)) return true
    if (end(part) >= next) next = dayAfter(end(part))
  }
  return false
}

/** Calendar arithmetic in UTC: whole days, whatever the host's zone. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
