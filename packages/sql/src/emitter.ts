/** What the parts of an emitter share: where a fact stands in the table, and the parameters so far. */
import type { Ruleset } from '@hegui/engine'
import type { FactDefinition, FactType } from '@hegui/model'
import { columnTypes, type Dialect } from './dialect.js'
import { columnNames, quoted } from './identifier.js'
import { limitSql } from './limit-sql.js'
import { createParameters, type Parameters } from './parameters.js'

export interface Emitter {
  readonly parameters: Parameters
  readonly definitionOf: (fact: string) => FactDefinition
  /** An expression for the value of the fact; NULL where it is unknown. */
  readonly expressionOf: (fact: string) => string
  /** Whether a list holds a value. A NULL in the list leaves open whether it holds what was not found in it. */
  readonly containsSql: (list: string, value: string) => string
}

export interface EmitterOptions {
  /** The columns that the table has. Default: all of `factColumns`. What it lacks is unknown. */
  readonly columns?: ReadonlySet<string>
}

export const isComputed = ({ limit, deadline }: FactDefinition): boolean => limit !== undefined || deadline !== undefined

/** Of every fact that is not computed from the day and the place, its column. The same for every selection of rules. */
export function factColumns({ vocabulary }: Pick<Ruleset, 'vocabulary'>): ReadonlyMap<string, string> {
  return columnNames([...vocabulary.facts.values()].filter((fact) => !isComputed(fact)).map((fact) => fact.id))
}

export function createEmitter(ruleset: Ruleset, dialect: Dialect, { columns }: EmitterOptions = {}): Emitter {
  const parameters = createParameters()
  const names = factColumns(ruleset)
  const definitionOf = (id: string): FactDefinition => {
    const definition = ruleset.vocabulary.facts.get(id)
    if (definition === undefined) throw new Error(`the fact ${id} was not defined when the packs were checked`)
    return definition
  }
  const column = (definition: FactDefinition): string => {
    const name = names.get(definition.id)
    if (name === undefined || !(columns?.has(name) ?? true)) return `CAST(NULL AS ${columnTypes[definition.type]})`
    return comparable(quoted(name), definition.type)
  }
  const expressionOf = (id: string): string => {
    const definition = definitionOf(id)
    if (definition.limit !== undefined) return limitSql(definition.limit, expressionOf('record.region'), parameters)
    if (definition.deadline !== undefined) {
      const { from, months } = definition.deadline
      return `CAST(${expressionOf(from)} + ${parameters.place(months, 'INTEGER')} * INTERVAL '1 month' AS DATE)`
    }
    return column(definition)
  }
  return { parameters, definitionOf, expressionOf, containsSql: containsIn[dialect] }
}

/**
 * Text compares by code unit whatever the collation of the column. NaN, which a table can hold and a record cannot, is no
 * number: unknown. (To both databases NaN equals itself.)
 */
function comparable(column: string, type: FactType): string {
  if (type === 'number') return `NULLIF(${column}, CAST('NaN' AS DOUBLE PRECISION))`
  return type === 'text' || type === 'enum' || type === 'region' ? `(${column} COLLATE "C")` : column
}

/** In DuckDB `= ANY` of a NULL list is false, so that what is unknown would be denied. */
const containsIn: Readonly<Record<Dialect, Emitter['containsSql']>> = {
  postgres: (list, value) => `(${value} = ANY (${list}))`,
  duckdb: (list, value) => `(list_contains(${list}, ${value}) OR CASE WHEN list_count(${list}) < len(${list}) THEN NULL ELSE FALSE END)`,
}
