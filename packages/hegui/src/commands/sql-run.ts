/** `hegui sql --run TABLE`: opens the database, asks the table and writes the findings, NDJSON or CSV, in the order of the rows. */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { Ruleset } from '@hegui/engine'
import type { Problem } from '@hegui/model'
import {
  type Database,
  type Dialect,
  databaseProblem,
  type FindingRow,
  isTableFile,
  openDuckdb,
  openPostgres,
  runFindings,
  type SelectedRules,
  viewOfFile,
} from '@hegui/sql'
import { isNotInstalled, notInstalled } from '../input/missing-package.js'
import type { Output } from './output.js'
import type { ProblemSink } from './problem-sink.js'
import { notWritten } from './write-file.js'

export interface RunArguments {
  readonly dialect: Dialect
  /** A table, or a file that DuckDB reads as one. */
  readonly run: string
  /** A database file of DuckDB. */
  readonly database?: string
  /** Rules that do not apply, too. */
  readonly all: boolean
  /** NDJSON where it is not CSV. */
  readonly format?: string
  readonly out?: string
}

const VIEW = 'hegui_file'

export async function runOnTable(
  args: RunArguments,
  ruleset: Ruleset,
  selected: SelectedRules,
  { output, sink }: { readonly output: Output; readonly sink: ProblemSink },
): Promise<void> {
  const opened = await openDatabase(args)
  if ('code' in opened) return sink.say([opened])
  const target = targetOf(args.out, output)
  if ('code' in target) return sink.say([target])
  let failed = false
  try {
    const table = await tableOf(args, ruleset, opened)
    if (typeof table !== 'string') {
      failed = true
      return sink.say([table])
    }
    const csv = args.format === 'csv'
    if (csv) target.write(`${csvHeader.join(',')}\n`)
    for await (const each of runFindings(ruleset, opened, { table, notApplicable: args.all, ...selected })) {
      if ('code' in each) {
        failed ||= each.code === 'HG6023'
        sink.say([table === VIEW ? { ...each, file: args.run } : each])
      } else target.write(each.map((finding) => `${csv ? csvLine(finding) : JSON.stringify(finding)}\n`).join(''))
    }
  } finally {
    target.end(!failed)
    await opened.close()
  }
}

const drivers = { duckdb: ['DuckDB', '@duckdb/node-api'], postgres: ['PostgreSQL', 'pg'] } as const

async function openDatabase({ dialect, database, run }: RunArguments): Promise<Database | Problem> {
  try {
    return dialect === 'duckdb' ? await openDuckdb(database, { readOnly: database !== undefined }) : await openPostgres()
  } catch (error) {
    const [name, driver] = drivers[dialect]
    return isNotInstalled(error) ? notInstalled(name, driver) : databaseProblem(database ?? run, error)
  }
}

async function tableOf({ dialect, run, database }: RunArguments, ruleset: Ruleset, opened: Database): Promise<string | Problem> {
  if (dialect !== 'duckdb' || database !== undefined || !isTableFile(run)) return run
  try {
    await viewOfFile(run, VIEW, ruleset, opened)
    return VIEW
  } catch (error) {
    return databaseProblem(run, error)
  }
}

const csvHeader = ['record', 'conduct', 'rule', 'revision', 'verdict', 'applies', 'canViolate'] as const
const cell = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const csvLine = (finding: FindingRow): string => csvHeader.map((name) => cell(finding[name])).join(',')

/** A file appears whole or not at all: what a failed run wrote is taken away. */
function targetOf(out: string | undefined, output: Output): { readonly write: (text: string) => void; readonly end: (keep: boolean) => void } | Problem {
  if (out === undefined) return { write: output.out, end: () => undefined }
  const part = `${out}.part`
  try {
    const file = openSync(part, 'w')
    return {
      write: (text) => void writeSync(file, text),
      end: (keep) => {
        closeSync(file)
        if (keep) renameSync(part, out)
        else rmSync(part, { force: true })
      },
    }
  } catch (error) {
    return notWritten(out, error)
  }
}
