/** One batch assessed: lines of results, lines of rejects, what is to be said. The same on the main thread and on a worker. */
import { assess, explain, type RuleExplanation, type Ruleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Problem } from '@hegui/model'
import { type Batch, recordsOf } from '../input/batch.js'
import { placedInRecord, type StreamedRecord } from '../input/records.js'
import { assessmentLines } from './assessment-lines.js'

export interface BatchSettings {
  readonly explain: boolean
  readonly decidedOn?: string
}

export interface BatchResult {
  /** NDJSON in UTF-8: an assessment a line. */
  readonly out: Uint8Array
  /** NDJSON in UTF-8: `{ file, line, problems, text }` of each record that was not assessed. */
  readonly rejects: Uint8Array
  readonly rejected: number
  readonly problems: readonly Problem[]
}

const encoder = new TextEncoder()

/** Assesses batch after batch. */
export function batchAssessor(ruleset: Ruleset, settings: BatchSettings): (batch: Batch) => BatchResult {
  const lines = assessmentLines()
  return (batch) => {
    if (batch.kind === 'unreadable') return { out: new Uint8Array(0), rejects: new Uint8Array(0), rejected: 0, problems: batch.problems }
    const rejected = rejects()
    for (const record of recordsOf(batch)) {
      const result = assessRecord(record, ruleset, settings)
      if (result.ok) lines.add(result.assessment, { explanations: result.explanations })
      else rejected.add(record, result.problems)
    }
    return { out: lines.taken(), ...rejected.all() }
  }
}

/** A batch nobody could assess, for a reason that lies in none of its records. */
export function refuseBatch(batch: Batch, why: (from: number, to: number) => Problem): BatchResult {
  if (batch.kind === 'unreadable') return { out: new Uint8Array(0), rejects: new Uint8Array(0), rejected: 0, problems: batch.problems }
  const records = [...recordsOf(batch)]
  const found = { ...why(records[0]?.line ?? 0, records.at(-1)?.line ?? 0), file: batch.file }
  const rejected = rejects()
  for (const record of records) rejected.add(record, [found])
  return { out: new Uint8Array(0), ...rejected.all(), problems: [found] }
}

function rejects(): { readonly add: (record: StreamedRecord, problems: readonly Problem[]) => void; readonly all: () => Omit<BatchResult, 'out'> } {
  let lines = ''
  let count = 0
  const said: Problem[] = []
  return {
    add: ({ file, line, text }, problems) => {
      lines += `${JSON.stringify({ file, line, problems, text: text.replace(/\r$/, '') })}\n`
      count += 1
      said.push(...problems)
    },
    all: () => ({ rejects: encoder.encode(lines), rejected: count, problems: said }),
  }
}

export type AssessedRecord =
  | { readonly ok: true; readonly assessment: Assessment; readonly explanations?: readonly RuleExplanation[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** One record, its problems placed in the file. */
export function assessRecord(source: StreamedRecord, ruleset: Ruleset, settings: BatchSettings): AssessedRecord {
  const { read, value } = source
  if (read.problems.length > 0) return { ok: false, problems: read.problems }
  const options = settings.decidedOn === undefined ? {} : { decidedOn: settings.decidedOn }
  const result = assess(value, ruleset, options)
  if (!result.ok) return { ok: false, problems: placedInRecord(result.problems, source) }
  const { assessment } = result
  return settings.explain
    ? { ok: true, assessment, explanations: explanationsOf(assessment, value as InspectionRecord, ruleset, options) }
    : { ok: true, assessment }
}

/** Only what was found or stays open is explained: that a rule does not apply needs no tree. */
function explanationsOf(
  assessment: Assessment,
  record: InspectionRecord,
  ruleset: Ruleset,
  options: { readonly decidedOn?: string },
): readonly RuleExplanation[] {
  return assessment.findings
    .filter((finding) => finding.verdict === 'violation' || finding.verdict === 'undetermined')
    .flatMap((finding) => {
      const result = explain(record, ruleset, { ...options, rule: finding.rule, conduct: finding.conduct })
      return result.ok ? [result.explanation] : []
    })
}
