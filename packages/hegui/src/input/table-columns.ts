/** What the columns of a table mean: fields of the record, fields of its conduct, or facts by their ids. */
import { type FactDefinition, type Problem, problem, suggestion } from '@hegui/model'

/** Rows of one record agree in these. */
const recordFields = ['id', 'title', 'inspectedOn', 'decidedOn', 'region', 'inspectedBy', 'plans'] as const
const conductFields = ['conductId', 'conductTitle', 'conductDate', 'conductEndedOn', 'party', 'site'] as const
type Field = (typeof recordFields)[number] | (typeof conductFields)[number]

export type Column =
  | { readonly kind: 'record' | 'conduct'; readonly name: Field }
  | { readonly kind: 'record-fact' | 'conduct-fact'; readonly name: string; readonly type: FactDefinition['type'] }

export type Facts = ReadonlyMap<string, FactDefinition>

/** A cell as DuckDB gives it: of a CSV file always text. */
export type Cell = unknown

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T => (names as readonly string[]).includes(name)

/** The columns, or every one that is not known. */
export function columnsOf(
  names: readonly string[],
  facts: Facts,
): { readonly ok: true; readonly columns: readonly Column[] } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const columns: Column[] = []
  const problems: Problem[] = []
  const allowed = [...recordFields, ...conductFields]
  for (const name of names) {
    const fact = facts.get(name)
    if (isOneOf(recordFields, name)) columns.push({ kind: 'record', name })
    else if (isOneOf(conductFields, name)) columns.push({ kind: 'conduct', name })
    else if (fact !== undefined) columns.push({ kind: fact.scope === 'record' ? 'record-fact' : 'conduct-fact', name, type: fact.type })
    else
      problems.push(
        problem('HG6037', [], { column: name, allowed: allowed.join('、'), allowedEn: allowed.join(', '), ...suggestion(name, [...allowed, ...facts.keys()]) }),
      )
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, columns }
}

/**
 * A cell as the record would have it. Undefined: empty, so unknown. What does not fit the type is left as it is
 * written, for the check of the record to refuse in its place.
 */
export function cellValue(column: Column, cell: Cell): unknown {
  if (cell === null || cell === undefined || cell === '') return undefined
  const type = 'type' in column ? column.type : column.name === 'plans' ? 'set' : 'text'
  switch (type) {
    case 'boolean':
      return cell === 'true' || cell === '是' ? true : cell === 'false' || cell === '否' ? false : cell
    case 'number':
      return typeof cell === 'string' && /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell.trim()) ? Number(cell) : cell
    case 'set':
      return typeof cell === 'string' ? cell.split('|').map((each) => each.trim()) : cell
    case 'date':
    case 'enum':
    case 'region':
    case 'text':
      return typeof cell === 'number' ? String(cell) : cell
    default:
      return type satisfies never
  }
}
