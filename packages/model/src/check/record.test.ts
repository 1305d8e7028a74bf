import { describe, expect, test } from 'vitest'
import { pack, record, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { catalogueOf } from './catalogue.js'
import { checkRecord, valueProblems } from './record.js'
import { vocabularyOf } from './vocabulary.js'

type Path = readonly (string | number)[]
const { vocabulary } = vocabularyOf([pack])
const catalogue = catalogueOf([pack])
const problems = (value: unknown, decidedOn?: string) => checkRecord(value, vocabulary, catalogue, decidedOn)
const check = (at: Path, part: unknown): readonly string[] => said(problems(replaced(record, at, part)))
const sale: Path = ['conducts', 0]
const goods = [{ kind: 'finished', weightKg: 30 }]

describe('facts of a record', () => {
  test('without fault have no problem; null and absent are both unknown', () => {
    expect(problems(record)).toEqual([])
    expect(check(['parties', 0, 'facts'], { 'licence.status': null, 'licence.expiresOn': null })).toEqual([])
    expect(check(['parties', 0, 'facts'], undefined)).toEqual([])
  })

  test.each<[string, Path, unknown, string[]]>([
    ['an unknown fact', ['parties', 0, 'facts'], { 'licence.statue': 'none' }, ['HG5001 parties.0.facts.licence.statue']],
    ['a known one left null under a wrong name', ['facts'], { 'licence.statue': null }, ['HG5001 facts.licence.statue']],
    ['a number with its unit', [...sale, 'facts'], { 'goods.weightKg': '12箱' }, ['HG5002 conducts.0.facts.goods.weightKg']],
    ['a number in quotes', [...sale, 'facts'], { 'goods.weightKg': '12' }, ['HG5002 conducts.0.facts.goods.weightKg']],
    ['yes as text', ['sites', 0, 'facts'], { 'site.sleepsPeople': '是' }, ['HG5002 sites.0.facts.site.sleepsPeople']],
    ['one value for a set', [...sale, 'facts'], { 'tools.kinds': 'press' }, ['HG5002 conducts.0.facts.tools.kinds']],
    ['a list for a choice', ['parties', 0, 'facts'], { 'licence.status': ['none'] }, ['HG5002 parties.0.facts.licence.status']],
    ['a date with slashes', ['parties', 0, 'facts'], { 'licence.expiresOn': '2023/1/5' }, ['HG5002 parties.0.facts.licence.expiresOn']],
    ['an impossible date', ['parties', 0, 'facts'], { 'licence.expiresOn': '2023-02-30' }, ['HG2006 parties.0.facts.licence.expiresOn']],
    ['a value that is no choice', ['parties', 0, 'facts'], { 'licence.status': 'non' }, ['HG5003 parties.0.facts.licence.status']],
    ['a member that is no choice', [...sale, 'facts'], { 'tools.kinds': ['press', 'prss'] }, ['HG5003 conducts.0.facts.tools.kinds.1']],
    ['a conduct’s fact on a party', ['parties', 0, 'facts'], { 'conduct.activity': 'retail' }, ['HG5004 parties.0.facts.conduct.activity']],
    ['a site’s fact on a party', ['parties', 0, 'facts'], { 'site.sleepsPeople': true }, ['HG5004 parties.0.facts.site.sleepsPeople']],
    ['a party’s fact on the record', ['facts'], { 'licence.status': 'none' }, ['HG5004 facts.licence.status']],
    ['facts of party and site on a conduct, which is allowed', [...sale, 'facts'], { 'licence.status': 'none', 'site.sleepsPeople': false }, []],
    ['what its party says otherwise', [...sale, 'facts'], { 'licence.status': 'held' }, ['HG5012 conducts.0.facts.licence.status']],
    ['what its site says otherwise', [...sale, 'facts'], { 'site.sleepsPeople': true }, ['HG5012 conducts.0.facts.site.sleepsPeople']],
    ['what its party does not know', ['parties', 0, 'facts'], { 'licence.status': null }, []],
    ['unknown where the party knows', [...sale, 'facts'], { 'licence.status': null, 'conduct.activity': 'retail' }, []],
    ['what another party says otherwise', sale, { id: 'sale', site: 'front-room', facts: { 'licence.status': 'held' } }, []],
    ['a total beside the list it follows from', sale, { id: 'sale', facts: { 'goods.weightKg': 30 }, goods }, ['HG5007 conducts.0.facts.goods.weightKg']],
    ['a total beside an empty list', sale, { id: 'sale', facts: { 'goods.weightKg': 0 }, goods: [] }, ['HG5007 conducts.0.facts.goods.weightKg']],
    ['a total where the list is unknown', sale, { id: 'sale', facts: { 'goods.weightKg': 30 }, goods: null }, []],
    ['a statutory limit', [...sale, 'facts'], { 'limit.stockKg': 30 }, ['HG5008 conducts.0.facts.limit.stockKg']],
    ['what a field of its own says', [...sale, 'facts'], { 'conduct.date': '2023-01-05' }, ['HG5010 conducts.0.facts.conduct.date']],
    [
      'several at once',
      sale,
      { id: 'sale', facts: { 'a.b': 1, 'goods.weightKg': true } },
      ['HG5001 conducts.0.facts.a.b', 'HG5002 conducts.0.facts.goods.weightKg'],
    ],
  ])('%s', (_, at, part, expected) => {
    expect(check(at, part)).toEqual(expected)
  })

  test('suggest what was meant, with its Chinese title', () => {
    const [unknown] = problems(replaced(record, ['parties', 0, 'facts'], { 'licence.statue': 'none' }))
    expect(unknown?.message).toBe('记录里的事实 “licence.statue” 不认识。是不是 “licence.status”？')
    const [choice] = problems(replaced(record, ['parties', 0, 'facts'], { 'licence.status': 'non' }))
    expect(choice).toMatchObject({
      message: '“non” 不是 “licence.status”（许可证状态）的可选值。是不是 “none”？',
      help: '可选：none（没有）、held（持有）、expired（过期）。',
    })
    const [boxes] = problems(replaced(record, [...sale, 'facts'], { 'goods.weightKg': '12箱' }))
    expect(boxes).toMatchObject({ message: '“goods.weightKg”（货物重量）应当是数字，写的是文字 “12箱”。', help: '去掉引号和单位，只写数字，例如 12。' })
  })
})

describe('links and dates', () => {
  test.each<[string, Path, unknown, string[]]>([
    ['a party that is not there', [...sale, 'party'], 'shopp', ['HG5005 conducts.0.party']],
    ['a site that is not there', [...sale, 'site'], 'back-room', ['HG5005 conducts.0.site']],
    ['an organ nobody knows', ['inspectedBy'], 'village', ['HG5005 inspectedBy']],
    ['no organ', ['inspectedBy'], null, []],
    ['a plan nobody knows', ['plans'], ['example-plan', 'exampel-plan'], ['HG5005 plans.1']],
    ['a conduct twice', ['conducts'], [{ id: 'sale' }, { id: 'storage' }, { id: 'sale' }], ['HG5006 conducts.2.id']],
    ['a party twice', ['parties'], [{ id: 'shop' }, { id: 'shop' }], ['HG5006 parties.1.id']],
    ['a site twice', ['sites'], [{ id: 'front-room' }, { id: 'front-room' }], ['HG5006 sites.1.id']],
    ['a conduct on the day of the decision', [...sale, 'date'], '2023-01-10', []],
    ['a conduct after the decision', [...sale, 'date'], '2023-01-11', ['HG5009 conducts.0.date']],
    ['a period that begins after the decision', [...sale, 'date'], { from: '2023-01-11' }, ['HG5009 conducts.0.date']],
    ['a period that ends after the decision', [...sale, 'date'], { from: '2023-01-02', to: '2023-01-11' }, ['HG5009 conducts.0.date']],
    ['a period that ends on the day of the decision', [...sale, 'date'], { from: '2023-01-02', to: '2023-01-10' }, []],
    ['a period that still runs', [...sale, 'date'], { from: '2023-01-02', to: null }, []],
    ['a period of unknown beginning', [...sale, 'date'], { from: null }, []],
    ['a day nobody knows', [...sale, 'date'], null, []],
    ['a decision before the inspection, told once', ['decidedOn'], '2023-01-04', ['HG5011 decidedOn']],
    ['a decision on the day of the inspection', ['decidedOn'], '2023-01-10', []],
  ])('%s', (_, at, part, expected) => {
    expect(check(at, part)).toEqual(expected)
  })

  test.each<[string, object, string[]]>([
    ['a conduct seen before it happened', { date: '2023-01-11' }, ['HG5011 conducts.0.date']],
    ['a conduct on the day of the inspection', { date: '2023-01-10' }, []],
    ['an act that went on after the inspection', { date: { from: '2023-01-02', to: '2023-01-20' } }, []],
    ['a conduct after the decision, told once', { date: '2023-02-02' }, ['HG5009 conducts.0.date']],
  ])('inspected on 2023-01-10, decided on 2023-02-01: %s', (_, more, expected) => {
    const decided = { ...record, decidedOn: '2023-02-01', conducts: [{ ...record.conducts[0], ...more }] }
    expect(said(problems(decided))).toEqual(expected)
  })

  test.each<[string, unknown, string, string[]]>([
    ['progress.caseFiledOn', '2023-01-05', '2023-01-04', ['HG5011 conducts.0.facts.progress.caseFiledOn']],
    ['progress.caseFiledOn', '2023-01-05', '2023-01-05', []],
    ['progress.caseFiledOn', { from: '2023-01-02', to: '2023-01-08' }, '2023-01-03', []],
    ['progress.caseFiledOn', { from: '2023-01-02', to: '2023-01-08' }, '2023-01-01', ['HG5011 conducts.0.facts.progress.caseFiledOn']],
    ['progress.caseFiledOn', { from: null, to: '2023-01-08' }, '2000-01-01', []],
    ['progress.caseFiledOn', null, '2000-01-01', []],
    ['progress.seizedOn', '2023-01-05', '2023-01-04', []],
  ])('%s of a conduct on %j: %s', (id, date, day, expected) => {
    const known = vocabularyOf([{ ...pack, facts: [...pack.facts, { ...(pack.facts[0] ?? expect.fail()), id }] }]).vocabulary
    const value = { ...record, conducts: [{ ...record.conducts[0], date, facts: { [id]: day } }] }
    expect(said(checkRecord(value, known, catalogue))).toEqual(expected)
  })

  test('a set given twice agrees in any order', () => {
    const fact = {
      id: 'party.trades',
      title: '行业',
      type: 'set',
      scope: 'party',
      question: '？',
      evidence: ['x'],
      values: ['a', 'b'].map((value) => ({ value, title: value })),
    } as const
    const known = vocabularyOf([{ ...pack, facts: [...pack.facts, fact] }]).vocabulary
    const given = (list: readonly string[]) => ({
      ...record,
      parties: [{ id: 'shop', facts: { 'party.trades': ['a', 'b'] } }],
      conducts: [{ ...record.conducts[0], facts: { 'party.trades': list } }],
    })
    expect(said(checkRecord(given(['b', 'a']), known, catalogue))).toEqual([])
    expect(said(checkRecord(given(['b']), known, catalogue))).toEqual(['HG5012 conducts.0.facts.party.trades'])
  })

  test('a decision date that is given stands for the record’s own', () => {
    expect(said(problems(record, '2023-01-04'))).toEqual(['HG5009 conducts.0.date'])
    expect(problems(replaced(record, ['decidedOn'], '2023-01-04'), '2023-01-05')).toEqual([])
  })
})

describe('a record of the wrong shape', () => {
  test('is told its shape and its facts at once, each place only once', () => {
    expect(check(sale, { id: 'sale', date: 'gestern', facts: { 'a.b': 1 }, party: 'shopp' })).toEqual([
      'HG2005 conducts.0.date',
      'HG5001 conducts.0.facts.a.b',
      'HG5005 conducts.0.party',
    ])
    expect(check(['parties', 0, 'facts'], { licence: 'none', 'licence.status': 5 })).toEqual([
      'HG2005 parties.0.facts.licence',
      'HG5002 parties.0.facts.licence.status',
    ])
    expect(check(['conducts'], 'two')).toEqual(['HG2003 conducts'])
  })
})

describe('one value of a fact, as a provider returns it', () => {
  const one = (id: string, value: unknown): readonly string[] => said(valueProblems(vocabulary.facts.get(id) ?? expect.fail(id), value, ['x']))

  test.each<[string, unknown, string[]]>([
    ['tools.kinds', ['press'], []],
    ['tools.kinds', ['press', 5, null], ['HG5002 x.1', 'HG5002 x.2']],
    ['goods.weightKg', Number.NaN, ['HG5002 x']],
    ['goods.weightKg', Number.MAX_SAFE_INTEGER + 2, ['HG5002 x']],
    ['goods.weightKg', -0, []],
    ['licence.status', undefined, ['HG5002 x']],
    ['site.sleepsPeople', 1, ['HG5002 x']],
    ['licence.expiresOn', new Date(0), ['HG5002 x']],
  ])('%s: %j', (id, value, expected) => {
    expect(one(id, value)).toEqual(expected)
  })

  test('a region is a code, not a name', () => {
    const region = { id: 'conduct.region', title: '地区', type: 'region', scope: 'conduct' } as const
    expect(said(valueProblems(region, '500112', []))).toEqual([])
    expect(said(valueProblems(region, '重庆市', []))).toEqual(['HG5002'])
    expect(said(valueProblems(region, 500112, []))).toEqual(['HG5002'])
  })

  test('text is any text', () => {
    const text = { id: 'conduct.note', title: '说明', type: 'text', scope: 'conduct' } as const
    expect(said(valueProblems(text, '重庆市', []))).toEqual([])
    expect(said(valueProblems(text, 5, []))).toEqual(['HG5002'])
  })
})
