import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, problemExamples, record, replaced } from '../../../../scripts/problem-examples.mjs'
import { contents as airQuality } from '../../../pack-air-quality/src/contents.js'
import { contents as fireworks } from '../../../pack-fireworks/src/contents.js'
import { contents as law } from '../../../pack-law/src/contents.js'
import { said } from '../../test/said.js'
import { catalogueOf } from './catalogue.js'
import { checkPacks, checkRuleShape } from './packs.js'
import { checkRecord } from './record.js'
import { vocabularyOf } from './vocabulary.js'

type Path = readonly (string | number)[]
const check = (at: Path, part: unknown): readonly string[] => said(checkPacks([replaced(pack, at, part)]).problems)
const violatedWhen: Path = ['rules', 0, 'violatedWhen']
const good = { fact: 'licence.status', operator: 'equal', value: 'none' }

const exampleOf = (code: 'HG4017' | 'HG4019'): unknown => (problemExamples[code] as unknown as { good: unknown }).good
const circumstance = {
  id: 'example-circumstance',
  title: '主动改正',
  tracks: ['administrative'],
  strikes: 'anyone',
  burden: 'authority',
  editions: [
    {
      inForce: { from: '2016-01-01' },
      basis: { instrument: 'example-regulation', article: '3' },
      when: good,
      effect: 'may-mitigate',
      verification: { status: 'primary-text', dates: 'text' },
    },
  ],
}

describe('packs', () => {
  test('that are shipped have no problem', () => {
    expect(checkPacks([law, fireworks, airQuality]).problems).toEqual([])
  })

  test('without fault give their vocabulary', () => {
    const { packs, vocabulary, problems } = checkPacks([pack])
    expect(problems).toEqual([])
    expect(packs).toEqual([pack])
    expect([...vocabulary.facts.keys()]).toEqual(pack.facts.map((fact) => fact.id))
  })

  test('none are no problem', () => {
    expect(checkPacks([])).toMatchObject({ packs: [], problems: [] })
  })

  test('of the wrong shape are left out, and nothing else is said until that is right', () => {
    const { packs, problems } = checkPacks([pack, replaced(pack, ['rules', 0, 'norms'], ['x/y']), { id: 5 }])
    expect(packs).toHaveLength(2)
    expect(problems.every((found) => found.path[0] === 2)).toBe(true)
    expect(said(problems)).toContain('HG2003 2.id')
  })

  test('that are no objects are told so', () => {
    expect(said(checkPacks([null, undefined, 5, 'pack', []]).problems)).toEqual(['HG2003 0', 'HG2003 1', 'HG2003 2', 'HG2003 3', 'HG2003 4'])
  })

  test.each<[string, Path, unknown, string[]]>([
    ['a condition in askedWhen', ['facts', 3, 'askedWhen'], { ...good, fact: 'licence.statue' }, ['HG3004 0.facts.3.askedWhen.fact']],
    ['a named condition', ['conditions', 0, 'condition'], { ...good, value: 'non' }, ['HG3008 0.conditions.0.condition.value']],
    ['appliesWhen of a rule', ['rules', 0, 'appliesWhen'], { ...good, value: 'non' }, ['HG3008 0.rules.0.appliesWhen.value']],
    [
      'appliesWhen of a norm',
      ['instruments', 0, 'norms', 0, 'editions', 0, 'appliesWhen'],
      { ...good, value: 'non' },
      ['HG3008 0.instruments.0.norms.0.editions.0.appliesWhen.value'],
    ],
    ['the start of a time limit', ['timeLimits', 0, 'editions', 0, 'start'], 'decision.madeon', ['HG3004 0.timeLimits.0.editions.0.start']],
    ['the start of a time limit that is no date', ['timeLimits', 0, 'editions', 0, 'start'], 'licence.status', ['HG2011 0.timeLimits.0.editions.0.start']],
    ['an extension of no fact', ['extensions', 0], { extends: 'goods.kind', values: [{ value: 'x', title: 'x' }] }, ['HG3004 0.extensions.0.extends']],
    [
      'an extension of a fact without choices',
      ['extensions', 0],
      { extends: 'goods.weightKg', values: [{ value: 'x', title: 'x' }] },
      ['HG3004 0.extensions.0.extends'],
    ],
    ['a fact twice', ['facts', 10], pack.facts[0], ['HG4001 0.facts.10.id']],
    ['a named condition twice', ['conditions', 1], pack.conditions[0], ['HG4001 0.conditions.1.id']],
  ])('%s is checked', (_, at, part, expected) => {
    expect(check(at, part)).toEqual(expected)
  })

  test('the whole tree of a consequence is checked', () => {
    const fine = (multiple?: string): unknown => ({
      measure: { kind: 'fine', title: '罚款', force: 'must', ...(multiple === undefined ? {} : { multiple: { of: multiple, min: 1, max: 3 } }) },
    })
    const consequence = {
      base: { all: [fine('goods.valueYuan'), { oneOf: [fine('goods.weightKg'), fine('goods.valueyuan')] }] },
      tiers: [{ tier: 'serious', title: '情节严重', relation: 'adds', when: { ...good, value: 'non' }, then: fine('goods.weightKg') }],
    }
    const at = '0.instruments.0.norms.0.editions.0.consequence'
    expect(check(['instruments', 0, 'norms', 0, 'editions', 0, 'consequence'], consequence)).toEqual([
      `HG2011 ${at}.base.all.1.oneOf.0.measure.multiple.of`,
      `HG3004 ${at}.base.all.1.oneOf.1.measure.multiple.of`,
      `HG3008 ${at}.tiers.0.when.value`,
      `HG2011 ${at}.tiers.0.then.measure.multiple.of`,
    ])
  })

  test.each<[string, object, string]>([
    ['a choice without values', { id: 'x.y', title: 'x', type: 'enum', scope: 'conduct', question: '？', evidence: ['笔录'] }, 'values'],
    [
      'values without choice',
      { id: 'x.y', title: 'x', type: 'text', scope: 'conduct', question: '？', evidence: ['笔录'], values: [{ value: 'a', title: 'a' }] },
      'values',
    ],
    ['a limit without values', { id: 'x.y', title: 'x', type: 'number', scope: 'limit' }, 'limit'],
    ['no evidence', { id: 'x.y', title: 'x', type: 'number', scope: 'conduct', question: '？', evidence: [] }, 'evidence'],
    ['nothing to ask', { id: 'x.y', title: 'x', type: 'number', scope: 'conduct' }, 'question'],
    [
      'a total that is no number',
      { id: 'x.y', title: 'x', type: 'boolean', scope: 'conduct', question: '？', evidence: ['笔录'], aggregate: { over: 'goods', function: 'sum' } },
      '汇总',
    ],
    ['a unit on what is no number', { id: 'x.y', title: 'x', type: 'text', unit: 'kg', scope: 'conduct', question: '？', evidence: ['笔录'] }, '单位'],
  ])('a fact with %s is incomplete', (_, fact, word) => {
    const { problems } = checkPacks([replaced(pack, ['facts', 10], fact)])
    expect(said(problems)).toEqual(['HG4014 0.facts.10'])
    expect(problems[0]?.message).toContain(word)
  })
})

describe('extensions', () => {
  test('add choices; the first definition of a fact stays', () => {
    const { vocabulary, problems } = vocabularyOf([
      pack,
      { ...pack, facts: [], conditions: [], extensions: [{ extends: 'licence.status', values: [{ value: 'lent', title: '出借' }] }] },
    ])
    expect(problems).toEqual([])
    expect(vocabulary.facts.get('licence.status')?.values?.map((each) => each.value)).toEqual(['none', 'held', 'expired', 'lent'])
    expect(pack.facts[2]?.values).toHaveLength(3)
  })
})

describe('a trap in a condition is explained once, in its own words', () => {
  test.each<[string, unknown, string[]]>([
    ['an empty any', { any: [] }, ['HG3001 violatedWhen.any']],
    ['any beside all', { any: [good], all: [good] }, ['HG3002 violatedWhen']],
    ['an unknown key', { ...good, path: '$.x' }, ['HG3003 violatedWhen.path']],
    ['an unknown key and operator', { ...good, operator: 'eq', path: '$.x' }, ['HG3003 violatedWhen.path', 'HG3005 violatedWhen.operator']],
    ['a misspelt connective, deep', { all: [good, { anny: [good] }] }, ['HG3003 violatedWhen.all.1.anny']],
    ['an unknown operator', { ...good, operator: 'eq' }, ['HG3005 violatedWhen.operator']],
    ['a missing operator', { fact: 'licence.status', value: 'none' }, ['HG2001 violatedWhen.operator']],
    ['no condition at all', 'always', ['HG3013 violatedWhen']],
    ['a list for not', { not: [good] }, ['HG3013 violatedWhen.not']],
    ['an any that is no list', { any: good }, ['HG2003 violatedWhen.any']],
    ['null as value', { ...good, value: null }, ['HG2003 violatedWhen.value']],
    ['two faults in two places', { all: [{ any: [] }, { ...good, operator: 'eq' }] }, ['HG3001 violatedWhen.all.0.any', 'HG3005 violatedWhen.all.1.operator']],
  ])('%s', (_, condition, expected) => {
    expect(said(checkRuleShape(replaced(pack.rules[0], ['violatedWhen'], condition)))).toEqual(expected)
    expect(check(violatedWhen, condition)).toEqual(expected.map((each) => each.replace(' ', ' 0.rules.0.')))
  })

  test('and other faults of the rule are told beside it', () => {
    expect(said(checkRuleShape({ ...pack.rules[0], weight: 'heavy', violatedWhen: { any: [] } }))).toEqual(['HG3001 violatedWhen.any', 'HG2004 weight'])
  })

  test('a rule need not be an object to be told so', () => {
    for (const value of [null, undefined, 5, []]) expect(said(checkRuleShape(value, ['x']))).toEqual(['HG2003 x'])
  })
})

describe('hostile values given by a program', () => {
  const { vocabulary } = vocabularyOf([pack])
  const catalogue = catalogueOf([pack])
  const self: Record<string, unknown> = { id: 'x' }
  self['facts'] = self
  self['conducts'] = [self, self]
  const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = good
    for (let level = 0; level < depth; level++) value = wrap(value)
    return value
  }
  const shared = (levels: number): unknown => nested(levels, (inner) => ({ all: [inner, inner] }))
  const nasty = `a\u0000\n\r\t\u001b[31m\u2028\u2029\u202e\u200f\u061c\u2066${'😀'.repeat(1_000)}`

  const parts: readonly (readonly [string, unknown])[] = [
    ['an own __proto__ key', JSON.parse('{"__proto__": {"polluted": true}}')],
    ['an own constructor key', { constructor: { prototype: { polluted: true } } }],
    ['a hundred thousand levels', nested(100_000, (inner) => ({ not: inner }))],
    ['a hundred thousand lists', nested(100_000, (inner) => [inner])],
    ['a part that holds itself', self],
    ['a part shared forty levels deep', shared(40)],
    ['NaN', Number.NaN],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['a big integer', 10n],
    ['a symbol', Symbol('x')],
    ['a function', () => nasty],
    ['a date', new Date(Number.NaN)],
    ['a map', new Map([['a', 1]])],
    ['an object without prototype', Object.create(null)],
    ['an object whose toString is no function', { toString: 1, valueOf: 2, toJSON: 3 }],
    ['control characters and bidi marks', nasty],
    ['control characters in keys', { [nasty]: nasty }],
    ['a list with holes', new Array(5)],
    ['a list of three million', new Array(3_000_000).fill({})],
    ['a list with a length of four billion', new Array(4_294_967_295)],
    ['two thousand unknown keys', Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, at]))],
  ]
  const recordPlaces: readonly Path[] = [
    [],
    ['id'],
    ['facts'],
    ['facts', 'licence.status'],
    ['conducts'],
    ['conducts', 0],
    ['conducts', 0, 'date'],
    ['conducts', 0, 'goods'],
    ['conducts', 0, 'facts', 'goods.weightKg'],
    ['parties'],
    ['plans'],
    [nasty],
  ]
  const packPlaces: readonly Path[] = [
    [],
    ['id'],
    ['facts'],
    ['facts', 0, 'askedWhen'],
    ['rules'],
    ['rules', 0],
    violatedWhen,
    [...violatedWhen, 'fact'],
    [...violatedWhen, 'operator'],
    [...violatedWhen, 'value'],
    ['rules', 0, 'appliesWhen'],
    ['conditions', 0, 'condition'],
    ['instruments', 0, 'norms', 0, 'editions', 0, 'consequence'],
    ['plans', 0, 'clauses'],
    ['circumstances'],
    ['circumstances', 0, 'editions', 0, 'when'],
    ['circumstances', 0, 'editions', 0, 'inForce'],
    ['principles', 0],
    ['principles', 0, 'lightToHeavy'],
    ['principles', 0, 'editions', 0, 'basis'],
    ['benchmarks'],
    ['benchmarks', 0, 'bands'],
    ['benchmarks', 0, 'bands', 0, 'from'],
    ['benchmarks', 0, 'bands', 0, 'amountYuan', 'max'],
  ]
  const whole = [
    [['circumstances'], [circumstance]],
    [['principles'], exampleOf('HG4019')],
    [['benchmarks'], exampleOf('HG4017')],
  ].reduce<unknown>((value, [at, part]) => replaced(value, at as Path, part), pack)

  test.each(parts)('%s: a record is refused wherever it stands, in lines a person can read', (_, part) => {
    for (const at of recordPlaces)
      expect([at, said(checkRecord(replaced(record, at, part), vocabulary, catalogue)).length > 0 || allowed(at, part)]).toEqual([at, true])
    expect('polluted' in {}).toBe(false)
  })

  test.each(parts)('%s: a pack is refused wherever it stands, in lines a person can read', (_, part) => {
    for (const at of packPlaces) expect([at, said(checkPacks([replaced(whole, at, part)]).problems).length > 0]).toEqual([at, true])
    expect('polluted' in {}).toBe(false)
  })

  /** An id is a caller's own text: any text will do. A shared null-prototype object is an empty `facts`. */
  function allowed(at: Path, part: unknown): boolean {
    return at[0] === 'facts' && at.length === 1 && typeof part === 'object' && part !== null && Object.keys(part).length === 0
  }

  test('the pack that is spoilt has no fault of its own', () => {
    expect(said(checkPacks([whole]).problems)).toEqual([])
  })

  test('any numbers in a benchmark and any words in an order are answered, not thrown', () => {
    const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(null, 0, -0, 1e308, Number.MAX_SAFE_INTEGER))
    const band = fc.record({
      id: fc.constantFrom('a', 'b', '__proto__'),
      title: fc.constantFrom('甲', '乙'),
      from: number,
      below: number,
      amountYuan: fc.record({ min: number, max: number }),
    })
    fc.assert(
      fc.property(
        fc.array(band, { maxLength: 5 }),
        fc.array(fc.constantFrom('fine', 'warning', '__proto__', 'constructor'), { maxLength: 5 }),
        (bands, order) => {
          said(checkPacks([replaced(replaced(whole, ['benchmarks', 0, 'bands'], bands), ['principles', 0, 'lightToHeavy'], order)]).problems)
        },
      ),
    )
  })

  test('norms that name one another in any way are answered, however long the chain', () => {
    const norm = pack.instruments[0]?.norms[0] ?? expect.fail()
    const chain = Array.from({ length: 5_000 }, (_, at) => ({
      ...norm,
      id: `example-regulation/c${at}`,
      upperNorms: [`example-regulation/c${(at + 1) % 5_000}`],
    }))
    const problems = checkPacks([replaced(pack, ['instruments', 0, 'norms'], [norm, ...chain])]).problems
    expect(said(problems)).toEqual(['HG4018 0.instruments.0.norms.5000.upperNorms.0'])
  })

  test('more faults than can be listed are one problem', () => {
    const bad = Array.from({ length: 1_000 }, (_, at) => ({ id: `c${at}`, goods: Array.from({ length: 300 }, () => ({})) }))
    const problems = checkRecord(replaced(record, ['conducts'], bad), vocabulary, catalogue)
    expect(problems.length === 1 || problems.length === 300_000).toBe(true)
    expect(problems[0]?.code).toMatch(/HG2001|HG2011/)
  })

  test('titles of a pack cannot break a line either', () => {
    const { problems } = checkPacks([
      replaced(replaced(pack, ['facts', 2, 'title'], `许可证\n\u202e状态`), violatedWhen, {
        fact: 'licence.expiresOn',
        operator: 'before',
        value: '2023-01-01',
      }),
    ])
    expect(said(problems)).toEqual(['HG3009 0.rules.0.violatedWhen.fact'])
  })
})
