/** Generated conditions and facts: what SQL says of each row, in every database, against the walk over the trees. */
import { directRuntime, type Facts, type Ruleset } from '@hegui/engine'
import type { FactValue } from '@hegui/model'
import { conditionSql, createEmitter, type Row, type TableColumn, tableColumns } from '@hegui/sql'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pack, rule, ruleset } from '../../engine/test/support/builders.js'
import { crowdedWorld, fuzz } from '../../engine/test/support/generators.js'
import { allRows, openers, type TestDatabase } from './support/databases.js'

const parameters = fuzz(25)
console.info(`sql conditions: ${parameters.numRuns} worlds, HEGUI_FUZZ_SEED=${parameters.seed}`)

const truthOf = (value: unknown): string => (value === null ? 'unknown' : value === true ? 'holds' : value === false ? 'fails' : `?${String(value)}`)

const rowOf = (facts: Facts, columns: readonly TableColumn[], at: number): Row => ({
  row_no: at,
  record_id: 'r',
  conduct_id: `c${at}`,
  day_from: '2023-01-10',
  day_to: '2023-01-10',
  ...Object.fromEntries(columns.flatMap(({ name, fact }) => (fact === undefined || !facts.has(fact) ? [] : [[name, facts.get(fact) as FactValue]]))),
})

/** One query for all conditions, each a column. */
async function decided(rules: Ruleset, conditions: readonly Parameters<Ruleset['form']>[0][], database: TestDatabase): Promise<readonly (readonly string[])[]> {
  const emitter = createEmitter(rules, database.dialect)
  const columns = conditions.map((condition, at) => `${conditionSql(rules.form(condition), emitter)} AS c${at}`)
  const rows = await allRows<Record<string, unknown>>(database.query(`SELECT ${columns.join(', ')} FROM "world" ORDER BY row_no`, emitter.parameters.values))
  return rows.map((row) => conditions.map((_, at) => truthOf(row[`c${at}`])))
}

describe.each(Object.entries(openers))('in %s', (_, open) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await open()
  }, 60_000)
  afterAll(() => database.close())

  test('every condition says of every row what the engine says, unknown included', async () => {
    await fc.assert(
      fc.asyncProperty(crowdedWorld, async ({ facts, named, conditions, values }) => {
        const rules = ruleset(
          pack({ facts: [...pack().facts, ...facts], conditions: named, rules: conditions.map((violatedWhen, at) => rule(`r${at}`, { violatedWhen })) }),
        )
        const columns = tableColumns(rules)
        const known = values.flatMap(({ partial, complete }) => [partial, complete])
        await database.fill(
          'world',
          columns,
          known.map((each, at) => rowOf(each, columns, at + 1)),
        )
        const expected = known.map((each) => directRuntime.decide(conditions.map(rules.question), each))
        expect(await decided(rules, conditions, database)).toEqual(expected)
      }),
      parameters,
    )
  }, 600_000)
})
