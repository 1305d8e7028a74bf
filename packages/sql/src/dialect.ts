/**
 * Dialects. What is emitted keeps to what both speak; they differ in how a client hands over a list, and in what an
 * order is where a table has none.
 */
import { choices, type FactType, type Problem, problem, shown, suggestion } from '@hegui/model'

export const dialects = ['duckdb', 'postgres'] as const
export type Dialect = (typeof dialects)[number]

/** One type a column, whatever the dialect. Places and choices are text, sets are lists of text. */
export const columnTypes: Readonly<Record<FactType, string>> = {
  boolean: 'BOOLEAN',
  enum: 'TEXT',
  set: 'TEXT[]',
  number: 'DOUBLE PRECISION',
  date: 'DATE',
  region: 'TEXT',
  text: 'TEXT',
}

/** Undefined: it is a dialect. */
export const dialectProblem = (dialect: string): Problem | undefined =>
  (dialects as readonly string[]).includes(dialect)
    ? undefined
    : problem('HG6020', [], { what: 'SQL 方言', whatEn: 'SQL dialect', id: shown(dialect), ...suggestion(dialect, dialects), ...choices(dialects) })
