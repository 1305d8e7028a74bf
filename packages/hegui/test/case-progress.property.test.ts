/** What holds of every case: of any steps, any facts, any day. */
import { addDays } from '@hegui/calendar'
import type { CaseProgress, CaseStatus } from '@hegui/model'
import * as fc from 'fast-check'
import { progressOf, shippedRuleset } from 'hegui'
import { expect, test } from 'vitest'

const { catalogue, vocabulary } = shippedRuleset()
const procedures = [...catalogue.caseProcedures.values()]
const caseFacts = [...vocabulary.facts.values()].filter((fact) => fact.id.startsWith('case.') || fact.id === 'party.kind')

const answerTo = (fact: (typeof caseFacts)[number]): fc.Arbitrary<boolean | number | string | readonly string[] | null> => {
  const choices = (fact.values ?? []).map((each) => each.value)
  switch (fact.type) {
    case 'boolean':
      return fc.constantFrom(true, false, null)
    case 'number':
      return fc.constantFrom(0, 200, 201, 500, 2000, 3001, 4000, 80_000, null)
    case 'set':
      return fc.subarray(choices)
    default:
      return fc.constantFrom(...choices, null)
  }
}

const anyFacts = fc.record(Object.fromEntries(caseFacts.map((fact) => [fact.id, answerTo(fact)])), { requiredKeys: [] })

/** Any steps of one or two procedures, on any days, taken in any order. */
const anyCase: fc.Arbitrary<CaseProgress> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...procedures), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('2012-06-01', '2020-08-01', '2021-07-01', '2024-01-29', '2025-12-20', '2026-12-10'),
  )
  .chain(([chosen, first]) =>
    fc.record({
      id: fc.constant('case'),
      procedures: fc.constant(chosen.map((procedure) => procedure.id)),
      authority: fc.constantFrom('emergency-management', 'public-security'),
      asOf: fc.nat(200).map((n) => addDays(first, 60 + n)),
      facts: anyFacts,
      steps: fc
        .subarray(chosen.flatMap((procedure) => procedure.steps.map((step) => step.id)))
        .chain((ids) =>
          fc.tuple(
            ...ids.map((step) =>
              fc.record(
                { step: fc.constant(step), on: fc.nat(60).map((n) => addDays(first, n)), officers: fc.constantFrom(1, 2, 3) },
                { requiredKeys: ['step', 'on'] },
              ),
            ),
          ),
        ),
      excluded: fc.array(
        fc
          .tuple(fc.nat(60), fc.nat(20), fc.constantFrom('appraisal', 'hearing', 'review-or-litigation', 'deferral'))
          .map(([from, length, why]) => ({ from: addDays(first, from), to: addDays(first, from + length), why }) as const),
        { maxLength: 3 },
      ),
    }),
  ) as fc.Arbitrary<CaseProgress>

function statusOf(progress: CaseProgress): CaseStatus {
  const result = progressOf(progress)
  if (!result.ok) throw new Error(JSON.stringify(result.problems.map((found) => [found.code, found.path, found.message])))
  return result.progress
}
const holds = (property: (status: CaseStatus, progress: CaseProgress) => void): void =>
  fc.assert(
    fc.property(anyCase, (progress) => property(statusOf(progress), progress)),
    { numRuns: 150 },
  )

test('every step is listed once, and next, blocked and done do not overlap', () => {
  holds((status, progress) => {
    const ids = status.steps.map((step) => step.step)
    expect(new Set(ids).size).toBe(ids.length)
    expect(status.next.filter((id) => status.blocked.includes(id))).toEqual([])
    const done = progress.steps.map((step) => step.step)
    expect([...status.next, ...status.blocked, ...status.overdue].filter((id) => done.includes(id))).toEqual([])
    expect(
      status.steps
        .filter((step) => step.state.startsWith('done'))
        .map((step) => step.step)
        .sort(),
    ).toEqual([...done].sort())
  })
})

test('a blocked step names what is not met', () => {
  holds((status) => {
    const byId = new Map(status.steps.map((step) => [step.step, step]))
    for (const id of status.blocked) {
      const { blockedBy } = byId.get(id) ?? { blockedBy: [] }
      expect(blockedBy.length).toBeGreaterThan(0)
      for (const block of blockedBy) {
        const named = byId.get(block.step ?? '')
        if (block.kind === 'step') expect(named?.state).toMatch(/^(ready|blocked|overdue|not-required)$/)
        if (block.kind === 'officers') expect(named?.state).toMatch(/^done/)
        if (block.kind === 'unknown' && block.step !== undefined) expect(named?.state).toBe('unknown')
        if (block.kind === 'unread' && block.step !== undefined) expect(named?.state).toBe('unread')
        if (block.kind === 'unknown') expect(block.missing?.length).toBeGreaterThan(0)
        if (block.kind === 'period') expect(block.until !== undefined && status.asOf <= block.until).toBe(true)
        expect(block.text).not.toBe('')
      }
    }
  })
})

test('every fact that keeps a step open is asked for, or one that must be known first', () => {
  holds((status) => {
    const open = status.steps.filter((step) => step.state === 'unknown')
    expect(open.length === 0 || status.questions.length > 0).toBe(true)
    for (const step of open) expect(status.questions.some((question) => question.steps.includes(step.step))).toBe(true)
  })
})

test('the order in which the steps are written changes nothing', () => {
  fc.assert(
    fc.property(
      anyCase.chain((progress) => fc.tuple(fc.constant(progress), fc.shuffledSubarray([...progress.steps], { minLength: progress.steps.length }))),
      ([progress, steps]) => {
        const { case: _, ...said } = statusOf(progress)
        const { case: __, ...again } = statusOf({ ...progress, steps })
        expect(again).toEqual(said)
      },
    ),
    { numRuns: 100 },
  )
})

test('to take a step that is ready never undoes one that was taken', () => {
  holds((status, progress) => {
    for (const id of status.next) {
      const after = statusOf({ ...progress, steps: [...progress.steps, { step: id, on: status.asOf, officers: 2 }] })
      expect(after.steps.find((step) => step.step === id)?.state).toMatch(/^done(-late)?$/)
      for (const before of status.steps.filter((step) => step.on !== undefined)) {
        const now = after.steps.find((step) => step.step === before.step)
        expect([before.step, now?.state.startsWith('done')]).toEqual([before.step, true])
      }
    }
  })
})

test('nothing is due before its counting starts, and the bounds are in order', () => {
  holds((status) => {
    for (const { due } of status.steps) {
      if (due === undefined || due.date === null) continue
      const start = /^\d{4}-\d{2}-\d{2}/.exec(due.counting[0] ?? '')?.[0] ?? ''
      expect(start).not.toBe('')
      expect(due.date >= start).toBe(true)
      expect((due.earliest ?? due.date) <= due.date && due.date <= (due.latest ?? due.date)).toBe(true)
      expect(due.certain).toBe((due.earliest ?? due.date) === (due.latest ?? due.date))
    }
  })
})

test('time alone makes no overdue step timely', () => {
  holds((status, progress) => {
    const later = statusOf({ ...progress, asOf: addDays(status.asOf, 1) })
    for (const id of status.overdue) {
      const now = later.steps.find((step) => step.step === id)
      // Only a change of the law between the two days can alter what is asked for.
      const same = JSON.stringify(now?.basis) === JSON.stringify(status.steps.find((step) => step.step === id)?.basis)
      if (same) expect(now?.state).toBe('overdue')
    }
  })
})

test('to know more opens nothing that was settled: a step that is not required stays so', () => {
  holds((status, progress) => {
    const known = Object.fromEntries(caseFacts.map((fact) => [fact.id, fact.type === 'boolean' ? false : null]))
    const fuller = statusOf({
      ...progress,
      facts: { ...known, ...Object.fromEntries(Object.entries(progress.facts ?? {}).filter(([, value]) => value !== null)) },
    })
    for (const step of status.steps.filter(({ state }) => state === 'not-required')) {
      expect([step.step, fuller.steps.find((each) => each.step === step.step)?.state]).toEqual([step.step, 'not-required'])
    }
  })
})

test('no value of any kind makes it throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(progressOf(value).ok).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a surcharge is never more than the fine', () => {
  holds((status, progress) => {
    const fine = progress.facts?.['case.fineYuan']
    for (const fee of status.lateFees) {
      expect(fee.amountYuan === null).toBe(typeof fine !== 'number')
      if (typeof fine === 'number') expect(fee.amountYuan).toBeLessThanOrEqual(fine)
      expect(fee.days).toBeGreaterThanOrEqual(0)
    }
  })
})
