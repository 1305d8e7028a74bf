/** The table of conducts: a row for each conduct, a typed column for each fact that is not worked out from day and place. */
import { factsIn, type Ruleset } from '@hegui/engine'
import { formsOf } from './answer-sql.js'
import { columnTypes, type Dialect } from './dialect.js'
import { factColumns, isComputed } from './emitter.js'
import type { SelectedRules } from './findings-query.js'
import { quoted, quotedPath } from './identifier.js'
import { neededColumns, type ServiceColumn, serviceColumns } from './service-columns.js'

export interface TableColumn {
  readonly name: string
  /** Undefined: it says which conduct, and when. */
  readonly fact?: string
  readonly type: string
}

/** Those that the rules look at, directly or through what is worked out from them, in the order of the vocabulary. */
export function tableColumns(ruleset: Ruleset, { rules }: SelectedRules = {}): readonly TableColumn[] {
  const names = factColumns(ruleset)
  const asked = new Set(
    ruleset.rules.filter(([id]) => rules?.has(id) ?? true).flatMap(([, editions]) => editions.flatMap((rule) => formsOf(rule, ruleset).flatMap(factsIn))),
  )
  for (const id of [...asked]) {
    const { limit, deadline } = ruleset.vocabulary.facts.get(id) ?? {}
    if (deadline !== undefined) asked.add(deadline.from)
    if (limit?.some((edition) => edition.region !== undefined)) asked.add('record.region')
  }
  const facts = [...ruleset.vocabulary.facts.values()].filter((fact) => asked.has(fact.id) && !isComputed(fact))
  return [
    ...(Object.keys(serviceColumns) as ServiceColumn[]).map((name) => ({ name, type: serviceColumns[name] })),
    ...facts.map((fact) => ({ name: names.get(fact.id) as string, fact: fact.id, type: columnTypes[fact.type] })),
  ]
}

/** `CREATE TABLE` for the rows that `rowsOf` makes. */
export function createTable(ruleset: Ruleset, { table, ...selected }: SelectedRules & { readonly dialect: Dialect; readonly table: string }): string {
  const needed: ReadonlySet<string> = new Set(neededColumns.filter((name) => name !== 'day_from'))
  const lines = tableColumns(ruleset, selected).map(({ name, type }) => `  ${quoted(name)} ${type}${needed.has(name) ? ' NOT NULL' : ''}`)
  return `CREATE TABLE ${quotedPath(table)} (\n${lines.join(',\n')}\n)`
}
