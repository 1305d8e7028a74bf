/** Changes to a measure that later steps make, each in one way, so that status and proposal always follow from the rest. */
import type { AssessedMeasure, SubjectTo, WithheldReason } from '@hegui/model'

/** Shown, and not proposed, for the reason given. What was withheld before stays withheld for its first reason. */
export const withheld = (measure: AssessedMeasure, by: WithheldReason, reason: string): AssessedMeasure =>
  measure.withheldBy === undefined && measure.proposed ? { ...measure, proposed: false, withheldBy: by, reason } : measure

/** Waits for something more. */
export const waitingFor = (measure: AssessedMeasure, ...subjects: readonly SubjectTo[]): AssessedMeasure => {
  const known = new Set(measure.subjectTo.map((each) => JSON.stringify(each)))
  const added = subjects.filter((each) => !known.has(JSON.stringify(each)))
  return added.length === 0 ? measure : { ...measure, status: 'provisional', subjectTo: [...measure.subjectTo, ...added] }
}

export const noted = (measure: AssessedMeasure, ...notes: readonly string[]): AssessedMeasure => ({ ...measure, notes: [...measure.notes, ...notes] })
