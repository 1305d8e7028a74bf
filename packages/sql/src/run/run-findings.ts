/** The query over a table that is there: checked first, its findings in the order of the rows. */
import type { Ruleset } from '@hegui/engine'
import type { Problem, Verdict } from '@hegui/model'
import { findingsQuery, type SelectedRules } from '../findings-query.js'
import { quoted, quotedPath } from '../identifier.js'
import { neededColumns } from '../service-columns.js'
import { checkTable, databaseProblem, tableProblem } from './check-table.js'
import type { Database } from './database.js'

/** As in an assessment; `applies` null: unknown. */
export interface FindingRow {
  readonly record: string
  readonly conduct: string
  readonly rule: string
  readonly revision: number
  readonly verdict: Verdict
  readonly applies: boolean | null
  /** Only where the verdict is open. */
  readonly canViolate?: boolean
}

export interface RunOptions extends SelectedRules {
  readonly table: string
  /** Rules that do not apply, too. Default: false. */
  readonly notApplicable?: boolean
}

/** Problems and findings as they come; an error among the problems of the table ends it. Does not throw what the database says. */
export async function* runFindings(
  ruleset: Ruleset,
  database: Database,
  { table, notApplicable = false, ...selected }: RunOptions,
): AsyncGenerator<Problem | readonly FindingRow[]> {
  try {
    const found = await database.columnsOf(table)
    if (found === undefined) return yield tableProblem(table, '没有这个表', 'there is no such table', ['核对表名。', 'Check its name.'])
    const { problems, columns } = checkTable(table, found, ruleset, selected)
    yield* problems
    if (problems.some((each) => each.severity === 'error')) return
    const empty = neededColumns.filter((name) => name !== 'day_from').map((name) => `${quoted(name)} IS NULL`)
    for await (const [row] of database.query(`SELECT count(*) AS n FROM ${quotedPath(table)} WHERE ${empty.join(' OR ')}`))
      if (Number(row?.['n']) > 0) return yield emptyCells(table, Number(row?.['n']))
    const query = findingsQuery(ruleset, { dialect: database.dialect, table, columns, notApplicable, ...selected })
    yield* query.problems
    if (query.rules === 0) return
    for await (const rows of database.query(query.sql, query.params)) yield rows.map(findingRow)
  } catch (error) {
    yield databaseProblem(table, error)
  }
}

const emptyCells = (table: string, count: number): Problem =>
  tableProblem(table, `${count} 行的 record_id、conduct_id 或 day_to 是空的`, `in ${count} rows record_id, conduct_id or day_to is empty`, [
    '填上；日期不明的，day_from 留空，day_to 写研判日期。',
    'Fill them in; where the day is not known, leave day_from empty and write the day of the decision into day_to.',
  ])

function findingRow(row: Readonly<Record<string, unknown>>): FindingRow {
  const verdict = row['verdict'] as Verdict
  return {
    record: String(row['record']),
    conduct: String(row['conduct']),
    rule: String(row['rule']),
    revision: Number(row['revision']),
    verdict,
    applies: row['applies'] as boolean | null,
    ...(verdict === 'undetermined' ? { canViolate: row['can_violate'] === true } : {}),
  }
}
