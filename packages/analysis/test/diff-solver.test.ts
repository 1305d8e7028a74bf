/** What the search of a comparison gives up on, and what a solver makes of it. */
import type { Ruleset } from '@hegui/engine'
import type { Condition, FactDefinition } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { fact, pack, rule, ruleset, withFacts, yes } from '../../engine/test/support/builders.js'
import { diffOf, diffWithSolver, openZ3, type RuleDiff, type Solver } from '../src/index.js'

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)
const version = (facts: readonly FactDefinition[], violatedWhen: Condition): Ruleset =>
  ruleset(pack({ facts: withFacts(...facts), rules: [rule('long', { violatedWhen })] }))

/** So many exceptions, each with a threshold of its own. */
const EXCEPTIONS = 14
const exceptions = range(EXCEPTIONS).flatMap((at) => [fact(`test.b${at}`), fact(`test.n${at}`, { type: 'number', unit: 'kg' })])
const below = (at: number, limit: number): Condition => ({ fact: `test.n${at}`, operator: 'lessThan', value: limit })
const unlessAll = (limit: (at: number) => Condition): Condition => ({ all: range(EXCEPTIONS).map((at) => ({ any: [yes(`test.b${at}`), limit(at)] })) })
const known = unlessAll((at) => below(at, 5))

const members = range(14).map((at) => ({ value: `m${at}`, title: `第${at}种` }))
const kinds = fact('test.kinds', { type: 'set', values: members })
const has = (at: number): Condition => ({ fact: 'test.kinds', operator: 'contains', value: `m${at}` })
const anyOf = (count: number): Condition => ({ any: range(count).map(has) })
const rest = range(14).slice(1).map(has)

const days = range(9).map((at) => fact(`test.d${at}`, { type: 'date' }))
const before = (first: number, second: number): Condition => ({ fact: `test.d${first}`, operator: 'before', value: { fact: `test.d${second}` } })
const chain: Condition = { all: range(8).map((at) => before(at, at + 1)) }

const withZ3 = async (old: Ruleset, fresh: Ruleset, maxEffort?: number): Promise<{ readonly rule: RuleDiff; readonly codes: readonly string[] }> => {
  const { diff, problems } = await diffWithSolver(old, fresh, () => openZ3(maxEffort))
  return { rule: diff.rules[0] as RuleDiff, codes: problems.map(({ code }) => code) }
}

describe('what the search gives up on', () => {
  test.each<[string, readonly FactDefinition[], Condition, Condition, RuleDiff['relation']]>([
    ['many independent thresholds of which one is moved', exceptions, known, unlessAll((at) => below(at, at === 3 ? 6 : 5)), 'stricter'],
    ['the same with a comparison that changes nothing', exceptions, known, unlessAll((at) => ({ all: [below(at, 6), below(at, 5)] })), 'equivalent'],
    ['a set of more members than are gone through', [kinds], anyOf(13), anyOf(14), 'stricter'],
    ['a set, written otherwise', [kinds], anyOf(14), { any: [anyOf(1), { all: [{ any: rest }, anyOf(14)] }] }, 'equivalent'],
  ])('%s, is decided by the solver', async (_, facts, a, b, relation) => {
    const [old, fresh] = [version(facts, a), version(facts, b)]
    expect(diffOf(old, fresh, { maxSteps: 20_000 }).diff.rules[0]?.complete).toBe(false)
    const { rule: found, codes } = await withZ3(old, fresh)
    expect([found.relation, found.complete, codes]).toEqual([relation, true, []])
    // Each was assessed by both versions before it is here.
    expect(found.examples.map(({ from, to }) => ({ from, to }))).toEqual(found.transitions)
  })

  test('days that are compared with one another come out as the search has it', async () => {
    const [old, fresh] = [
      version(days.slice(0, 5), { all: range(4).map((at) => before(at, at + 1)) }),
      version(days.slice(0, 5), { all: [...range(4).map((at) => before(at, at + 1)), before(0, 4)] }),
    ]
    const searched = diffOf(old, fresh).diff.rules[0]
    const { diff } = await diffWithSolver(old, fresh, openZ3, { maxSteps: 1 })
    expect(diff.rules[0]?.transitions).toEqual(searched?.transitions)
    expect(diff.rules[0]?.periods).toEqual(searched?.periods)
    expect((await withZ3(version(days, chain), version(days, { all: [chain, before(0, 8)] }))).rule.complete).toBe(true)
  })

  test('and what the solver gives up on too is not decided, and never equal', async () => {
    const { rule: found, codes } = await withZ3(
      version(exceptions, known),
      version(
        exceptions,
        unlessAll((at) => ({ all: [below(at, 6), below(at, 5)] })),
      ),
      1,
    )
    expect([found.relation, found.complete, codes]).toEqual(['not-decided', false, ['HG9006']])
  })
})

describe('the solver', () => {
  test('is not opened where the search decides', async () => {
    const never = () => Promise.reject(new Error('opened'))
    const { diff } = await diffWithSolver(version([], yes('test.v')), version([], { not: yes('test.v') }), never)
    expect(diff.rules[0]?.relation).toBe('both')
  })

  test('is opened once and ended, also where it fails', async () => {
    let [opened, ended] = [0, 0]
    const [old, fresh] = [version([kinds], anyOf(13)), version([kinds], anyOf(14))]
    const open = async (): Promise<Solver> => {
      opened += 1
      const solver = await openZ3()
      return {
        ...solver,
        // Rejects where a thread does not end.
        end: async () => {
          await solver.end()
          ended += 1
        },
      }
    }
    await diffWithSolver(old, fresh, open)
    expect([opened, ended]).toEqual([1, 1])
    const failing = async (): Promise<Solver> => ({ ...(await open()), open: () => expect.fail('out of memory') })
    await expect(diffWithSolver(old, fresh, failing)).rejects.toThrow('out of memory')
    expect([opened, ended]).toEqual([2, 2])
  })
})
