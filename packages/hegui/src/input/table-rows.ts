/** Rows of a table put together to records: a row is a conduct, rows of one id that stand together are one record. */
import { type Problem, problem, shown } from '@hegui/model'
import type { Item } from './batch.js'
import { type Cell, type Column, cellValue } from './table-columns.js'

/** A record takes a thousand conducts; more rows than that are cut, and refused by its check. */
const maxRows = 1_001

type Values = ReadonlyMap<Column, unknown>

export interface RowGroup {
  readonly id: unknown
  readonly firstRow: number
  readonly rows: readonly Values[]
}

export const valuesOf = (columns: readonly Column[], cells: readonly Cell[]): Values =>
  new Map(
    columns.flatMap((column, index) => {
      const value = cellValue(column, cells[index])
      return value === undefined ? [] : [[column, value] as const]
    }),
  )

export const idOf = (values: Values): unknown => [...values].find(([column]) => column.kind === 'record' && column.name === 'id')?.[1]

/** A row without an id belongs to none before it. */
export const belongsTo = (group: RowGroup, id: unknown): boolean => id !== undefined && id === group.id && group.rows.length < maxRows

/** The record as a text whose lines are the rows: what is wrong with a part is then found in its row. */
export function itemOf({ firstRow, rows }: RowGroup, columns: readonly Column[]): Item {
  const [first = new Map<Column, unknown>()] = rows
  const shared = columns.filter(({ kind }) => kind === 'record' || kind === 'record-fact')
  const problems = rows.flatMap((row, index) => shared.flatMap((column) => disagreement(column, first.get(column), row.get(column), firstRow + index)))
  const recordFacts = Object.fromEntries(
    shared.flatMap((column) => (column.kind === 'record-fact' && first.has(column) ? [[column.name, first.get(column)]] : [])),
  )
  const record = {
    ...Object.fromEntries(shared.flatMap((column) => (column.kind === 'record' && first.has(column) ? [[column.name, first.get(column)]] : []))),
    ...(Object.keys(recordFacts).length === 0 ? {} : { facts: recordFacts }),
    ...placesOf(rows, 'party', 'parties'),
    ...placesOf(rows, 'site', 'sites'),
  }
  const head = JSON.stringify(record)
  const text = `${head.slice(0, -1)}${head === '{}' ? '' : ','}"conducts":[${rows.map((row, index) => JSON.stringify(conductOf(row, index))).join(',\n')}]}`
  return { line: firstRow, text, ...(problems.length === 0 ? {} : { problems }) }
}

function disagreement(column: Column, expected: unknown, found: unknown, row: number): readonly Problem[] {
  if (JSON.stringify(expected) === JSON.stringify(found)) return []
  const start = { line: row, column: 1, offset: 0 }
  return [
    {
      ...problem('HG6038', [], { row: String(row), column: column.name, found: shown(found ?? ''), expected: shown(expected ?? '') }),
      range: { start, end: start },
    },
  ]
}

const named = (row: Values, name: string): unknown => [...row].find(([column]) => column.kind === 'conduct' && column.name === name)?.[1]

/** Parties and sites are listed by what the rows call them; what is known of them stands with the conduct. */
function placesOf(rows: readonly Values[], name: 'party' | 'site', list: string): Readonly<Record<string, unknown>> {
  const ids = [...new Set(rows.map((row) => named(row, name)).filter((id) => id !== undefined))]
  return ids.length === 0 ? {} : { [list]: ids.map((id) => ({ id })) }
}

function conductOf(row: Values, index: number): unknown {
  const field = (from: string, to: string): Readonly<Record<string, unknown>> => {
    const value = named(row, from)
    return value === undefined ? {} : { [to]: value }
  }
  const [date, endedOn] = [named(row, 'conductDate'), named(row, 'conductEndedOn')]
  const facts = Object.fromEntries([...row].flatMap(([column, value]) => (column.kind === 'conduct-fact' ? [[column.name, value]] : [])))
  return {
    id: named(row, 'conductId') ?? `c${index + 1}`,
    ...field('conductTitle', 'title'),
    ...(endedOn === undefined ? field('conductDate', 'date') : { date: { ...(date === undefined ? {} : { from: date }), to: endedOn } }),
    ...field('party', 'party'),
    ...field('site', 'site'),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  }
}
