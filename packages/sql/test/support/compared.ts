/** Findings of the engine and of a query, in one form, so that they can be compared row by row. */
import type { Assessment, Finding } from '@hegui/model'
import type { ResultRow } from '@hegui/sql'

/** `record rule#revision verdict canViolate`; of what does not apply only that. */
const ofEngine = (record: string, { rule, revision, verdict, canViolate }: Finding): string =>
  `${record} ${rule}#${revision} ${verdict}${verdict === 'undetermined' ? ` ${canViolate}` : ''}`

export const ofQuery = (row: ResultRow): string =>
  `${String(row['record'])} ${String(row['rule'])}#${String(row['revision'])} ${String(row['verdict'])}${row['verdict'] === 'undetermined' ? ` ${String(row['can_violate'])}` : ''}`

export const findingsOf = ({ record, findings }: Assessment, { notApplicable }: { readonly notApplicable: boolean }): readonly string[] =>
  findings.filter((each) => notApplicable || each.verdict !== 'not-applicable').map((each) => ofEngine(record.id, each))
