/** Every case of every rule, among all the packs; the first of each verdict through the reference runtime too, which takes most of the time. */
import { assessAsync, explain } from '@hegui/engine'
import { describe, expect, test } from 'vitest'
import { allRules, assessed, caseFiles, outcomeOf, packProblems, recordOf, rules } from './support/shipped.js'

test('the packs check without error or warning', () => {
  expect(packProblems).toEqual([])
})

test('every rule has one file of cases', () => {
  expect(caseFiles.map((file) => file.rule).sort()).toEqual([...new Set(allRules.map((rule) => rule.id))].sort())
})

test('no two cases of a rule have the same name', () => {
  const names = caseFiles.flatMap((file) => file.cases.map((each) => `${file.rule} ${each.name}`))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

describe.each(caseFiles.map((file) => [file.rule, file.cases] as const))('%s', (rule, cases) => {
  test('has a case for each verdict', () => {
    const seen = new Set<string>(cases.map((each) => each.expect.verdict))
    expect(['violation', 'compliant', 'not-applicable', 'undetermined'].filter((verdict) => !seen.has(verdict))).toEqual([])
  })

  const firstOfVerdict = new Map([...cases].reverse().map((each) => [each.expect.verdict, each]))

  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const record = recordOf({ rule, case: each })
    const direct = assessed(record)
    const { verdict, canViolate, missing, norms } = each.expect
    expect(outcomeOf(direct, rule)).toMatchObject({
      verdict,
      ...(canViolate === undefined ? {} : { canViolate }),
      ...(missing === undefined ? {} : { missing: [...missing].sort() }),
      ...(norms === undefined ? {} : { norms: [...norms].sort() }),
    })

    if (firstOfVerdict.get(each.expect.verdict) === each) {
      const reference = await assessAsync(record, rules, { runtime: 'json-rules-engine' })
      if (!reference.ok) throw new Error('the reference runtime refused the record')
      expect({ ...reference.assessment, engine: null }).toEqual({ ...direct, engine: null })
    }

    const explained = explain(record, rules, { rule })
    if (!explained.ok) throw new Error('no explanation')
    const [edition, ...more] = explained.explanation.editions
    if (edition !== undefined && more.length === 0 && each.date !== null) expect(verdictOf(edition.appliesWhen.truth, edition.violatedWhen.truth)).toBe(verdict)
    if (edition === undefined) expect(verdict).toBe('not-applicable')
  })
})

const verdictOf = (applies: string, violated: string): string =>
  applies === 'fails' ? 'not-applicable' : applies === 'unknown' || violated === 'unknown' ? 'undetermined' : violated === 'holds' ? 'violation' : 'compliant'
