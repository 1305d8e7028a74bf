/** Cases in one line: what was done and when, and what follows. */
import type { CaseProgress, CaseStatus, StepStatus } from '@hegui/model'
import { progressOf } from 'hegui'

/** Nothing here asks for a hearing, a review or a publication. */
const plain: NonNullable<CaseProgress['facts']> = {
  'party.kind': 'individual',
  'case.penaltyKinds': ['warning'],
  'case.otherHearingGround': false,
  'case.partyStatement': 'none',
  'case.hearingRequest': 'none',
  'case.majorPublicInterest': false,
  'case.majorRights': false,
  'case.complexLaw': false,
  'case.reviewByOtherLaw': false,
  'case.complexCircumstances': false,
  'case.majorViolation': false,
  'case.socialEffect': false,
  'case.workSafetyPenalty': false,
  'case.partyIsMinor': false,
}

export interface Given {
  readonly procedure: string
  /** `step date`, `step instant`; `xN` for N officers, two where nothing is said: `investigate 2024-03-01 x1`. */
  readonly steps: string
  readonly facts?: CaseProgress['facts']
  readonly excluded?: CaseProgress['excluded']
}

function progressFor({ procedure, steps, facts, excluded }: Given, asOf: string): CaseProgress {
  return {
    id: 'case',
    procedures: procedure.split('+'),
    authority: procedure.startsWith('public') ? 'public-security' : 'emergency-management',
    asOf,
    facts: { ...plain, ...facts },
    steps: steps
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => {
        const [step = '', when = '', count] = each.split(' ')
        return {
          step,
          on: when.slice(0, 10),
          ...(when.length > 10 ? { at: `${when}:00+08:00` } : {}),
          officers: count === undefined ? 2 : Number(count.slice(1)),
        }
      }),
    ...(excluded === undefined ? {} : { excluded }),
  }
}

export function statusFor(given: Given, asOf: string): CaseStatus {
  const result = progressOf(progressFor(given, asOf))
  if (!result.ok) throw new Error(result.problems.map((found) => `${found.code} ${found.message}`).join('\n'))
  return result.progress
}

export function stepIn(status: CaseStatus, id: string): StepStatus {
  const found = status.steps.find((step) => step.step === id)
  if (found === undefined) throw new Error(`no step ${id}`)
  return found
}
