import { addDays } from '@hegui/calendar'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAround, type ExcludedDays } from './excluded.js'

const away = (from: string, to: string | null): ExcludedDays => ({ from, to, reason: '鉴定期间' })

test.each<[string, readonly ExcludedDays[], string | null]>([
  ['nothing left out', [], '2024-05-02'],
  ['ten days inside', [away('2024-04-08', '2024-04-17')], '2024-05-12'],
  ['from the first day on', [away('2024-04-03', '2024-04-12')], '2024-05-12'],
  ['across the start, of which only the days after it matter', [away('2024-03-20', '2024-04-12')], '2024-05-12'],
  ['over before the start', [away('2024-03-20', '2024-04-02')], '2024-05-02'],
  ['from the last day on', [away('2024-05-02', '2024-05-03')], '2024-05-04'],
  ['from the day after the last', [away('2024-05-03', '2024-05-31')], '2024-05-02'],
  ['two that overlap count once', [away('2024-04-10', '2024-04-17'), away('2024-04-08', '2024-04-12')], '2024-05-12'],
  ['one inside another', [away('2024-04-08', '2024-04-17'), away('2024-04-10', '2024-04-11')], '2024-05-12'],
  ['two apart, the second only in the added days', [away('2024-05-05', '2024-05-06'), away('2024-04-08', '2024-04-17')], '2024-05-14'],
  ['not over yet', [away('2024-04-08', null)], null],
  ['not over yet, but begun after the end', [away('2024-05-03', null)], '2024-05-02'],
])('thirty days from 2024-04-02: %s', (_name, periods, due) => {
  expect(countAround('2024-04-02', 30, periods).due).toBe(due)
})

test('the counting can be followed day by day', () => {
  expect(countAround('2024-04-02', 30, [away('2024-04-08', '2024-04-17')]).counting).toEqual([
    '2024-04-02：起算日，不计',
    '2024-04-03 至 2024-04-07：自然日，计 5 日',
    '2024-04-08 至 2024-04-17：鉴定期间，不计',
    '2024-04-18 至 2024-05-12：自然日，计 25 日',
  ])
})

test('as many days lie between as were asked for, one by one', () => {
  const period = fc
    .tuple(fc.integer({ min: -20, max: 60 }), fc.nat(15))
    .map(([from, length]) => away(addDays('2024-04-02', from), addDays('2024-04-02', from + length)))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(period, { maxLength: 4 }), (amount, periods) => {
      const { due } = countAround('2024-04-02', amount, periods)
      let counted = 0
      let day = '2024-04-02'
      while (counted < amount) {
        day = addDays(day, 1)
        if (!periods.some(({ from, to }) => from <= day && day <= (to ?? '9999'))) counted++
      }
      expect(due).toBe(day)
    }),
  )
})
