/** Periods of `YYYY-MM-DD` days, both ends inclusive, compared as text. */
export interface Period {
  readonly from: string | null
  readonly to?: string | null | undefined
}

/** A beginning that was not found out reaches back as far as need be. */
export const begun = (period: Period, day: string): boolean => (period.from ?? '') <= day
const over = (period: Period, day: string): boolean => (period.to ?? '9999-12-31') < day
export const inForceOn = (period: Period, day: string): boolean => begun(period, day) && !over(period, day)

/** The days two periods share. It can be empty, and is then in force on no day. */
export const shared = (a: Period, b: Period): Period => ({
  from: (a.from ?? '') > (b.from ?? '') ? a.from : b.from,
  to: earlier(a.to ?? null, b.to ?? null),
})

const earlier = (a: string | null, b: string | null): string | null => (a === null ? b : b === null ? a : a < b ? a : b)

/** Calendar arithmetic in UTC: whole days, whatever the host's zone. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
