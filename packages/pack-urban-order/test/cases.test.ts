/** Every case of every rule, through both runtimes. */
import { assessAsync, explain } from '@hegui/engine'
import { urbanOrderPack } from '@hegui/pack-urban-order'
import { urbanOrderCases } from '@hegui/pack-urban-order/cases'
import { describe, expect, test } from 'vitest'
import { allCases, assessed, outcomeOf, packProblems, recordOf, rules } from './support/cases.js'

test('the packs check without error or warning', () => {
  expect(packProblems).toEqual([])
})

test('every rule has one file of cases', () => {
  expect(urbanOrderCases.map((file) => file.rule).sort()).toEqual([...new Set(urbanOrderPack.rules.map((rule) => rule.id))].sort())
})

test('no two cases of a rule have the same name', () => {
  const names = allCases.map((placed) => `${placed.rule} ${placed.case.name}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

describe.each(urbanOrderCases.map((file) => [file.rule, file.cases] as const))('%s', (rule, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const record = recordOf({ rule, case: each })
    const direct = assessed(record)
    const outcome = outcomeOf(direct, rule)
    const { verdict, canViolate, missing, norms } = each.expect
    expect(outcome).toMatchObject({
      verdict,
      ...(canViolate === undefined ? {} : { canViolate }),
      ...(missing === undefined ? {} : { missing: [...missing].sort() }),
      ...(norms === undefined ? {} : { norms: [...norms].sort() }),
    })

    const reference = await assessAsync(record, rules)
    if (!reference.ok) throw new Error('the reference runtime refused the record')
    expect({ ...reference.assessment, engine: null }).toEqual({ ...direct, engine: null })

    const explained = explain(record, rules, { rule })
    if (!explained.ok) throw new Error('no explanation')
    const [edition, ...more] = explained.explanation.editions
    if (edition !== undefined && more.length === 0 && each.date !== null) expect(verdictOf(edition.appliesWhen.truth, edition.violatedWhen.truth)).toBe(verdict)
    if (edition === undefined) expect(verdict).toBe('not-applicable')
  })
})

const verdictOf = (applies: string, violated: string): string =>
  applies === 'fails' ? 'not-applicable' : applies === 'unknown' || violated === 'unknown' ? 'undetermined' : violated === 'holds' ? 'violation' : 'compliant'
