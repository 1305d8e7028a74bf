/** Names, values and tables that mean no good: in every database. */
import { directRuntime, type Facts } from '@hegui/engine'
import type { Condition, FactValue } from '@hegui/model'
import { columnNames, conditionSql, createEmitter, findingsQuery, quoted, type Row, type RunOptions, rowsOf, runFindings, tableColumns } from '@hegui/sql'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fact, pack, record, rule, ruleset, yes } from '../../engine/test/support/builders.js'
import { allRows, openers, type TestDatabase } from './support/databases.js'

const longName = `a.${'x'.repeat(78)}`
const facts = [
  ...pack().facts,
  fact('t.name', { type: 'text' }),
  fact('t.n', { type: 'number', unit: 'kg' }),
  fact('t.place', { type: 'region' }),
  fact('t.kinds', { type: 'set', values: ['red', 'blue'].map((value) => ({ value, title: value })) }),
  fact('t.twin'),
  fact('t.tWin'),
  fact(longName),
  fact(`${longName.slice(0, -1)}y`),
]
const rulesOf = (violatedWhen: Condition, applies = yes('test.a')) => ruleset(pack({ facts, rules: [rule('only', { appliesWhen: applies, violatedWhen })] }))
const day = { day_from: '2023-01-10', day_to: '2023-01-10' }

describe('names of columns', () => {
  test('a quotation mark is doubled, a NUL refused', () => {
    expect(quoted('a"; DROP TABLE x; --')).toBe('"a""; DROP TABLE x; --"')
    expect(() => quoted('a\u0000b')).toThrow(TypeError)
  })

  test('no two facts share a column in a database that cuts at 63 bytes or does not tell capitals', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(fc.stringMatching(/^[abAB]{1,4}$/), fc.stringMatching(/^x{60,66}[yz]$/), fc.string({ maxLength: 40 }))), (ids) => {
        const seen = [...columnNames(ids).values()].map((name) => new TextDecoder().decode(new TextEncoder().encode(name).slice(0, 63)).toLowerCase())
        expect(new Set(seen).size).toBe(ids.length)
      }),
    )
  })
})

test('a condition with a character that databases cannot hold leaves out its rule, not the others', () => {
  const rules = ruleset(pack({ facts, rules: [rule('bad', { violatedWhen: { fact: 't.name', operator: 'equal', value: 'a\u0000' } }), rule('good')] }))
  const { problems, rules: count, params } = findingsQuery(rules, { dialect: 'postgres', table: 't' })
  expect(problems.map(({ code, params: { rule: left } }) => [code, left])).toEqual([['HG6022', 'test/bad']])
  expect([count, params.includes('test/good'), params.includes('test/bad')]).toEqual([1, true, false])
})

test('a record with such a character, or half a pair of surrogates, has no rows', () => {
  for (const name of ['a\u0000', '\ud800']) {
    const made = rowsOf(record({ facts: { 't.name': name } }), rulesOf(yes('test.v')))
    expect(made.ok ? [] : made.problems.map((found) => found.code)).toEqual(['HG6022'])
  }
})

describe.each(Object.entries(openers))('in %s', (_, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  async function truths(condition: Condition, values: readonly Readonly<Record<string, FactValue>>[]): Promise<readonly unknown[]> {
    const rules = rulesOf(condition)
    const columns = tableColumns(rules)
    await database.fill(
      'hostile',
      columns,
      values.map((given, at): Row => ({ row_no: at + 1, record_id: 'r', conduct_id: `c${at}`, ...day, ...columnsOf(given, columns) })),
    )
    const emitter = createEmitter(rules, database.dialect)
    const sql = `SELECT ${conditionSql(rules.form(condition), emitter)} AS truth FROM hostile ORDER BY row_no`
    return (await allRows<{ truth: boolean | null }>(database.query(sql, emitter.parameters.values))).map(({ truth }) => truth)
  }
  const columnsOf = (given: Readonly<Record<string, FactValue>>, columns: ReturnType<typeof tableColumns>): Row =>
    Object.fromEntries(columns.flatMap(({ name, fact: id }) => (id !== undefined && given[id] !== undefined ? [[name, given[id]]] : [])))
  const asEngine = (condition: Condition, values: readonly Readonly<Record<string, FactValue>>[]): readonly unknown[] =>
    values.map((given) => {
      const known: Facts = new Map(Object.entries(given))
      const [truth] = directRuntime.decide([rulesOf(condition).question(condition)], known)
      return truth === 'unknown' ? null : truth === 'holds'
    })

  test('any text is compared code unit by code unit, and never read as SQL', async () => {
    const texts = ["'; DROP TABLE hostile; --", '"', '$1', '\\', '%', '', ' ', 'a', 'A', 'é', 'e\u0301', 'ﬀ', 'ff', 'ß', 'SS', '😀', '\ufffd', 'a ', '\u200b']
    for (const value of texts) {
      const condition: Condition = { fact: 't.name', operator: 'equal', value }
      const values = texts.map((name) => ({ 't.name': name }))
      expect(await truths(condition, values), JSON.stringify(value)).toEqual(asEngine(condition, values))
    }
  })

  test('numbers keep every digit', async () => {
    const numbers = [0.1 + 0.2, 0.3, 1e-7, 9_007_199_254_740_991, 9_007_199_254_740_990, -0, 0, 5e-324, 123456.789]
    for (const value of numbers) {
      const condition: Condition = { any: [{ fact: 't.n', operator: 'equal', value }, { all: [{ fact: 't.n', operator: 'lessThan', value }, yes('test.v')] }] }
      const values = numbers.map((n) => ({ 't.n': n }))
      expect(await truths(condition, values), String(value)).toEqual(asEngine(condition, values))
    }
  })

  test('a place too coarse to tell is unknown, whatever its length', async () => {
    const places = ['000000', '500000', '500200', '500241', '500241107', '500241107201', '500100', '110000', '500241106', '410103205201']
    for (const value of [['500241107201'], ['500241'], ['500200', '410103'], ['000000'], ['500241107', '110000']])
      for (const operator of ['within', 'notWithin'] as const) {
        const condition: Condition = { fact: 't.place', operator, value }
        const values = [...places.map((place) => ({ 't.place': place })), {}]
        expect(await truths(condition, values), value.join()).toEqual(asEngine(condition, values))
      }
  })

  test('an empty list holds nothing; a list with a NULL leaves open what was not found in it', async () => {
    const contains: Condition = { fact: 't.kinds', operator: 'contains', value: 'red' }
    expect(await truths(contains, [{ 't.kinds': [] }, { 't.kinds': ['blue'] }, { 't.kinds': ['blue', 'red'] }, {}])).toEqual([false, false, true, null])
    expect(await truths(contains, [{ 't.kinds': ['blue', null] as never }, { 't.kinds': [null, 'red'] as never }])).toEqual([null, true])
  })

  test('NaN in a table is unknown', async () => {
    const condition: Condition = { fact: 't.n', operator: 'greaterThan', value: 1 }
    await truths(condition, [{ 't.n': 2 }])
    await database.run(`UPDATE hostile SET "t.n" = CAST('NaN' AS DOUBLE PRECISION)`)
    const emitter = createEmitter(rulesOf(condition), database.dialect)
    const [row] = await allRows<{ truth: unknown }>(
      database.query(`SELECT ${conditionSql(rulesOf(condition).form(condition), emitter)} AS truth FROM hostile`, emitter.parameters.values),
    )
    expect(row?.truth).toBe(null)
  })

  test('facts whose names a database would take for one another have columns of their own', async () => {
    const other = `${longName.slice(0, -1)}y`
    const condition: Condition = { all: [yes('t.twin'), { not: yes('t.tWin') }, yes(longName), { not: yes(other) }] }
    const values = [
      { 't.twin': true, 't.tWin': false, [longName]: true, [other]: false },
      { 't.twin': true, 't.tWin': true, [longName]: true, [other]: false },
    ]
    expect(await truths(condition, values)).toEqual([true, false])
  })

  async function ran(table: string, options: Partial<RunOptions> = {}) {
    const found = (await allRows<never>(
      (async function* () {
        for await (const each of runFindings(rulesOf({ fact: 't.n', operator: 'greaterThan', value: 1 }), database, { table, ...options }))
          yield 'code' in each ? [each] : each
      })(),
    )) as readonly Record<string, unknown>[]
    return found.map((each) => each['code'] ?? each['verdict'])
  }

  test('a column that is missing is unknown, and said once', async () => {
    await database.run(`DROP TABLE IF EXISTS lacking`)
    await database.run(`CREATE TABLE lacking (record_id TEXT, conduct_id TEXT, day_from DATE, day_to DATE, "test.a" BOOLEAN)`)
    await database.run(`INSERT INTO lacking VALUES ('r', 'c1', '2023-01-10', '2023-01-10', TRUE), ('r', 'c2', '2023-01-10', '2023-01-10', FALSE)`)
    expect(await ran('lacking')).toEqual(['HG6024', 'undetermined'])
    expect(await ran('lacking', { notApplicable: true })).toEqual(['HG6024', 'undetermined', 'not-applicable'])
  })

  test('a column of another type, a missing day, an empty day and a missing table are errors, and nothing is found', async () => {
    for (const [name, columns] of [
      ['wrong', 'record_id TEXT, conduct_id TEXT, day_from DATE, day_to DATE, "test.a" BOOLEAN, "t.n" TEXT'],
      ['dayless', 'record_id TEXT, conduct_id TEXT, "test.a" BOOLEAN, "t.n" DOUBLE PRECISION'],
    ] as const) {
      await database.run(`DROP TABLE IF EXISTS ${name}`)
      await database.run(`CREATE TABLE ${name} (${columns})`)
      expect(await ran(name)).toEqual(['HG6023'])
    }
    await database.run(`DROP TABLE IF EXISTS emptied`)
    await database.run(`CREATE TABLE emptied (record_id TEXT, conduct_id TEXT, day_from DATE, day_to DATE, "test.a" BOOLEAN, "t.n" DOUBLE PRECISION)`)
    await database.run(`INSERT INTO emptied VALUES ('r', 'c1', '2023-01-10', NULL, TRUE, 2)`)
    expect(await ran('emptied')).toEqual(['HG6023'])
    expect(await ran('nosuch')).toEqual(['HG6023'])
    expect(await ran('no"such')).toEqual(['HG6023'])
  })
})
