/** `hegui sql --rows FILE…`: records as rows of the table of conducts, one a line, every column in every line. */
import type { Ruleset } from '@hegui/engine'
import { rowsOf, type SelectedRules, tableColumns } from '@hegui/sql'
import { recordStream } from '../input/record-stream.js'
import { placedInRecord } from '../input/records.js'
import type { Output } from './output.js'
import type { ProblemSink } from './problem-sink.js'

export async function writeRows(
  files: readonly string[],
  ruleset: Ruleset,
  selected: SelectedRules,
  { output, sink }: { readonly output: Output; readonly sink: ProblemSink },
): Promise<void> {
  const columns = tableColumns(ruleset, selected).map(({ name }) => name)
  let firstRow = 1
  for (const file of files)
    for await (const record of recordStream(file, ruleset.vocabulary.facts)) {
      if ('code' in record || record.read.problems.length > 0) {
        sink.say('code' in record ? [record] : record.read.problems)
        continue
      }
      const made = rowsOf(record.value, ruleset, { firstRow })
      if (!made.ok) {
        sink.say(placedInRecord(made.problems, record))
        continue
      }
      firstRow += made.rows.length
      for (const row of made.rows) output.out(`${JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name] ?? null])))}\n`)
    }
}
