/** Records to rows: the facts of each conduct as the engine gathers them, by the names of the columns. */
import { conductFactsOf, type Ruleset } from '@hegui/engine'
import { type FactValue, type Problem, problem, shown } from '@hegui/model'
import { factColumns } from './emitter.js'
import { isUnstorable } from './parameters.js'

export type Row = Readonly<Record<string, FactValue | null>>
export type RowsResult = { readonly ok: true; readonly rows: readonly Row[] } | { readonly ok: false; readonly problems: readonly Problem[] }

export interface RowsOptions {
  /** As of `assess`. */
  readonly decidedOn?: string
  /** The number of the first row; default 1. */
  readonly firstRow?: number
}

/** A row for each conduct, in order. What is unknown is not in the row. A record that cannot be assessed gives its problems. */
export function rowsOf(record: unknown, ruleset: Ruleset, { firstRow = 1, ...options }: RowsOptions = {}): RowsResult {
  const gathered = conductFactsOf(record, ruleset, options)
  if (!gathered.ok) return gathered
  const names = namesOf(ruleset)
  const { id } = gathered.record
  const rows = gathered.conducts.map(({ conduct, span, facts }, index): Row => {
    const columns = [...facts].flatMap(([fact, value]) => {
      const name = names.get(fact)
      return name === undefined ? [] : [[name, value] as const]
    })
    const day = { day_from: span.known ? span.from : null, day_to: span.to }
    return { row_no: firstRow + index, record_id: id, conduct_id: conduct, ...day, ...Object.fromEntries(columns) }
  })
  const problems = rows.flatMap((row) => Object.entries(row).flatMap(([column, value]) => unstorable(column, value)))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows }
}

const known = new WeakMap<Ruleset, ReadonlyMap<string, string>>()
function namesOf(ruleset: Ruleset): ReadonlyMap<string, string> {
  const names = known.get(ruleset) ?? factColumns(ruleset)
  known.set(ruleset, names)
  return names
}

function unstorable(column: string, value: FactValue | null): readonly Problem[] {
  const bad = (Array.isArray(value) ? value : [value]).find((each) => typeof each === 'string' && isUnstorable(each))
  if (bad === undefined) return []
  const what = { what: `“${column}” `, whatEn: `“${column}”` }
  return [
    problem('HG6022', [], {
      rule: '',
      ...what,
      detail: `“${shown(bad)}” 含有数据库存不下的字符`,
      detailEn: `“${shown(bad)}” has a character that databases cannot hold`,
    }),
  ]
}
