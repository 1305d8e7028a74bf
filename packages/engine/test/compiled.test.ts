/** The compiled forms against the walk over the trees: generated conditions and facts, with gaps and without. */
import { assess, createRuleset, directRuntime } from '@hegui/engine'
import { createConductDecider } from '@hegui/engine/decide'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecider } from '../src/compiled/decider.js'
import { compileModule } from '../src/compiled/module-source.js'
import { createRuleDecider } from '../src/compiled/rule-decider.js'
import { truthOf } from '../src/compiled/truth-bits.js'
import { normalForm } from '../src/conditions/normal-form.js'
import { pack, record, rule, ruleset } from './support/builders.js'
import { imported } from './support/compiled-module.js'
import { type Facts, fuzz, type World, world } from './support/generators.js'

const parameters = fuzz(2000)
console.info(`compiled: ${parameters.numRuns} runs, HEGUI_FUZZ_SEED=${parameters.seed}`)

const typesOf = ({ facts }: World) => {
  const types = new Map(facts.map((each) => [each.id, each.type]))
  return (id: string) => types.get(id) ?? 'boolean'
}

/** Each pair of conditions as a rule. */
const packOf = ({ facts, named, conditions }: World) =>
  pack({
    facts: [...pack().facts, ...facts],
    conditions: named,
    rules: conditions.flatMap((appliesWhen, a) => conditions.map((violatedWhen, v) => rule(`r${a}-${v}`, { appliesWhen, violatedWhen }))),
  })
const rulesetOf = (generated: World) => ruleset(packOf(generated))

describe('jumps', () => {
  test('decide as the trees do, with gaps and without', () => {
    fc.assert(
      fc.property(world, (generated) => {
        const byId = new Map(generated.named.map((each) => [each.id, each]))
        const questions = generated.conditions.map((condition) => ({ condition, form: normalForm(condition, byId) }))
        const decider = createDecider(typesOf(generated))
        for (const facts of [generated.partial, generated.complete, generated.partial]) {
          const entries = questions.map(({ form }) => decider.entryOf(form))
          expect(decider.load(facts)).toBe(true)
          const decided = entries.map((entry) => truthOf(decider.decide(entry)))
          expect(decided).toEqual(directRuntime.decide(questions, facts))
        }
      }),
      parameters,
    )
  })
})

describe('a ruleset, compiled', () => {
  test('has the same findings as jumps and as a module, through the index and without it', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (generated) => {
        const rules = rulesetOf(generated)
        const editions = rules.rules.flatMap(([, each]) => each)
        const expected = (facts: Facts): readonly number[] =>
          editions.map(({ appliesWhen, violatedWhen }) => {
            const [applies, violated] = directRuntime
              .decide([rules.question(appliesWhen), rules.question(violatedWhen)], facts)
              .map((truth) => bits[truth as 'holds'])
            return applies === 0 ? 0 : (applies ?? 0) | ((violated ?? 0) << 2)
          })
        for (const index of [true, false]) {
          const decider = createRuleDecider(rules, { index })
          const compiled = await imported(compileModule(rules, { index }))
          expect(compiled.rules).toEqual(editions.map(({ id, revision }) => [id, revision, null, null]))
          for (const facts of [generated.partial, generated.complete]) {
            expect([...(decider.decide(facts) ?? [])]).toEqual(expected(facts))
            expect([...compiled.decide(Object.fromEntries(facts), new Uint8Array(editions.length))]).toEqual(expected(facts))
          }
        }
      }),
      { ...parameters, numRuns: Math.ceil(parameters.numRuns / 10) },
    )
  }, 600_000)

  test('assesses and decides records to the same bytes with its module as without', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(world, async (generated) => {
        const plain = rulesetOf(generated)
        const module = await imported(compileModule(plain))
        const packed = createRuleset([packOf(generated)], { compiled: [module] })
        if (!packed.ok) throw new Error('the pack was in order before')
        expect([packed.problems, packed.ruleset.compiled.length]).toEqual([[], 1])
        const page = createConductDecider([module])
        if (!page.ok) throw new Error('a module goes together with itself')
        for (const facts of [generated.partial, generated.complete]) {
          const given = record({ facts: Object.fromEntries(facts) as never })
          const result = assess(given, plain)
          expect(JSON.stringify(assess(given, packed.ruleset))).toBe(JSON.stringify(result))
          if (!result.ok) continue
          compared += 1
          const verdicts = Object.fromEntries(result.assessment.findings.map(({ rule: id, verdict }) => [id, verdict]))
          expect(page.decider.decide(given)).toMatchObject({ ok: true, conducts: [{ conduct: 'c', verdicts }] })
        }
      }),
      { ...parameters, numRuns: Math.ceil(parameters.numRuns / 20) },
    )
    expect(compared).toBeGreaterThan(0)
  }, 600_000)
})

const bits = { fails: 0, unknown: 1, holds: 3 }
