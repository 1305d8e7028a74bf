/** Days as closed periods: what of an edition falls into the days that are asked about. */

/** Both ends inclusive; null: open on that side. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

interface Dated {
  readonly from: string | null
  readonly to?: string | null | undefined
}

export const periodOf = ({ from, to }: Dated): Period => ({ from, to: to ?? null })
export const dayOf = (day: string): Period => ({ from: day, to: day })

const start = (period: Dated): string => period.from ?? ''
const end = (period: Dated): string => period.to ?? '9999-12-31'

export const overlaps = (a: Dated, b: Dated): boolean => start(a) <= end(b) && start(b) <= end(a)

/** The days of `a` that are also in `b`. Call only where they overlap. */
export const within = (a: Dated, b: Dated): Period => ({
  from: start(a) > start(b) ? a.from : b.from,
  to: end(a) < end(b) ? (a.to ?? null) : (b.to ?? null),
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

export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
