/**
 * Records per second and latency of the shipped packs, beside a stock json-rules-engine on the same rules.
 *
 * All tasks run in every round, one after the other, so that the machine's mood strikes them alike; what is
 * quoted is the median over rounds, and ratios are taken inside a round.
 */
import { cpus } from 'node:os'
import { assess, assessAsync, directRuntime, jsonRulesEngineRuntime, toJsonRulesEngine } from '@hegui/engine'
import { lawPack } from '@hegui/pack-law'
import { shippedPacks, shippedRuleset } from 'hegui'
import { Bench } from 'tinybench'
import { flatFacts, generated } from './workload.js'

const rounds = Number(process.env['HEGUI_BENCH_ROUNDS'] ?? 7)
const time = Number(process.env['HEGUI_BENCH_MS'] ?? 400)
const ruleset = shippedRuleset()
const rules = shippedPacks.flatMap((pack) => pack.rules)
const stock = toJsonRulesEngine({ ...lawPack, rules }, { on: '2023-01-10', region: '500241', with: shippedPacks })

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const fixed = (value: number, digits: number): string => value.toFixed(digits).padStart(10)

for (const gaps of [0, 0.2]) {
  const records = generated(256, gaps, 20_260_101)
  const facts = records.map(flatFacts)
  let at = 0
  const next = (): number => at++ % records.length
  const tasks: Readonly<Record<string, () => unknown>> = {
    'stock json-rules-engine, verdicts only': () => stock.run(facts[next()] ?? {}),
    'hegui, reference runtime, full assessment': () => assessAsync(records[next()], ruleset, { runtime: jsonRulesEngineRuntime }),
    'hegui, compiled runtime, full assessment': () => assess(records[next()], ruleset),
    'hegui, direct runtime, full assessment': () => assess(records[next()], ruleset, { runtime: directRuntime }),
  }
  const samples = new Map(
    Object.keys(tasks).map((name) => [name, { perSecond: [] as number[], p50: [] as number[], p99: [] as number[], ratio: [] as number[] }]),
  )
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time, warmupTime: round === 0 ? time : 20 })
    for (const [name, task] of Object.entries(tasks)) bench.add(name, async () => void (await task()))
    await bench.run()
    const measured = bench.tasks.map((task) => ({ name: task.name, latency: (task.result as { latency: { mean: number; p50: number; p99: number } }).latency }))
    const base = 1000 / (measured[0]?.latency.mean ?? Number.NaN)
    for (const { name, latency } of measured) {
      const entry = samples.get(name)
      entry?.perSecond.push(1000 / latency.mean)
      entry?.p50.push(latency.p50)
      entry?.p99.push(latency.p99)
      entry?.ratio.push(1000 / latency.mean / base)
    }
  }
  console.log(`\n${rules.length} rules, ${records.length} records, ${gaps * 100} % of conduct facts unknown; ${rounds} rounds of ${time} ms, medians`)
  console.log(`${'task'.padEnd(46)}${'records/s'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'× stock'.padStart(10)}`)
  for (const [name, entry] of samples)
    console.log(
      `${name.padEnd(46)}${fixed(median(entry.perSecond), 0)}${fixed(median(entry.p50), 3)}${fixed(median(entry.p99), 3)}${fixed(median(entry.ratio), 2)}`,
    )
}
console.log(`\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}`)
