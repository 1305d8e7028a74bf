/** A table before it is asked: what it lacks is unknown and said once; what is of another type cannot be compared with. */
import type { Ruleset } from '@hegui/engine'
import { type Problem, problem, shown } from '@hegui/model'
import type { SelectedRules } from '../findings-query.js'
import { neededColumns } from '../service-columns.js'
import { type TableColumn, tableColumns } from '../table.js'

const accepted: Readonly<Record<string, RegExp>> = {
  BOOLEAN: /^BOOLEAN$/,
  TEXT: /^(?:TEXT|VARCHAR|CHARACTER VARYING)(?:\(\d+\))?$/,
  'TEXT[]': /^(?:TEXT|VARCHAR|CHARACTER VARYING)(?:\(\d+\))?\[\]$/,
  'DOUBLE PRECISION': /^(?:DOUBLE|DOUBLE PRECISION|FLOAT|REAL|U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|(?:DECIMAL|NUMERIC)(?:\(\d+,\d+\))?)$/,
  DATE: /^DATE$/,
  BIGINT: /^(?:BIGINT|INTEGER)$/,
}

export interface CheckedTable {
  /** Errors: the table cannot be asked. */
  readonly problems: readonly Problem[]
  readonly columns: ReadonlySet<string>
}

/** `found`: names of columns and their types, as the database has them. */
export function checkTable(table: string, found: ReadonlyMap<string, string>, ruleset: Ruleset, selected: SelectedRules = {}): CheckedTable {
  const wanted = tableColumns(ruleset, selected)
  const lacking = wanted.filter(({ name }) => !found.has(name))
  const needed = neededColumns.filter((name) => !found.has(name))
  const unknown = lacking.filter(({ fact }) => fact !== undefined).map(({ name }) => name)
  const wrong = wanted.filter(({ name, type }) => found.has(name) && !(accepted[type] as RegExp).test((found.get(name) as string).toUpperCase()))
  return {
    columns: new Set(found.keys()),
    problems: [
      ...(needed.length > 0 ? [tableProblem(table, `没有 ${needed.join('、')} 列`, `it lacks the columns ${needed.join(', ')}`, addColumns)] : []),
      ...wrong.map((column) => wrongType(table, column, found.get(column.name) as string)),
      ...(unknown.length > 0
        ? [problem('HG6024', [], { table: shown(table), count: String(unknown.length), columns: unknown.join('、'), columnsEn: unknown.join(', ') })]
        : []),
    ],
  }
}

type Hint = readonly [hint: string, hintEn: string]
const addColumns: Hint = ['补上这些列；hegui sql --create-table 给出全部的列。', 'Add them; hegui sql --create-table gives all columns.']
const changeType: Hint = [
  '改列的类型；hegui sql --create-table 给出每一列的类型。',
  'Change the type of the column; hegui sql --create-table gives the type of each.',
]

const wrongType = (table: string, { name, type }: TableColumn, found: string): Problem =>
  tableProblem(table, `列 ${name} 的类型是 ${found}，要 ${type}`, `the column ${name} is of type ${found}, not ${type}`, changeType)

export const tableProblem = (table: string, detail: string, detailEn: string, [hint, hintEn]: Hint): Problem =>
  problem('HG6023', [], { table: shown(table), detail, detailEn, hint, hintEn })

/** What a database or its client says, on one line. */
export function databaseProblem(table: string, error: unknown): Problem {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return tableProblem(table, `数据库说 ${shown(first)}`, `the database says ${shown(first)}`, [
    '核对表名、文件和连接；PostgreSQL 用环境变量 PGHOST、PGUSER、PGPASSWORD、PGDATABASE。',
    'Check the name of the table, the file and the connection; PostgreSQL takes PGHOST, PGUSER, PGPASSWORD and PGDATABASE from the environment.',
  ])
}
