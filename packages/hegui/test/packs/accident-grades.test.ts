/** Accident grades (事故报告条例第三条), as the conditions of pack-law tell them, and the statistics that use them. */
import { aggregateOf, appraise, figureOf } from '@hegui/engine'
import type { FactValue, InspectionRecord, Plan } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allPlans, rules } from './support/shipped.js'

const speech = allPlans.find(({ id }) => id === 'work-safety-speech-2010') ?? expect.fail('plan')
const grades = ['general', 'larger', 'major', 'extraordinary'] as const
const plan: Plan = {
  ...speech,
  statistics: grades.map((id) => ({ id, title: id, value: 0, formula: { count: 'conducts', where: { condition: `accident/${id}` } } })),
}

interface Toll {
  readonly deaths: number | null
  readonly injuries: number | null
  readonly loss: number | null
}
const record = (id: string, { deaths, injuries, loss }: Toll, facts: Readonly<Record<string, FactValue>> = {}): InspectionRecord => ({
  id,
  inspectedOn: '2010-09-01',
  region: '360733',
  conducts: [
    {
      id: 'accident',
      date: '2010-09-01',
      facts: {
        'conduct.activity': 'safety-management',
        'safety.matter': 'accident',
        'accident.occurred': true,
        'accident.deaths': deaths,
        'accident.seriousInjuries': injuries,
        'accident.directLossYuan': loss,
        ...facts,
      },
    },
  ],
  outcomes: [],
})
const unit = { id: 'county', title: '某县', organ: 'county-government', region: '360733' }
const period = { from: '2010-08-01', to: '2010-11-30' }

/** `yes`, `no` or `open` for each grade. */
function gradesOf(toll: Toll): readonly string[] {
  const { aggregate, problems } = aggregateOf([record('A', toll)], rules, { plan, source: 's' })
  expect(problems).toEqual([])
  return (plan.statistics ?? []).map(({ formula }) => {
    const { value } = figureOf(formula ?? expect.fail(''), { aggregate, figures: [], units: [unit], unit, period })
    return value?.min === 1 ? 'yes' : value?.max === 0 ? 'no' : 'open'
  })
}
const only = (grade: (typeof grades)[number]) => grades.map((each) => (each === grade ? 'yes' : 'no'))

describe('以上 counts the number itself, 以下 does not', () => {
  test.each([
    [2, 9, 9_999_999, 'general'],
    [3, 0, 0, 'larger'],
    [0, 10, 0, 'larger'],
    [0, 0, 10_000_000, 'larger'],
    [9, 49, 49_999_999, 'larger'],
    [10, 0, 0, 'major'],
    [0, 50, 0, 'major'],
    [0, 0, 50_000_000, 'major'],
    [29, 99, 99_999_999, 'major'],
    [30, 0, 0, 'extraordinary'],
    [0, 100, 0, 'extraordinary'],
    [0, 0, 100_000_000, 'extraordinary'],
  ] as const)('%i dead, %i injured, %i yuan: %s', (deaths, injuries, loss, grade) => {
    expect(gradesOf({ deaths, injuries, loss })).toEqual(only(grade))
  })
})

test('the gravest of the three decides; every known toll has exactly one grade', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(200), fc.nat(200_000_000), (deaths, injuries, loss) => {
      expect(gradesOf({ deaths, injuries, loss }).filter((each) => each === 'yes')).toHaveLength(1)
    }),
    { numRuns: 40 },
  )
})

test('what is not known leaves open only the grades above', () => {
  expect(gradesOf({ deaths: 12, injuries: null, loss: null })).toEqual(['no', 'no', 'open', 'open'])
  expect(gradesOf({ deaths: 31, injuries: null, loss: null })).toEqual(only('extraordinary'))
  expect(gradesOf({ deaths: null, injuries: null, loss: null })).toEqual(['open', 'open', 'open', 'open'])
})

test('the share of larger accidents is that of the unit; the national figures stand beside it and are not compared', () => {
  const toll = (deaths: number): Toll => ({ deaths, injuries: 0, loss: 0 })
  const from = (illegal: boolean) => ({ 'accident.fromIllegalProduction': illegal })
  const records = [record('A', toll(3), from(true)), record('B', toll(12), from(true)), record('C', toll(4), from(false)), record('D', toll(1), from(true))]
  const result = appraise({ plan: speech.id, unit: 'county', period, now: '2010-12-01' }, rules, { file: { units: [unit] }, records })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  const figures = result.appraisal.statistics.filter(({ formula }) => formula !== null)
  expect(figures.map(({ statistic, value, reported, comparison }) => [statistic, value?.min, value?.max, reported?.min, comparison])).toEqual([
    ['larger-accident-share-q2', 66.6667, 66.6667, 74.9, 'not-compared'],
    ['larger-accident-share-aug-sep', 66.6667, 66.6667, 53.1, 'not-compared'],
    ['larger-accidents', 2, 2, 178, 'not-compared'],
    ['larger-accident-deaths', 15, 15, 1005, 'not-compared'],
    ['major-accidents', 1, 1, 12, 'not-compared'],
    ['major-accident-deaths', 12, 12, 172, 'not-compared'],
  ])
})
