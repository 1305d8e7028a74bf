import { calendarVersion } from '@hegui/calendar'
import type { Plan } from '@hegui/model'
import { expect, test } from 'vitest'
import { pack, planOf } from '../../test/support/builders.js'
import { checkHolidays } from './check-holidays.js'

type Recurrence = Plan['duties'][number]['recurrence']
const weekly: Recurrence = { every: 'week', weekday: 1, onHoliday: 'moves-to-next-workday' }
const checked = (recurrence: Recurrence, inForce: Plan['inForce']): readonly (readonly unknown[])[] => {
  const duty = { id: 'report', title: '周报', by: ['office'], recurrence }
  const plans = [planOf({ inForce, duties: [duty] })]
  return checkHolidays([pack({ plans })]).map(({ code, path, params }) => [code, path.join('.'), params['years']])
}
const at = '0.plans.0.duties.0.recurrence.onHoliday'

test.each<[string, Recurrence, Plan['inForce'], readonly (readonly unknown[])[]]>([
  ['within the notices there are', weekly, { from: '2023-01-01', to: '2023-12-31' }, []],
  ['after the last', weekly, { from: '2091-01-01', to: '2092-12-31' }, [['HG3029', at, '2091']]],
  ['before the first', weekly, { from: '2003-06-01', to: '2004-12-31' }, [['HG3029', at, '2004']]],
  ['on both sides', weekly, { from: '2001-01-01', to: '2091-12-31' }, [['HG3029', at, `2009、${Number(calendarVersion.slice(-4)) + 1}`]]],
  ['without an end, which asks for no year to come', weekly, { from: '2023-01-01' }, []],
  ['without a beginning that is known', weekly, { from: null, to: '2023-12-31' }, []],
  ['that do not move', { every: 'week', weekday: 1 }, { from: '2091-01-01', to: '2092-12-31' }, []],
  ['that stay by what is written', { ...weekly, onHoliday: 'stays' }, { from: '2091-01-01', to: '2092-12-31' }, []],
  ['once, in a year without', { every: 'once', by: '2091-05-01', onHoliday: 'moves-to-previous-workday' }, { from: '2023-01-01' }, [['HG3029', at, '2091']]],
  ['once, in a year with', { every: 'once', by: '2023-05-01', onHoliday: 'moves-to-previous-workday' }, { from: '2023-01-01' }, []],
  ['by the day of a month', { every: 'month', byDays: [5], onHoliday: 'moves-to-next-workday' }, { from: '2100-01-01', to: '2100-12-31' }, []],
  [
    'every two weeks from a day',
    { every: 'two-weeks', anchor: '2090-01-02', onHoliday: 'moves-to-next-workday' },
    { from: '2090-01-01', to: '2090-12-31' },
    [['HG3029', at, '2090']],
  ],
])('due days %s', (_, recurrence, inForce, expected) => {
  expect(checked(recurrence, inForce)).toEqual(expected)
})
