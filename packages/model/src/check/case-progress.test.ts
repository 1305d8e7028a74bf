import { describe, expect, test } from 'vitest'
import { pack, progress, replaced } from '../../../../scripts/problem-examples.mjs'
import { checkCaseProgress } from './case-progress.js'
import { catalogueOf } from './catalogue.js'
import { checkPacks } from './packs.js'

type Path = readonly (string | number)[]
const { vocabulary } = checkPacks([pack])
const catalogue = catalogueOf([pack])
const check = (value: unknown, asOf?: string): readonly string[] =>
  checkCaseProgress(value, vocabulary, catalogue, asOf).map((found) =>
    [found.severity === 'warning' ? '!' : '', found.code, ' ', found.path.join('.')].join(''),
  )
const changed = (at: Path, part: unknown): unknown => replaced(progress, at, part)
const { asOf: _, ...withoutDay } = progress

test('the example is in order', () => {
  expect(check(progress)).toEqual([])
})

test.each<[string, unknown, readonly string[]]>([
  ['an unknown key', { ...progress, stage: 1 }, ['HG2002 stage']],
  ['no steps at all', { ...progress, steps: undefined }, ['HG2001 steps']],
  ['a day that does not exist', changed(['steps', 0, 'on'], '2023-02-30'), ['HG2006 steps.0.on']],
  [
    'an excluded period that ends before it starts',
    { ...progress, excluded: [{ from: '2023-01-12', to: '2023-01-11', why: 'appraisal' }] },
    ['HG2007 excluded.0'],
  ],
  ['an unknown organ', changed(['authority'], 'emergency-managment'), ['HG5005 authority']],
  ['an unknown procedure is told once, its steps not again', changed(['procedures'], ['speedy']), ['HG7001 procedures.0']],
  ['an unknown step', changed(['steps', 0, 'step'], 'file-cases'), ['HG7002 steps.0.step']],
  ['an unknown fact', changed(['facts'], { 'case.complx': true }), ['HG5001 facts.case.complx']],
  ['a fact of the wrong type', changed(['facts'], { 'case.complex': '是' }), ['HG5002 facts.case.complex']],
  ['a fact of the party is allowed', changed(['facts'], { 'licence.status': 'none' }), []],
  ['a choice that there is not', changed(['facts'], { 'licence.status': 'lost' }), ['HG5003 facts.licence.status']],
  ['a null fact is unknown, whatever its type', changed(['facts'], { 'case.complex': null }), []],
  ['the day of a step as a fact', changed(['facts'], { 'decision.madeOn': '2023-01-10' }), ['HG7003 facts.decision.madeOn']],
  ['a step on the day looked at', changed(['steps', 1, 'on'], '2023-01-20'), []],
  ['a step after it', changed(['steps', 1, 'on'], '2023-01-21'), ['HG7005 steps.1.on']],
  ['a step on the day the case began', changed(['steps', 0, 'on'], '2023-01-05'), []],
  ['a step before it', changed(['steps', 0, 'on'], '2023-01-04'), ['HG7005 steps.0.on']],
  ['midnight in China belongs to the new day', changed(['steps', 0], { step: 'file-case', on: '2023-01-10', at: '2023-01-09T16:00:00Z' }), []],
  ['a second before it does not', changed(['steps', 0], { step: 'file-case', on: '2023-01-10', at: '2023-01-09T15:59:59Z' }), ['HG7007 steps.0.at']],
  ['two steps of one day, in order', changed(['steps', 1, 'on'], '2023-01-10'), []],
  ['a step before the one it requires is a warning', changed(['steps', 1, 'on'], '2023-01-09'), ['!HG7004 steps.1.on']],
  [
    'a decision before filing, with the step between them missing',
    {
      ...progress,
      steps: [
        { step: 'file-case', on: '2023-01-10' },
        { step: 'decide', on: '2023-01-09' },
      ],
    },
    ['!HG7004 steps.1.on'],
  ],
  ['a value that is no object', 7, ['HG2003 ']],
])('%s', (_name, value, expected) => {
  expect(check(value)).toEqual(expected)
})

describe('the day looked at', () => {
  test('must be said', () => expect(check(withoutDay)).toEqual(['HG7008 ']))
  test('may be given from outside', () => expect(check(withoutDay, '2023-01-20')).toEqual([]))
  test('given from outside stands for its own', () => expect(check(progress, '2023-01-15')).toEqual(['HG7005 steps.1.on']))
})

describe('case procedures in a pack', () => {
  const edition: Path = ['caseProcedures', 0, 'steps', 1, 'editions', 0]
  const problems = (at: Path, part: unknown): readonly string[] =>
    checkPacks([replaced(pack, at, part)]).problems.map((found) => `${found.code} ${found.path.join('.')}`)
  const prefix = '0.caseProcedures.0.steps.1.editions.0'

  test.each<[string, Path, unknown, readonly string[]]>([
    ['follows a step that there is not', [...edition, 'follows'], 'appeal', [`HG7009 ${prefix}.follows`]],
    [
      'extended by a step that there is not',
      [...edition, 'mayExtend'],
      [{ step: 'more', amount: 30, basis: { instrument: 'example-regulation', article: '3' } }],
      [`HG7009 ${prefix}.mayExtend.0.step`],
    ],
    ['a limit that there is not', [...edition, 'limit'], 'soon', [`HG4013 ${prefix}.limit`]],
    ['waits for a limit that there is not', [...edition, 'waitsFor'], [{ limit: 'soon', reason: '还没有过完' }], [`HG4013 ${prefix}.waitsFor.0.limit`]],
    ['an article that was not entered', [...edition, 'basis', 0, 'article'], '99', [`HG4005 ${prefix}.basis.0.article`]],
    [
      'an article of officers',
      [...edition, 'officers'],
      { min: 2, basis: { instrument: 'example-regulation', article: '98' } },
      [`HG4005 ${prefix}.officers.basis.article`],
    ],
    [
      'a condition on an unknown fact',
      [...edition, 'requiredWhen'],
      { fact: 'case.none', operator: 'equal', value: true },
      [`HG3004 ${prefix}.requiredWhen.fact`],
    ],
    [
      'a condition of an exception',
      [...edition, 'officers'],
      {
        min: 2,
        basis: { instrument: 'example-regulation', article: '3' },
        exceptions: [{ when: { fact: 'case.none', operator: 'equal', value: true }, min: 1, basis: { instrument: 'example-regulation', article: '3' } }],
      },
      [`HG3004 ${prefix}.officers.exceptions.0.when.fact`],
    ],
    ['records a fact that is no day', [...edition, 'records'], ['case.complex'], [`HG2011 ${prefix}.records.0`]],
    ['a step by an organ that there is not', ['caseProcedures', 0, 'steps', 1, 'by'], 'nobody', ['HG4007 0.caseProcedures.0.steps.1.by']],
    [
      'an id used twice',
      ['caseProcedures', 0, 'steps', 1, 'id'],
      'file-case',
      ['HG4001 0.caseProcedures.0.steps.1.id', 'HG7009 0.caseProcedures.0.steps.2.editions.0.requires.0', 'HG7010 0.caseProcedures.0.steps.0'],
    ],
    [
      'two editions with a gap',
      ['caseProcedures', 0, 'steps', 1, 'editions', 1],
      { ...pack.caseProcedures[0]?.steps[1]?.editions[0], inForce: { from: null, to: '2015-12-30' } },
      ['HG4009 0.caseProcedures.0.steps.1.editions.0.inForce'],
    ],
  ])('%s', (_name, at, part, expected) => {
    expect(problems(at, part)).toEqual(expected)
  })
})
