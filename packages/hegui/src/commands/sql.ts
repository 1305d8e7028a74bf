/** `hegui sql [PACK]`: rules as SQL; with `--run`, their findings over a table; with `--rows`, records as rows of that table. */
import { existsSync } from 'node:fs'
import type { Ruleset } from '@hegui/engine'
import { choices, type Language, type Problem, problem, shown, suggestion } from '@hegui/model'
import { createTable, type Dialect, dialectProblem, findingsQuery, tableColumns } from '@hegui/sql'
import { filesUnder } from '../input/documents.js'
import { loadRuleset } from '../input/load-packs.js'
import { loadFiles } from '../input/pack-files.js'
import { shippedPacks } from '../packs.js'
import type { SqlFormat } from './formats.js'
import type { ExitCode, Output } from './output.js'
import { problemSink } from './problem-sink.js'
import { writeRows } from './sql-rows.js'
import { runOnTable } from './sql-run.js'

export interface SqlArguments {
  /** The id of a shipped pack, or the folder of one; undefined: all rules. */
  readonly pack?: string
  readonly dialect: string
  readonly rules: readonly string[]
  readonly table: string
  readonly createTable: boolean
  /** Files of records to make rows of. */
  readonly rows: readonly string[]
  /** A table, or a file that DuckDB reads as one. */
  readonly run?: string
  /** A database file of DuckDB. */
  readonly database?: string
  readonly all: boolean
  readonly format?: SqlFormat
  readonly out?: string
  readonly packs: readonly string[]
  readonly language: Language
}

export async function sqlCommand(args: SqlArguments, output: Output): Promise<ExitCode> {
  const sink = problemSink({ json: args.format === 'json' || args.format === 'ndjson', language: args.language }, output)
  const chosen = rulesOf(args)
  const unknownDialect = dialectProblem(args.dialect)
  if (!chosen.ok || unknownDialect !== undefined) {
    sink.say([...(unknownDialect === undefined ? [] : [unknownDialect]), ...(chosen.ok ? [] : chosen.problems)])
    return sink.end()
  }
  const { ruleset, rules } = chosen
  const selected = rules === undefined ? {} : { rules }
  const dialect = args.dialect as Dialect
  const { table } = args
  if (args.rows.length > 0) await writeRows(args.rows, ruleset, selected, { output, sink })
  else if (args.run !== undefined) await runOnTable({ ...args, dialect, run: args.run }, ruleset, selected, { output, sink })
  else if (args.createTable) output.out(`${createTable(ruleset, { dialect, table, ...selected })};\n`)
  else {
    const { sql, params, problems, rules: count } = findingsQuery(ruleset, { dialect, table, notApplicable: args.all, ...selected })
    sink.say(problems)
    const columns = tableColumns(ruleset, selected).map(({ name, type }) => ({ name, type }))
    if (args.format === 'json') output.out(`${JSON.stringify({ dialect, table, rules: count, sql, params, columns })}\n`)
    else if (count > 0) output.out(`${sql};\n${params.map((value, at) => `-- $${at + 1} = ${JSON.stringify(value)}\n`).join('')}`)
  }
  return sink.end()
}

type Chosen =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly rules: ReadonlySet<string> | undefined }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The rules of the pack that were asked for; undefined: all there are. */
function rulesOf({ pack, packs, rules }: SqlArguments): Chosen {
  const shipped = shippedPacks.find((each) => each.id === pack)
  const folder = pack !== undefined && shipped === undefined && existsSync(pack) ? pack : undefined
  if (pack !== undefined && shipped === undefined && folder === undefined) {
    const ids = shippedPacks.filter((each) => each.rules.length > 0).map((each) => each.id)
    return { ok: false, problems: [problem('HG6020', [], { what: '规则包', whatEn: 'pack', id: shown(pack), ...suggestion(pack, ids), ...choices(ids) })] }
  }
  const loaded = loadRuleset(folder === undefined ? packs : [...packs, folder])
  if (!loaded.ok) return loaded
  const known = loaded.ruleset.catalogue.rules
  const unknown = rules.filter((id) => !known.has(id))
  if (unknown.length > 0) return { ok: false, problems: unknown.map((id) => problem('HG6001', [], { id: shown(id), ...suggestion(id, known.keys()) })) }
  const ofPack = folder === undefined ? shipped?.rules : (loadFiles(filesUnder([folder])).pack.rules as readonly { readonly id: string }[])
  const ids = ofPack?.map((rule) => rule.id)
  if (rules.length > 0) return { ok: true, ruleset: loaded.ruleset, rules: new Set(ids === undefined ? rules : rules.filter((id) => ids.includes(id))) }
  return { ok: true, ruleset: loaded.ruleset, rules: ids === undefined ? undefined : new Set(ids) }
}
