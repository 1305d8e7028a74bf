/**
 * The long differential run: generated rules and records, decided by every form. A case is one rule on one record.
 *
 *   HEGUI_FUZZ_CASES=1000000 HEGUI_FUZZ_SEED=42 pnpm --filter @hegui/bench fuzz
 *
 * The jumps and the module, with the index and without, against the walk over the trees, in every case; against
 * json-rules-engine, and where all is known a stock one, in the first record of each world: it is slow. With
 * HEGUI_FUZZ_REFERENCE=all json-rules-engine decides every case, too.
 */
import {
  compileModule,
  createRuleDecider,
  type Decision,
  directRuntime,
  type Facts,
  jsonRulesEngineRuntime,
  type Ruleset,
  toJsonRulesEngine,
} from '@hegui/engine'
import * as fc from 'fast-check'
import { pack, rule, ruleset } from '../../engine/test/support/builders.js'
import { imported } from '../../engine/test/support/compiled-module.js'
import { crowdedWorld } from '../../engine/test/support/generators.js'

const wanted = Number(process.env['HEGUI_FUZZ_CASES'] ?? 1_000_000)
const seed = Number(process.env['HEGUI_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
/** The reference, too, in every case: it takes many times as long. */
const everywhere = process.env['HEGUI_FUZZ_REFERENCE'] === 'all'
const counted = { compared: 0, reference: 0, stock: 0, worlds: 0 }

const bits: Readonly<Record<string, number>> = { fails: 0, unknown: 1, holds: 3 }
const codes = (decisions: readonly Decision[]): readonly number[] =>
  Array.from({ length: decisions.length / 2 }, (_, index) => {
    const [applies, violated] = [bits[decisions[index * 2] as string], bits[decisions[index * 2 + 1] as string]]
    if (applies === undefined || violated === undefined) throw new Error('a condition could not be decided')
    return applies === 0 ? 0 : applies | (violated << 2)
  })

const questionsOf = (rules: Ruleset) =>
  rules.rules.flatMap(([, editions]) => editions.flatMap((each) => [rules.question(each.appliesWhen), rules.question(each.violatedWhen)]))

async function compare(batch: number, index: number, { facts, named, conditions, values }: ReturnType<typeof sample>[number]): Promise<void> {
  const packed = pack({
    facts: [...pack().facts, ...facts],
    conditions: named,
    rules: conditions.flatMap((appliesWhen, a) => conditions.map((violatedWhen, v) => rule(`r${a}-${v}`, { appliesWhen, violatedWhen }))),
  })
  const rules = ruleset(packed)
  const questions = questionsOf(rules)
  const deciders = [true, false].map((index) => createRuleDecider(rules, { index }))
  const modules = await Promise.all([true, false].map((index) => imported(compileModule(rules, { index }))))
  const same = (form: string, known: Facts, given: Iterable<number>, expected: readonly number[]): void => {
    if ([...given].join() === expected.join()) return
    console.error(
      JSON.stringify({ form, seed: batch, index, rules: packed.rules, named, facts: Object.fromEntries(known), expected, given: [...given] }, null, 2),
    )
    throw new Error(`${form} disagrees: HEGUI_FUZZ_SEED=${batch} HEGUI_FUZZ_CASES=1, world ${index}`)
  }
  for (const known of values.flatMap(({ partial, complete }) => [partial, complete])) {
    const expected = codes(directRuntime.decide(questions, known))
    const record = Object.fromEntries(known)
    for (const decider of deciders) same('jumps', known, decider.decide(known) ?? [], expected)
    for (const each of modules) same('module', known, each.decide(record, new Uint8Array(expected.length)), expected)
    counted.compared += expected.length
  }
  for (const known of values.slice(0, everywhere ? values.length : 1).flatMap(({ partial, complete }) => [partial, complete])) {
    same('json-rules-engine', known, codes(await jsonRulesEngineRuntime.decide(questions, known)), codes(directRuntime.decide(questions, known)))
    counted.reference += packed.rules.length
  }
  const [first] = values
  if (first === undefined) return
  const fired = new Set((await toJsonRulesEngine(packed, { on: '2023-01-10' }).run(Object.fromEntries(first.complete))).events.map((event) => event.type))
  const violations = [...(deciders[0]?.decide(first.complete) ?? [])]
  same(
    'stock',
    first.complete,
    rules.rules.map(([id]) => (fired.has(id) ? 15 : 0)),
    violations.map((each) => (each === 15 ? 15 : 0)),
  )
  counted.stock += packed.rules.length
}

const sample = (batch: number) => fc.sample(crowdedWorld, { seed: batch, numRuns: 50 })

const begun = Date.now()
console.log(`fuzz: ${wanted} cases, HEGUI_FUZZ_SEED=${seed}`)
for (let batch = seed; counted.compared < wanted; batch++) {
  for (const [index, world] of sample(batch).entries()) {
    await compare(batch, index, world)
    counted.worlds++
  }
  if ((batch - seed) % 10 === 9) console.log(`${counted.compared} cases, ${Math.round((Date.now() - begun) / 1000)} s`)
}
console.log(
  `${counted.compared} cases of ${counted.worlds} worlds, no disagreement; ${counted.reference} of them also by json-rules-engine, ${counted.stock} by a stock one`,
)
