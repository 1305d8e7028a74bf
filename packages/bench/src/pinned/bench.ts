/** How fast the compiled forms decide the pinned workload, beside what they are to be measured by. See docs/benchmarks.md. */
import { cpus } from 'node:os'
import { compileModule, createRuleDecider, type Facts } from '@hegui/engine'
import { apart } from './apart.js'
import { BATCH, columnTasks } from './columns.js'
import { interleaved, type Measured, type Task } from './interleaved.js'
import { loaded } from './loaded.js'
import { assessment, contenders, factsOf, rulesetOf, stock } from './tasks.js'
import { naive, straightText } from './two-valued.js'
import { type Flat, pinned, type Size, type Workload, withGaps } from './workload.js'

const ms = Number(process.env['HEGUI_BENCH_MS'] ?? 200)
const short = { rounds: Number(process.env['HEGUI_BENCH_ROUNDS'] ?? 7), ms, warmUpMs: ms }
const long = { ...short, warmUpMs: ms * 15 }

function print(title: string, measured: readonly Measured[], against: readonly string[]): void {
  console.log(`\n${title}`)
  console.log(`${''.padEnd(44)}${'records/s'.padStart(12)}${against.map((name) => `× ${name}`.padStart(24)).join('')}`)
  for (const each of measured)
    console.log(
      `${each.name.padEnd(44)}${String(Math.round(each.perSecond)).padStart(12)}${against.map((name) => each.times(name).toPrecision(4).padStart(24)).join('')}`,
    )
}

/** Every form of the workload as a task over the same records. What they say is compared first. */
async function forms(workload: Workload, records: readonly Flat[]) {
  const ruleset = rulesetOf(workload)
  const out = new Uint8Array(workload.rules.length)
  const maps = records.map(factsOf)
  const over = (name: string, one: (record: Flat, index: number) => unknown): Task => ({
    name,
    records: records.length,
    run: () => {
      for (let index = 0; index < records.length; index++) one(records[index] as Flat, index)
    },
  })
  const modules = { whole: await loaded(compileModule(ruleset, { index: false })), indexed: await loaded(compileModule(ruleset)) }
  const deciders = { whole: createRuleDecider(ruleset, { index: false }), indexed: createRuleDecider(ruleset) }
  // The module and the decider list rules by id, the two-valued code as they are written.
  for (const [index, record] of records.entries()) {
    const [first, ...others] = [
      modules.whole.decide(record, new Uint8Array(out.length)),
      modules.indexed.decide(record, new Uint8Array(out.length)),
      ...Object.values(deciders).map((decider) => decider.decide(maps[index] as Facts) ?? new Uint8Array()),
    ].map((each) => each.join())
    if (others.some((each) => each !== first)) throw new Error(`record ${index} is decided differently`)
  }
  return {
    ruleset,
    over,
    compiled: over('compiled', (record) => modules.whole.decide(record, out)),
    compiledIndexed: over('compiled, with index', (record) => modules.indexed.decide(record, out)),
    jumps: over('jumps', (_, index) => deciders.whole.decide(maps[index] as Facts)),
    jumpsIndexed: over('jumps, with index', (_, index) => deciders.indexed.decide(maps[index] as Facts)),
    naive: async () => {
      const decide = naive(workload.rules)
      return over('naive', (record) => decide(record, out))
    },
    straight: async (leaves: 'in place' | 'kept') => {
      const { decide } = await loaded(straightText(workload.rules, leaves))
      return over(leaves === 'in place' ? 'straight' : 'straight, leaves kept', (record) => decide(record, out))
    },
  }
}

const sizeText = ({ rules, leaves, distinct, matching }: Workload): string =>
  `${rules.length} rules, ${leaves} leaves, ${distinct} distinct, ${(matching * 100).toFixed(1)} % matching`

// `decide`, `whole`, `columns` or `growth` as an argument runs only that part.
const part = process.argv[2]
for (const gaps of part === undefined || part === 'decide' ? [0, 0.2] : []) {
  const workload = pinned()
  const records = withGaps(workload.records, gaps)
  const all = await forms(workload, records)
  const tasks: Task[] = [
    await all.straight('in place'),
    await all.straight('kept'),
    await all.naive(),
    all.compiled,
    all.compiledIndexed,
    all.jumps,
    all.jumpsIndexed,
    assessment('full assessment', all.ruleset, records),
    stock('path', workload, records),
    stock('flat', workload, records),
  ]
  print(`decide, ${gaps * 100} % unknown: ${sizeText(workload)}, ${JSON.stringify(records[0]).length} bytes`, await interleaved(tasks, long), [
    'straight',
    'straight, leaves kept',
    'naive',
    'stock, path',
    'stock, flat',
  ])
}

for (const gaps of part === undefined || part === 'whole' ? [0, 0.2] : []) {
  const processes = Object.keys(contenders).map((name) => apart(name, new URL('./contender.js', import.meta.url), [name, String(gaps)]))
  print(`whole assessments, each in a process of its own, ${gaps * 100} % unknown`, await interleaved(processes, long), ['stock, flat'])
  for (const each of processes) each.end()
}

const batches: readonly (readonly [string, Size, number])[] = [
  ['150', {}, 0],
  ['150', {}, 0.2],
  ['2400 as new domains', { domains: 16 }, 0],
  ['2400 inside one', { times: 16 }, 0],
]
for (const [name, size, gaps] of part === undefined || part === 'columns' ? batches : []) {
  const workload = pinned({ ...size, records: BATCH })
  const records = withGaps(workload.records, gaps)
  const all = await forms(workload, records)
  const tasks = [
    ...columnTasks(workload, all.ruleset, records, records.map(factsOf)),
    await all.straight('in place'),
    all.jumpsIndexed,
    stock('path', workload, records.slice(0, 4)),
    stock('flat', workload, records.slice(0, 4)),
  ]
  print(`columns, batches of ${BATCH}, ${name}, ${gaps * 100} % unknown: ${sizeText(workload)}`, await interleaved(tasks, long), [
    'two-valued columns',
    'straight',
    'stock, path',
    'stock, flat',
  ])
}

const sizes: readonly (readonly [string, Size])[] = [
  ['150', {}],
  ['600 as new domains', { domains: 4 }],
  ['600 inside one', { times: 4 }],
  ['2400 as new domains', { domains: 16 }],
  ['2400 inside one', { times: 16 }],
]
const growth: Task[] = []
for (const [name, size] of part === undefined || part === 'growth' ? sizes : []) {
  const workload = pinned(size)
  const all = await forms(workload, workload.records)
  console.log(`\n${name}: ${sizeText(workload)}`)
  const tasks = [await all.naive(), await all.straight('in place'), all.compiled, all.compiledIndexed, all.jumps, all.jumpsIndexed]
  print(`decide, ${name}`, await interleaved(tasks, long), ['naive', 'straight'])
  growth.push(...tasks.slice(2).map((task) => ({ ...task, name: `${task.name}: ${name}` })))
}
const grown = growth.length === 0 ? [] : await interleaved(growth, { ...long, warmUpMs: ms })
if (grown.length > 0) console.log('\ngrowth: cost per record, times that of 150 rules')
for (const form of grown.length === 0 ? [] : ['compiled', 'compiled, with index', 'jumps', 'jumps, with index']) {
  const base = grown.find((each) => each.name === `${form}: 150`)
  console.log(`${form.padEnd(24)}${sizes.map(([name]) => `${name}: ${base?.times(`${form}: ${name}`).toFixed(2)}`).join('   ')}`)
}
console.log(`\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}; ${short.rounds} rounds of ${short.ms} ms`)
