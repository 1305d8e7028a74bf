/** Submissions that belong to no time of their duty, told so that they can be put right. */
import { type AppraisalFile, type Plan, type Problem, problem, type Submission, shown, suggestion } from '@hegui/model'

export interface UnmatchedSubmission {
  readonly submission: Submission
  /** What it could have said it is for: the times of the duty that are the unit's, by due day. */
  readonly times: readonly string[]
}

/** Paths lead into `written`: the file as it was before entries with problems were left out. */
export function problemsOfUnmatched(plan: Plan, unmatched: readonly UnmatchedSubmission[], written: Pick<AppraisalFile, 'submissions'>): readonly Problem[] {
  return unmatched.map(({ submission, times }) => {
    const { id, duty, on } = submission
    const at = indexOf(submission, written.submissions ?? [])
    const title = plan.duties.find((each) => each.id === duty)?.title ?? duty
    if (submission.for === undefined) return problem('HG8019', ['submissions', at, 'on'], { id, on, duty, title, titleEn: duty })
    return problem('HG8018', ['submissions', at, 'for'], { duty, title, titleEn: duty, id: shown(submission.for), ...suggestion(submission.for, times) })
  })
}

/** Checking keeps the entries themselves; of a copy, the first with the id is the one that counted. */
function indexOf(submission: Submission, written: readonly (Submission | null)[]): number {
  const same = written.indexOf(submission)
  return same >= 0 ? same : written.findIndex((each) => each?.id === submission.id)
}
