/** Two runtimes, one answer: generated conditions and facts, decided by both, and by a stock engine where all is known. */
import { directRuntime, jsonRulesEngineRuntime, toJsonRulesEngine } from '@hegui/engine'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalForm } from '../src/conditions/normal-form.js'
import { pack, rule } from './support/builders.js'
import { fuzz, world } from './support/generators.js'

const parameters = fuzz(2000)
console.info(`differential: ${parameters.numRuns} runs, HEGUI_FUZZ_SEED=${parameters.seed}`)

describe('the runtimes', () => {
  test('decide every set of conditions alike, with gaps and without', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ named, conditions, partial, complete }) => {
        const byId = new Map(named.map((each) => [each.id, each]))
        const questions = conditions.map((condition) => ({ condition, form: normalForm(condition, byId) }))
        for (const facts of [partial, complete]) expect(await jsonRulesEngineRuntime.decide(questions, facts)).toEqual(directRuntime.decide(questions, facts))
        expect(directRuntime.decide(questions, complete)).not.toContain('unknown')
      }),
      parameters,
    )
  }, 600_000)

  test('agree with a stock json-rules-engine when every fact is known', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ facts, named, conditions, complete }) => {
        const byId = new Map(named.map((each) => [each.id, each]))
        const rules = conditions.slice(1).map((violatedWhen, index) => rule(`r${index}`, { appliesWhen: conditions[0] ?? violatedWhen, violatedWhen }))
        const engine = toJsonRulesEngine(pack({ facts, conditions: named, rules }), { on: '2023-01-10' })
        const fired = new Set((await engine.run(Object.fromEntries(complete))).events.map((event) => event.type))
        const decide = (condition: (typeof conditions)[number]) => directRuntime.decide([{ condition, form: normalForm(condition, byId) }], complete)[0]
        for (const each of rules) expect(fired.has(each.id)).toBe(decide(each.appliesWhen) === 'holds' && decide(each.violatedWhen) === 'holds')
      }),
      { ...parameters, numRuns: Math.ceil(parameters.numRuns / 4) },
    )
  }, 600_000)
})
