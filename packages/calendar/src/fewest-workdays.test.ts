import { describe, expect, test } from 'vitest'
import { fewestSeen, fewestWorkdays, marginWorkdays } from './fewest-workdays'
import { coverage } from './workday'

describe('the fewest workdays of an unknown stretch', () => {
  test('are those of the worst stretch seen, less the margin', () => {
    const seen = fewestSeen(coverage().from, coverage().to)
    expect([seen[10], seen[11]]).toEqual([0, 1])
    expect(fewestWorkdays(0)).toBe(0)
    expect(fewestWorkdays(14)).toBe((seen[14] ?? 0) - marginWorkdays)
    expect(fewestWorkdays(300)).toBe((seen[300] ?? 0) - marginWorkdays)
  })

  test('would have held for the year to come, had they been drawn each December since 2011', () => {
    const years = Array.from({ length: 15 }, (_, index) => 2012 + index)
    const undercut = years.map((year) => {
      const before = fewestSeen('2010-01-01', `${year - 1}-12-24`)
      const then = fewestSeen(`${year - 1}-12-25`, year === 2026 ? coverage().to : `${year}-12-31`)
      return Math.max(...before.map((least, days) => least - (then[days] ?? 0)))
    })
    expect(years[undercut.indexOf(marginWorkdays)]).toBe(2020)
    expect(undercut.filter((workdays) => workdays > 2)).toEqual([marginWorkdays])
  })

  test('never shrink as the stretch grows, and never grow faster than it', () => {
    for (let days = 1; days <= 5200; days++) {
      const step = fewestWorkdays(days) - fewestWorkdays(days - 1)
      expect(step === 0 || step === 1).toBe(true)
    }
  })

  test('never exceed what plain weeks give, whatever day they begin on', () => {
    for (let weekday = 1; weekday <= 7; weekday++) {
      let plain = 0
      for (let days = 1; days <= 800; days++) {
        if ((weekday + days - 2) % 7 < 5) plain++
        expect(fewestWorkdays(days)).toBeLessThanOrEqual(plain)
      }
    }
  })
})
