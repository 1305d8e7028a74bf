import { describe, expect, test } from 'vitest'
import { planNamed } from '../../test/support/plans.js'
import { stagesAt } from './stages.js'

const states = (id: string, now: string): readonly string[] => stagesAt(planNamed(id), now).map(({ state }) => state)

describe('stages with fixed days', () => {
  test.each([
    ['2016-12-25', 'future future future'],
    ['2016-12-26', 'now future future'],
    ['2017-01-06', 'now future future'],
    ['2017-01-07', 'past now future'],
    ['2017-02-14', 'past now future'],
    ['2017-02-15', 'past past now'],
    ['2017-02-18', 'past past past'],
    // Midnight in Beijing, whatever the host's zone.
    ['2017-01-06T15:59:59Z', 'now future future'],
    ['2017-01-06T16:00:00Z', 'past now future'],
  ])('on %s: %s', (now, expected) => {
    expect(states('changjianglu-2016', now).join(' ')).toBe(expected)
  })
})

describe('stages with open ends', () => {
  test.each([
    ['2019-05-30', 'possibly-now future future'],
    ['2019-05-31', 'now future future'],
    ['2019-06-01', 'now future future'],
    ['2019-06-02', 'possibly-now future future'],
    ['2019-06-10', 'possibly-now future future'],
    ['2019-06-11', 'past possibly-now future'],
    ['2019-06-20', 'past now future'],
    ['2019-09-30', 'past now future'],
    ['2019-10-01', 'past now possibly-now'],
    ['2019-10-02', 'past possibly-now possibly-now'],
    ['2019-10-10', 'past possibly-now now'],
    ['2019-10-11', 'past past now'],
    ['2019-12-22', 'past past possibly-now'],
    ['2020-01-01', 'past past past'],
  ])('on %s: %s', (now, expected) => {
    expect(states('urban-order-2019', now).join(' ')).toBe(expected)
  })
})

test('a stage names its clauses', () => {
  expect(stagesAt(planNamed('changjianglu-2016'), '2017-01-01').map(({ clauses }) => clauses.length > 0)).toEqual([true, true, true])
})
