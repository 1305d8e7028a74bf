/** The catalogue: nothing cited is missing, nothing defined is idle, and both laws stand behind each rule that spans them. */
import { instrumentOf } from '@hegui/model'
import { airQualityPack } from '@hegui/pack-air-quality'
import { describe, expect, test } from 'vitest'
import { packs, rules } from './support/cases.js'
import { conditionsOf, factsUsed, leavesIn } from './support/walk.js'

const { norms, instruments } = rules.catalogue

describe('citations', () => {
  const entered = (instrument: string, article: string): boolean => {
    const found = instruments.get(instrument)
    return [...(found?.provisions ?? []), ...(found?.norms ?? []).flatMap((norm) => norm.editions)].some((each) => each.article === article)
  }

  test('of rules stand on file', () => {
    const missing = airQualityPack.rules.flatMap((rule) =>
      rule.basis.filter((basis) => basis.article !== undefined && !entered(basis.instrument, basis.article)).map((basis) => `${rule.id} ${basis.instrument}`),
    )
    expect(missing).toEqual([])
  })

  test('of a rule give an article for each norm that punishes', () => {
    const missing = airQualityPack.rules.flatMap((rule) =>
      rule.norms
        .filter(
          (id) => !rule.basis.some((basis) => basis.instrument === instrumentOf(id) && norms.get(id)?.editions.some((each) => each.article === basis.article)),
        )
        .map((id) => `${rule.id} ${id}`),
    )
    expect(missing).toEqual([])
  })
})

test('a rule that names a norm of an old law names what follows it', () => {
  const missing = airQualityPack.rules.flatMap((rule) =>
    rule.norms.flatMap((id) => {
      const after = norms.get(id)?.succession
      return after?.kind === 'replaced' ? after.by.filter((next) => !rule.norms.includes(next)).map((next) => `${rule.id} ${id} → ${next}`) : []
    }),
  )
  expect(missing).toEqual([])
})

describe('facts', () => {
  test('of this pack are all used by it', () => {
    const used = factsUsed(packs)
    expect(airQualityPack.facts.map((fact) => fact.id).filter((id) => !used.has(id))).toEqual([])
  })

  test('that anything uses are all defined', () => {
    expect([...factsUsed(packs)].filter((id) => !rules.vocabulary.facts.has(id))).toEqual([])
  })

  test('offer only choices that a record can give', () => {
    const bad = conditionsOf(packs).flatMap(([where, condition]) =>
      leavesIn(condition).flatMap((leaf) => {
        const values = rules.vocabulary.facts.get(leaf.fact)?.values?.map((each) => each.value)
        if (values === undefined) return []
        return (Array.isArray(leaf.value) ? leaf.value : [leaf.value])
          .filter((value) => typeof value === 'string' && !values.includes(value))
          .map((value) => `${where}: ${leaf.fact} ${String(value)}`)
      }),
    )
    expect(bad).toEqual([])
  })

  test('every choice that this pack adds is used by a rule', () => {
    const chosen = new Set(conditionsOf(packs).flatMap(([, condition]) => leavesIn(condition).flatMap((leaf) => leaf.value as string | readonly string[])))
    expect(airQualityPack.extensions.flatMap((each) => each.values.map((value) => value.value)).filter((value) => !chosen.has(value))).toEqual([])
  })
})
