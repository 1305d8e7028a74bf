import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { pack, problemExamples, record, replaced } from '../../../../scripts/problem-examples.mjs'
import { type DocumentKind, documentSchemas, jsonSchemaOf, schemaId } from './json-schema.js'

const packages = fileURLToPath(new URL('../../../', import.meta.url))
const checkedIn = join(packages, 'model', 'schemas')
const kinds = Object.keys(documentSchemas) as DocumentKind[]

type JsonObject = Readonly<Record<string, unknown>>
type Path = readonly (string | number)[]

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false })
const validators = new Map<DocumentKind, ValidateFunction>(kinds.map((kind) => [kind, ajv.compile(jsonSchemaOf(kind))]))
const byAjv = (kind: DocumentKind, value: unknown): boolean => validators.get(kind)?.(value) === true
const byZod = (kind: DocumentKind, value: unknown): boolean => documentSchemas[kind].safeParse(value).success

const kindOf = (file: string): DocumentKind | undefined => {
  if (file.endsWith('/rule.json')) return 'rule'
  if (file.endsWith('/circumstance.json')) return 'circumstance'
  if (/\/circumstances\/[^/]+\/cases\.json$/.test(file)) return 'circumstance-cases'
  if (file.endsWith('/cases.json')) return 'cases'
  const folder = /\/(facts|conditions|organs|laws|procedures|plans|principles|benchmarks)\/[^/]+$/.exec(file)?.[1]
  if (folder === 'laws') return 'instrument'
  if (folder === 'plans') return 'plan'
  if (folder === 'principles') return 'principle'
  if (folder === 'benchmarks') return 'benchmark'
  return folder as DocumentKind | undefined
}

/** Every JSON document of the shipped packs; the clause list is data of a test, not a document. */
const documents = readdirSync(packages)
  .filter((name) => name.startsWith('pack-'))
  .flatMap((name) =>
    ['facts', 'conditions', 'organs', 'laws', 'procedures', 'plans', 'rules', 'principles', 'circumstances', 'benchmarks'].flatMap((folder) => {
      const root = join(packages, name, folder)
      return existsSync(root)
        ? readdirSync(root, { recursive: true, encoding: 'utf8' })
            .filter((entry) => entry.endsWith('.json'))
            .map((entry) => join(root, entry))
        : []
    }),
  )
  .filter((file) => !/\/clauses(?:-[\w-]+)?\.json$/.test(file))
  .map((file) => ({ file: file.slice(packages.length), kind: kindOf(file), value: JSON.parse(readFileSync(file, 'utf8')) as unknown }))

describe('the schemas that are checked in', () => {
  test('are those of every kind of document, and nothing else', () => {
    expect(readdirSync(checkedIn).sort()).toEqual(kinds.map((kind) => `${kind}.schema.json`).sort())
  })

  test.each(kinds)('%s is what `npm run generate` writes', (kind) => {
    expect(readFileSync(join(checkedIn, `${kind}.schema.json`), 'utf8')).toBe(`${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`)
  })

  test('are shipped with the package', () => {
    const manifest = JSON.parse(readFileSync(join(packages, 'model', 'package.json'), 'utf8')) as { files: string[]; exports: Record<string, unknown> }
    expect(manifest.files).toContain('schemas')
    expect(manifest.exports['./schemas/*']).toBe('./schemas/*')
  })
})

describe('for an editor', () => {
  const resolved = (schema: JsonObject, root: JsonObject): JsonObject => {
    const ref = schema['$ref']
    return typeof ref === 'string' ? (((root['$defs'] as JsonObject)[ref.replace('#/$defs/', '')] as JsonObject | undefined) ?? {}) : schema
  }

  /** Every property of every object in a schema, with where it stands. */
  function* properties(node: unknown, at: string): Generator<readonly [string, JsonObject]> {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const [name, property] of Object.entries(value as JsonObject)) yield [`${at}.${name}`, property as JsonObject]
      yield* properties(value, `${at}/${key}`)
    }
  }

  test.each(kinds)('%s: has an address and a Chinese title, as does each of its properties', (kind) => {
    const schema = jsonSchemaOf(kind)
    expect(schema['$id']).toBe(`https://hegui.dev/schemas/${kind}.schema.json`)
    expect(schemaId(kind)).toBe(schema['$id'])
    expect(schema['title']).toMatch(/\p{Script=Han}/u)
    const all = [...properties(schema, '')]
    expect(all.length).toBeGreaterThan(3)
    const titled = (property: JsonObject): boolean => /\p{Script=Han}/u.test(String(property['title'] ?? resolved(property, schema)['title'] ?? ''))
    expect(all.filter(([, property]) => !titled(property)).map(([at]) => at)).toEqual([])
  })
})

describe('agrees with zod', () => {
  test('on which documents there are', () => {
    expect(documents.length).toBeGreaterThan(100)
    expect(documents.filter(({ kind }) => kind === undefined)).toEqual([])
    const found = new Set(documents.map(({ kind }) => kind))
    for (const kind of ['principle', 'circumstance', 'circumstance-cases', 'instrument', 'procedures'] as const) expect(found).toContain(kind)
  })

  test('on every document of the shipped packs: it is right', () => {
    expect(documents.filter(({ kind, value }) => kind === undefined || !byZod(kind, value)).map(({ file }) => file)).toEqual([])
    expect(documents.filter(({ kind, value }) => kind === undefined || !byAjv(kind, value)).map(({ file }) => file)).toEqual([])
  })

  test('on the example record and pack: they are right', () => {
    expect([byZod('record', record), byAjv('record', record), byZod('pack', pack), byAjv('pack', pack)]).toEqual([true, true, true, true])
  })

  const rule = pack.rules[0]
  const [order, benchmark] = (['HG4019', 'HG4017'] as const).map((code) => (problemExamples[code] as unknown as { good: readonly unknown[] }).good[0])
  const circumstance = documents.find(({ kind }) => kind === 'circumstance')?.value
  const mutations: readonly (readonly [string, DocumentKind, unknown, Path, unknown])[] = [
    ['a missing field', 'record', record, ['inspectedOn'], undefined],
    ['an unknown field', 'record', record, ['inspecteur'], 'x'],
    ['an unknown field of a conduct', 'record', record, ['conducts', 0, 'fcts'], {}],
    ['no conducts', 'record', record, ['conducts'], []],
    ['an ill-formed date', 'record', record, ['inspectedOn'], '2023/1/10'],
    ['an ill-formed fact id', 'record', record, ['facts'], { licence: true }],
    ['a nested fact', 'record', record, ['facts'], { 'licence.status': {} }],
    ['a negative weight', 'record', record, ['conducts', 0, 'goods'], [{ kind: null, weightKg: -1 }]],
    ['an unknown unit', 'record', record, ['conducts', 0, 'goods'], [{ kind: null, unit: 'box' }]],
    ['an unknown weight', 'rule', rule, ['weight'], 'heavy'],
    ['revision zero', 'rule', rule, ['revision'], 0],
    ['an empty any', 'rule', rule, ['violatedWhen'], { any: [] }],
    ['any beside all', 'rule', rule, ['violatedWhen'], { any: [rule?.violatedWhen], all: [rule?.violatedWhen] }],
    ['an unknown operator', 'rule', rule, ['violatedWhen', 'operator'], 'equals'],
    ['a path in a leaf', 'rule', rule, ['violatedWhen', 'path'], '$.x'],
    ['a fault deep in a condition', 'rule', rule, ['violatedWhen'], { all: [{ not: { any: [{ fact: 'a.b' }] } }] }],
    ['an unknown measure', 'instrument', pack.instruments[0], ['norms', 0, 'editions', 0, 'consequence', 'measure', 'kind'], 'fien'],
    ['a fine of at most nothing', 'instrument', pack.instruments[0], ['norms', 0, 'editions', 0, 'consequence', 'measure', 'amountYuan', 'max'], 0],
    ['a single choice', 'instrument', pack.instruments[0], ['norms', 0, 'editions', 0, 'consequence'], { oneOf: [{ all: [] }] }],
    ['a plan that calls itself a law', 'plan', pack.plans[0], ['legalForce'], 'law'],
    ['an unknown clause kind', 'plan', pack.plans[0], ['clauses', 0, 'kinds'], ['X']],
    ['a fact without title', 'facts', { facts: pack.facts }, ['facts', 0, 'title'], undefined],
    ['an unknown fact type', 'facts', { facts: pack.facts }, ['facts', 0, 'type'], 'money'],
    ['a case without name', 'cases', pack.cases?.[0], ['cases', 0, 'name'], ''],
    ['a time limit of no days', 'procedures', { timeLimits: pack.timeLimits }, ['timeLimits', 0, 'editions', 0, 'amount'], 0],
    ['an order of one kind', 'principle', order, ['lightToHeavy'], ['fine']],
    ['an order without its assumption', 'principle', order, ['assumption'], undefined],
    ['a principle of no kind', 'principle', order, ['kind'], 'heavier-law'],
    ['a benchmark without bands', 'benchmark', benchmark, ['bands'], []],
    ['a band of at most nothing', 'benchmark', benchmark, ['bands', 0, 'amountYuan', 'max'], 0],
    ['a band that begins with a word', 'benchmark', benchmark, ['bands', 1, 'from'], '三十'],
    ['an unknown effect', 'circumstance', circumstance, ['editions', 0, 'effect'], 'forgive'],
    ['an unknown burden', 'circumstance', circumstance, ['burden'], 'nobody'],
    ['an organ without powers', 'organs', { organs: pack.organs }, ['organs', 0, 'may'], undefined],
  ]

  test.each(mutations)('on %s in a %s: it is wrong', (_, kind, whole, at, part) => {
    const value: unknown = JSON.parse(JSON.stringify(replaced(whole, at, part)))
    expect([byZod(kind, whole), byZod(kind, value), byAjv(kind, value)]).toEqual([true, false, false])
  })

  /** What a pattern or a keyword of JSON Schema cannot say. `hegui check` finds it; an editor does not. */
  const lost: readonly (readonly [string, DocumentKind, unknown, Path, unknown])[] = [
    ['an impossible date', 'record', record, ['inspectedOn'], '2023-02-30'],
    ['an impossible moment', 'record', record, ['learned'], [{ fact: 'a.b', conduct: 'sale', source: 'x', at: '2023-01-10T25:00:00Z' }]],
    ['a reversed period', 'record', record, ['conducts', 0, 'date'], { from: '2023-01-09', to: '2023-01-02' }],
    ['a clause beside an article', 'rule', rule, ['basis', 0, 'clause'], '1'],
    ['neither clause nor article', 'rule', rule, ['basis', 0], { instrument: 'x', role: 'penalty' }],
  ]

  test.each(lost)('except on %s, which only zod can refuse', (_, kind, whole, at, part) => {
    const value = replaced(whole, at, part)
    expect([byZod(kind, value), byAjv(kind, value)]).toEqual([false, true])
  })
})
