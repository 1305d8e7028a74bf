/** Everything a person or a faulty export can get wrong: one clear problem each, with its place and the fix. */
import { describe, expect, it } from 'vitest'
import { assessCommand } from '../src/commands/assess.js'
import { checkCommand } from '../src/commands/check.js'
import { type Captured, captured, withFiles } from './captured.js'

const record = `{
  "id": "r-1",
  "inspectedOn": "2023-01-10",
  "region": "500241",
  "inspectedBy": "emergency-management",
  "parties": [{ "id": "shop", "name": "某小店", "facts": { "party.kind": "sole-trader" } }],
  "conducts": [
    {
      "id": "sale",
      "date": "2023-01-10",
      "party": "shop",
      "facts": { "conduct.activity": "retail", "conduct.goods": "fireworks", "licence.status": "none" },
      "goods": [{ "kind": "finished", "quantity": 12, "unit": "carton" }]
    }
  ]
}
`

const rule = `{
  "id": "fireworks/test-rule",
  "revision": 1,
  "title": "测试规则",
  "basis": [{ "instrument": "fireworks-regulation", "article": "36(1)", "role": "penalty" }],
  "norms": ["fireworks-regulation/36-1"],
  "inForce": { "from": "2016-02-06" },
  "appliesWhen": { "all": [{ "fact": "conduct.goods", "operator": "equal", "value": "fireworks" }] },
  "violatedWhen": { "all": [{ "fact": "licence.status", "operator": "equal", "value": "none" }] },
  "weight": "serious"
}
`
const cases = `{
  "rule": "fireworks/test-rule",
  "cases": [
    { "name": "无证即成立", "date": "2023-01-10", "facts": { "conduct.goods": "fireworks", "licence.status": "none" }, "expect": { "verdict": "violation" } }
  ]
}
`

const assess = (files: Readonly<Record<string, string>>, name: string): Promise<Captured> =>
  withFiles(files, (path) => captured((output) => assessCommand({ files: [path(name)], format: 'text', packs: [], language: 'zh', explain: false }, output)))
const check = (files: Readonly<Record<string, string>>): Promise<Captured> =>
  withFiles(files, (path) => captured((output) => checkCommand({ paths: [path('.')], language: 'zh', format: 'text' }, output)))

/** Code and text of the one problem that is expected; fails when there are several. */
function only({ code, out, err }: Captured): string {
  expect(code).toBe(1)
  const text = `${out}${err}`
  expect(text).not.toMatch(/\n\s+at |TypeError|RangeError|undefined/)
  const problems = text.split('\n').filter((line) => / HG\d{4} /.test(line))
  expect(problems).toHaveLength(1)
  return text.split('\n').slice(0, 2).join('\n')
}

describe('a bad record gives one problem and no half-result', () => {
  const wrong: Readonly<Record<string, readonly [string, string]>> = {
    'a truncated file': [record.slice(0, 330), 'HG1001'],
    'a BOM': [`\uFEFF${record}`, 'HG1002'],
    'Chinese punctuation': [record.replace('"id": "sale",', '“id”：“sale”，'), 'HG1003'],
    'duplicate keys': [record.replace('"id": "sale",', '"id": "sale", "id": "other",'), 'HG1004'],
    'a __proto__ key': [record.replace('"id": "sale",', '"id": "sale", "__proto__": { "polluted": true },'), 'HG1005'],
    'nesting without end': [record.replace('"none"', '['.repeat(100_000)), 'HG1006'],
    'a trailing comma': [record.replace('"unit": "carton" }', '"unit": "carton", }'), 'HG1007'],
    'a number beyond measure': [record.replace('12,', '1e999,'), 'HG1008'],
    'an empty file': ['', 'HG1010'],
    'an unknown fact': [record.replace('licence.status', 'licence.statsu'), 'HG5001'],
    'a number as text': [record.replace('12,', '"12箱",'), 'HG2003'],
    'a number as text in a fact': [record.replace('"licence.status": "none"', '"storage.approvedKg": "12箱"'), 'HG5002'],
    'a value outside the choices': [record.replace('"none"', '"nono"'), 'HG5003'],
    'an impossible date': [record.replace('"date": "2023-01-10"', '"date": "2023-02-30"'), 'HG2006'],
    'a date after the assessment': [record.replace('"date": "2023-01-10"', '"date": "2023-03-01"'), 'HG5009'],
    'a decision before the inspection': [
      record.replace('"inspectedOn": "2023-01-10",', '"inspectedOn": "2023-01-10",\n  "decidedOn": "2023-01-09",'),
      'HG5011',
    ],
    'a conduct after the inspection': [
      record
        .replace('"inspectedOn": "2023-01-10",', '"inspectedOn": "2023-01-10",\n  "decidedOn": "2023-02-01",')
        .replace('"date": "2023-01-10"', '"date": "2023-01-11"'),
      'HG5011',
    ],
    'a case filed before the conduct': [record.replace('"licence.status": "none"', '"licence.status": "none", "progress.caseFiledOn": "2023-01-09"'), 'HG5011'],
    'one fact told twice and differently': [record.replace('"licence.status": "none"', '"licence.status": "none", "party.kind": "enterprise"'), 'HG5012'],
    'a party that is not there': [record.replace('"party": "shop"', '"party": "shp"'), 'HG5005'],
    'a missing field': [record.replace('  "inspectedOn": "2023-01-10",\n', ''), 'HG2001'],
    'a misspelt field': [record.replace('"goods":', '"good":'), 'HG2002'],
  }
  it.each(Object.entries(wrong))('%s', async (_, [text, code]) => {
    expect(text).not.toBe(record)
    const result = await assess({ 'record.json': text }, 'record.json')
    expect(result.out).toBe('')
    const said = only(result)
    expect(said).toContain(code)
    expect(said).toMatchSnapshot()
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('a file that does not exist', async () => {
    expect(only(await assess({}, 'nowhere.json'))).toMatchSnapshot()
  })

  it('says everything that is wrong at once', async () => {
    const text = record
      .replace('"12', '"12')
      .replace('12,', '"12箱",')
      .replace('licence.status', 'licence.statsu')
      .replace('emergency-management', 'emergency-managment')
    const { err } = await assess({ 'record.json': text }, 'record.json')
    expect(err.match(/HG\d{4}/g)?.sort()).toEqual(['HG2003', 'HG5001', 'HG5005'])
  })
})

describe('a bad rule gives one problem at its place', () => {
  const wrong: Readonly<Record<string, readonly [string, string]>> = {
    'an empty any': [rule.replace('{ "all": [{ "fact": "licence.status", "operator": "equal", "value": "none" }] }', '{ "any": [] }'), 'HG3001'],
    'any beside all': [
      rule.replace('"violatedWhen": { "all"', '"violatedWhen": { "any": [{ "fact": "licence.status", "operator": "equal", "value": "expired" }], "all"'),
      'HG3002',
    ],
    'a path on a leaf': [rule.replace('"value": "none"', '"value": "none", "path": "$.a"'), 'HG3003'],
    'an unknown fact': [rule.replace('licence.status', 'licence.stauts'), 'HG3004'],
    'an unknown operator': [rule.replace('"operator": "equal", "value": "none"', '"operator": "equals", "value": "none"'), 'HG3005'],
    'an operator of another type': [rule.replace('"operator": "equal", "value": "none"', '"operator": "lessThan", "value": 3'), 'HG3006'],
    'a value of another type': [
      rule.replace(
        '"fact": "licence.status", "operator": "equal", "value": "none"',
        '"fact": "storage.approvedKg", "operator": "greaterThan", "value": "12箱"',
      ),
      'HG3007',
    ],
    'a value outside the choices': [rule.replace('"none"', '"non"'), 'HG3008'],
    'a fact outside its guard': [
      rule.replace('"fact": "licence.status", "operator": "equal", "value": "none"', '"fact": "contract.namesProducts", "operator": "equal", "value": false'),
      'HG3009',
    ],
    'a norm that does not exist': [rule.replace('fireworks-regulation/36-1', 'fireworks-regulation/36-9'), 'HG4003'],
    'an article that does not exist': [rule.replace('"36(1)"', '"360(1)"'), 'HG4005'],
    'a misspelt field': [rule.replace('"weight"', '"wieght"').replace('"serious"', '"serious", "weight": "serious"'), 'HG2002'],
    'Chinese punctuation': [rule.replace('"revision": 1,', '"revision"： 1，'), 'HG1003'],
  }
  it.each(Object.entries(wrong))('%s', async (_, [text, code]) => {
    expect(text).not.toBe(rule)
    const said = only(await check({ 'rules/test-rule/rule.json': text, 'rules/test-rule/cases.json': cases }))
    expect(said).toContain(code)
    expect(said).toContain('rules/test-rule/rule.json:')
    expect(said).toMatchSnapshot()
  })

  it('says everything that is wrong with a rule at once', async () => {
    const text = rule
      .replace('"licence.status", "operator": "equal"', '"licence.stauts", "operator": "equals"')
      .replace('"weight": "serious"', '"weight": "grave"')
    const { out } = await check({ 'rules/test-rule/rule.json': text, 'rules/test-rule/cases.json': cases })
    expect(out.match(/HG\d{4}/g)).toEqual(['HG3004', 'HG3005', 'HG2004'])
  })

  it('a file of lines that does not exist', async () => {
    const result = await withFiles({}, (path) =>
      captured((output) => checkCommand({ paths: [path('nowhere.ndjson')], language: 'zh', format: 'text' }, output)),
    )
    expect(result.code).toBe(1)
    expect(result.out).toContain('HG1009')
  })

  it('two rules with one id', async () => {
    const said = only(await check({ 'rules/a/rule.json': rule, 'rules/a/cases.json': cases, 'rules/b/rule.json': rule }))
    expect(said).toContain('HG4001')
    expect(said).toMatchSnapshot()
  })

  it('a plan that cites a missing rule', async () => {
    const plan = JSON.stringify(
      {
        id: 'test-plan',
        kind: 'plan',
        title: '测试方案',
        shortTitle: '测试方案',
        englishTitle: 'Test plan',
        issuer: '某街道',
        region: '410103',
        issuedOn: null,
        inForce: { from: '2023-01-01', to: '2023-12-31' },
        legalForce: 'normative-document',
        clauses: [{ id: '2.1', kinds: ['P'], title: '无证经营', encodings: [{ as: 'rule', id: 'fireworks/unlicensed-busines' }] }],
        measures: [],
        stages: [],
        focus: [],
        duties: [],
        targets: [],
        accountability: [],
        roles: [],
      },
      null,
      2,
    )
    const said = only(await check({ 'plans/test-plan.json': plan }))
    expect(said).toContain('HG4002')
    expect(said).toMatchSnapshot()
  })

  it('a correct rule with its cases gives none', async () => {
    const result = await check({ 'rules/test-rule/rule.json': rule, 'rules/test-rule/cases.json': cases })
    expect(result).toEqual({ code: 0, out: '检查了 2 个文件：没有问题。\n', err: '' })
  })
})

const law = `{
  "id": "test-regulation",
  "kind": "local-regulation",
  "title": "测试管理条例",
  "shortTitle": "测试条例",
  "englishTitle": "Test regulation",
  "issuer": "某市人大常委会",
  "documentNumber": null,
  "editions": [{ "id": "2020", "title": "2020年文本", "inForce": { "from": "2020-01-01" }, "read": true, "datesFrom": "text" }],
  "norms": [
    {
      "id": "test-regulation/9",
      "title": "超量存放的处罚",
      "subject": "存放者",
      "track": "administrative",
      "editions": [
        {
          "edition": "2020",
          "article": "9",
          "articleTitle": "第九条",
          "inForce": { "from": "2020-01-01" },
          "authority": ["emergency-management"],
          "consequence": { "measure": { "kind": "fine", "title": "罚款", "force": "must", "amountYuan": { "min": 1000, "max": 5000 } } },
          "verification": { "status": "primary-text", "dates": "text" }
        }
      ]
    }
  ],
  "provisions": []
}
`
const benchmark = `{
  "id": "test-benchmark",
  "title": "测试裁量基准",
  "issuer": "某市应急管理局",
  "norm": "test-regulation/9",
  "inForce": { "from": "2020-01-01" },
  "fact": "storage.approvedKg",
  "bands": [
    { "id": "light", "title": "较轻", "below": 100, "amountYuan": { "min": 1000, "max": 3000 } },
    { "id": "heavy", "title": "较重", "from": 100, "amountYuan": { "min": 3000, "max": 5000 } }
  ],
  "verification": { "status": "primary-text", "dates": "text" }
}
`

describe('a bad law or benchmark gives one problem at its place', () => {
  const inLaw = (from: string, to: string): readonly [string, string] => [law.replace(from, to), benchmark]
  const inBands = (from: string, to: string): readonly [string, string] => [law, benchmark.replace(from, to)]
  const editions = '"inForce": { "from": "2020-01-01" }, "read": true, "datesFrom": "text" }'
  const wrong: Readonly<Record<string, readonly [readonly [string, string], string]>> = {
    'an edition without end before another': [
      inLaw(editions, `${editions},\n    { "id": "2024", "title": "2024年文本", "inForce": { "from": "2024-01-01" }, "read": true, "datesFrom": "text" }`),
      'HG4009',
    ],
    'a fine upside down': [inLaw('"min": 1000, "max": 5000', '"min": 6000, "max": 5000'), 'HG4016'],
    'an authority nobody knows': [inLaw('["emergency-management"]', '["emergency-managment"]'), 'HG4007'],
    'a norm above itself': [inLaw('"track": "administrative",', '"track": "administrative",\n      "upperNorms": ["test-regulation/9"],'), 'HG4018'],
    'a benchmark outside the range': [inBands('"max": 5000', '"max": 8000'), 'HG4017'],
    'a benchmark with a gap': [inBands('"from": 100', '"from": 200'), 'HG4017'],
    'a benchmark that falls': [inBands('"min": 1000, "max": 3000', '"min": 4000, "max": 5000'), 'HG4017'],
  }
  const files = ([text, bands]: readonly [string, string]) => ({ 'laws/test-regulation.json': text, 'benchmarks/test-benchmark.json': bands })

  it('a correct law with its benchmark gives none', async () => {
    expect(await check(files([law, benchmark]))).toEqual({ code: 0, out: '检查了 2 个文件：没有问题。\n', err: '' })
  })

  it.each(Object.entries(wrong))('%s', async (_, [texts, code]) => {
    expect(texts).not.toEqual([law, benchmark])
    const result = await check(files(texts))
    const said = only(result)
    expect(said).toContain(code)
    expect(said).toMatch(/(?:laws|benchmarks)\/test-/)
    expect(said).toMatchSnapshot()
  })
})

describe('one bad record in a batch', () => {
  it('leaves the others assessed and is reported with its line', async () => {
    const line = JSON.stringify(JSON.parse(record))
    const lines = [line.replace('r-1', 'first'), line.replace('licence.status', 'licence.statsu'), line.slice(0, 60), '', line.replace('r-1', 'last')].join(
      '\n',
    )
    const result = await withFiles({ 'batch.ndjson': lines }, (path) =>
      captured((output) => assessCommand({ files: [path('batch.ndjson')], format: 'json', packs: [], language: 'zh', explain: false }, output)),
    )
    expect(result.code).toBe(1)
    expect(
      result.out
        .trim()
        .split('\n')
        .map((each) => (JSON.parse(each) as { record: { id: string } }).record.id),
    ).toEqual(['first', 'last'])
    expect(
      result.err
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each) as { code: string; file: string; range: { start: { line: number } } }),
    ).toMatchObject([
      { code: 'HG5001', file: 'batch.ndjson', range: { start: { line: 2 } } },
      { code: 'HG1001', file: 'batch.ndjson', range: { start: { line: 3 } } },
    ])
  })
})
