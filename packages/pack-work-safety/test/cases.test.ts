/** Every case of every rule, through both runtimes. */
import { assessAsync } from '@hegui/engine'
import { workSafetyPack } from '@hegui/pack-work-safety'
import { workSafetyCases } from '@hegui/pack-work-safety/cases'
import { describe, expect, test } from 'vitest'
import { assessed, outcomeOf, packProblems, recordOf, rules } from './support/cases.js'

test('the packs check without error or warning', () => {
  expect(packProblems).toEqual([])
})

test('every rule has one file of cases', () => {
  expect(workSafetyCases.map((file) => file.rule).sort()).toEqual([...new Set(workSafetyPack.rules.map((rule) => rule.id))].sort())
})

test('no two cases of a rule have the same name', () => {
  const names = workSafetyCases.flatMap((file) => file.cases.map((each) => `${file.rule} ${each.name}`))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

describe.each(workSafetyCases.map((file) => [file.rule, file.cases] as const))('%s', (rule, cases) => {
  test('has a case for each verdict', () => {
    const seen = new Set<string>(cases.map((each) => each.expect.verdict))
    expect(['violation', 'compliant', 'not-applicable', 'undetermined'].filter((verdict) => !seen.has(verdict))).toEqual([])
  })

  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const direct = assessed(recordOf(each))
    const { verdict, canViolate, missing, norms } = each.expect
    expect(outcomeOf(direct, rule)).toMatchObject({
      verdict,
      ...(canViolate === undefined ? {} : { canViolate }),
      ...(missing === undefined ? {} : { missing: [...missing].sort() }),
      ...(norms === undefined ? {} : { norms: [...norms].sort() }),
    })
    const reference = await assessAsync(recordOf(each), rules)
    if (!reference.ok) throw new Error('the reference runtime refused the record')
    expect({ ...reference.assessment, engine: null }).toEqual({ ...direct, engine: null })
  })
})
