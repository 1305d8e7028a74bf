/** The compiled forms against the walk over the trees: generated conditions and facts, with gaps and without. */
import { directRuntime } from '@hegui/engine'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDecider } from '../src/compiled/decider.js'
import { truthOf } from '../src/compiled/truth-bits.js'
import { normalForm } from '../src/conditions/normal-form.js'
import { fuzz, type World, world } from './support/generators.js'

const parameters = fuzz(2000)
console.info(`compiled: ${parameters.numRuns} runs, HEGUI_FUZZ_SEED=${parameters.seed}`)

export const typesOf = ({ facts }: World) => {
  const types = new Map(facts.map((each) => [each.id, each.type]))
  return (id: string) => types.get(id) ?? 'boolean'
}

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
