/** One query for many rules: a row for each conduct and rule, with the names that findings have in the engine. */
import type { NormalForm, Ruleset } from '@hegui/engine'
import { type Problem, problem, type Rule, shown } from '@hegui/model'
import { ANSWER_BITS, answerSql, answers, formsOf } from './answer-sql.js'
import { conditionSql } from './condition-sql.js'
import type { Dialect } from './dialect.js'
import { createEmitter, type EmitterOptions } from './emitter.js'
import { quoted, quotedPath } from './identifier.js'
import { isUnstorable, type Sql } from './parameters.js'

export interface RuleSql {
  readonly rule: string
  readonly revision: number
  readonly appliesWhen: Sql
  readonly violatedWhen: Sql
}

export interface SelectedRules {
  /** Ids; default: all. */
  readonly rules?: ReadonlySet<string>
}

/** The two conditions of one edition of a rule, each with parameters of its own. */
export function ruleSql(rule: Rule, ruleset: Ruleset, { dialect, ...options }: EmitterOptions & { readonly dialect: Dialect }): RuleSql {
  const one = (form: NormalForm): Sql => {
    const emitter = createEmitter(ruleset, dialect, options)
    return { sql: conditionSql(form, emitter), params: emitter.parameters.values }
  }
  return { rule: rule.id, revision: rule.revision, appliesWhen: one(ruleset.form(rule.appliesWhen)), violatedWhen: one(ruleset.form(rule.violatedWhen)) }
}

export interface FindingsQueryOptions extends EmitterOptions, SelectedRules {
  readonly dialect: Dialect
  /** Name of the table, its parts divided by dots. */
  readonly table: string
  /** Rules that do not apply, too: a row for every conduct and every rule. Default: false. */
  readonly notApplicable?: boolean
}

export interface FindingsQuery extends Sql {
  /** Rules left out, because a condition cannot be put into SQL. */
  readonly problems: readonly Problem[]
  /** How many rules the query decides. */
  readonly rules: number
}

/** PostgreSQL counts parameters with two bytes. */
const MAX_PARAMETERS = 65_535

/** Ordered as the rows are, and by rule as findings are. A table without `row_no` is in the order of its ids, in DuckDB in its own. */
export function findingsQuery(ruleset: Ruleset, { dialect, table, notApplicable = false, rules, ...options }: FindingsQueryOptions): FindingsQuery {
  const emitter = createEmitter(ruleset, dialect, options)
  const { place, values } = emitter.parameters
  const asked = ruleset.rules.filter(([id]) => rules?.has(id) ?? true)
  const problems = asked.flatMap(([id, editions]) => inexpressible(id, editions, ruleset))
  const left = new Set(problems.map((found) => found.params['rule']))
  const decided = asked.filter(([id]) => !left.has(id))

  const editions: string[] = []
  const expressions = decided.map(([id]) => {
    const numbered = (ruleset.catalogue.rules.get(id) ?? []).map((rule) => {
      const at = editions.push(`(${editions.length}, ${place(rule.id, 'TEXT')}, ${place(rule.revision, 'INTEGER')})`) - 1
      return [rule, at] as const
    })
    return answerSql(numbered, ruleset, emitter)
  })
  if (values.length > MAX_PARAMETERS) return { sql: '', params: [], rules: 0, problems: [...problems, tooMany(values.length)] }
  if (decided.length === 0) return { sql: '', params: [], rules: 0, problems }
  const number = (options.columns?.has('row_no') ?? true) ? quoted('row_no') : rowNumber[dialect]
  const code = `answer & ${(1 << ANSWER_BITS) - 1}`
  const sql = `WITH decided AS (
  SELECT ${number} AS row_no, record_id, conduct_id, unnest(ARRAY[
    ${expressions.join(',\n    ')}
  ]) AS answer
  FROM ${quotedPath(table)}
), edition (edition_no, rule, revision) AS (
  VALUES ${editions.join(', ')}
)
SELECT row_no, record_id AS record, conduct_id AS conduct, rule, revision,
  CASE ${code} ${answers.map(({ verdict }, at) => `WHEN ${at} THEN '${verdict}'`).join(' ')} END AS verdict,
  CASE ${code} ${answers.flatMap(({ applies }, at) => (applies === null ? [] : [`WHEN ${at} THEN ${applies ? 'TRUE' : 'FALSE'}`])).join(' ')} END AS applies,
  CASE ${code} ${answers.map(({ canViolate }, at) => `WHEN ${at} THEN ${canViolate ? 'TRUE' : 'FALSE'}`).join(' ')} END AS can_violate
FROM decided JOIN edition ON edition_no = answer >> ${ANSWER_BITS}${notApplicable ? '' : `\nWHERE ${code} <> 0`}
ORDER BY row_no, edition_no`
  return { sql, params: values, problems, rules: decided.length }
}

const rowNumber: Readonly<Record<Dialect, string>> = {
  duckdb: 'row_number() OVER ()',
  postgres: 'row_number() OVER (ORDER BY record_id COLLATE "C", conduct_id COLLATE "C")',
}

const tooMany = (count: number): Problem =>
  problem('HG6022', [], {
    rule: '',
    what: '这些规则',
    whatEn: 'these rules',
    detail: `要 ${count} 个参数，最多 ${MAX_PARAMETERS} 个，分成几次`,
    detailEn: `they take ${count} parameters of at most ${MAX_PARAMETERS}; ask in several parts`,
  })

/** What a database cannot hold it cannot compare with either. */
function inexpressible(id: string, editions: readonly Rule[], ruleset: Ruleset): readonly Problem[] {
  const literals = (form: NormalForm): readonly unknown[] =>
    form.kind === 'leaf' ? (Array.isArray(form.leaf.value) ? form.leaf.value : [form.leaf.value]) : form.parts.flatMap(literals)
  const bad = editions.flatMap((rule) => formsOf(rule, ruleset).flatMap(literals)).find((value) => typeof value === 'string' && isUnstorable(value))
  if (bad === undefined) return []
  return [
    problem('HG6022', [], {
      rule: id,
      what: `规则 “${id}” `,
      whatEn: `the rule “${id}”`,
      detail: `条件里的 “${shown(bad)}” 含有数据库存不下的字符`,
      detailEn: `a condition names “${shown(bad)}”, with a character that databases cannot hold`,
    }),
  ]
}

export const columnsOfFindings = ['record', 'conduct', 'rule', 'revision', 'verdict', 'applies', 'can_violate'] as const
