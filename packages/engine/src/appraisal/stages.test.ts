import { expect, test } from 'vitest'
import { planOf } from '../../test/support/builders.js'
import { stagesAt } from './stages.js'

const plan = planOf({
  clauses: [{ id: '4.1', kinds: ['C'], title: '阶段', encodings: [{ as: 'stage', id: 'start' }] }],
  stages: [
    { id: 'start', title: '部署', from: { earliest: null, latest: '2019-05-31', wording: '即日起' }, to: '2019-06-10', tasks: ['动员'] },
    {
      id: 'act',
      title: '整治',
      from: { earliest: '2019-06-11', latest: '2019-06-20', wording: '6月中旬' },
      to: { earliest: '2019-10-01', latest: '2019-10-10', wording: '10月上旬' },
      tasks: ['整治'],
    },
  ],
})

test.each([
  ['2019-01-01', 'possibly-now', 'future'],
  ['2019-05-31', 'now', 'future'],
  ['2019-06-10', 'now', 'future'],
  ['2019-06-11', 'past', 'possibly-now'],
  ['2019-06-19', 'past', 'possibly-now'],
  ['2019-06-20', 'past', 'now'],
  ['2019-10-01', 'past', 'now'],
  ['2019-10-02', 'past', 'possibly-now'],
  ['2019-10-10', 'past', 'possibly-now'],
  ['2019-10-11', 'past', 'past'],
])('on %s the stages are %s and %s', (day, first, second) => {
  expect(stagesAt(plan, day).map(({ state }) => state)).toEqual([first, second])
})

test('a stage names the clauses it is encoded from', () => {
  expect(stagesAt(plan, '2019-06-01').map(({ clauses }) => clauses)).toEqual([['4.1'], []])
})
