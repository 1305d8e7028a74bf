/**
 * Lines of records in, lines of assessments out: one thread beside only parsing the same lines and stringifying the same
 * results; two jobs beside one, over so many records that what each thread has to get ready first is little of it; the most
 * memory of a tenth of them and of all. `HEGUI_BENCH_LINES` sets how many.
 */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { assess, type Ruleset } from '@hegui/engine'
import type { InspectionRecord } from '@hegui/model'
import { shippedRuleset } from 'hegui'
import { batchAssessor } from '../../hegui/src/bulk/assess-batch.js'
import { interleaved, type Measured, type Task } from './pinned/interleaved.js'
import { inspection, published } from './pinned/tasks.js'
import { pinned } from './pinned/workload.js'
import { generated } from './workload.js'

const lines = Number(process.env['HEGUI_BENCH_LINES'] ?? 60_000)
const rounds = Number(process.env['HEGUI_BENCH_ROUNDS'] ?? 5)
const command = fileURLToPath(new URL('../../hegui/dist/cli.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hegui-bulk-'))

const print = (measured: readonly Measured[], against: string): void => {
  for (const { name, perSecond, times } of measured)
    console.log(`${name.padEnd(40)}${perSecond.toFixed(0).padStart(10)} records/s${times(against).toFixed(2).padStart(8)} × ${against}`)
}

/** So many records; those that were written before are. */
async function written(count: number): Promise<string> {
  const file = join(folder, `${count}.ndjson`)
  if (existsSync(file)) return file
  const records = generated(256, 0.1, 20_260_101)
  const stream = createWriteStream(file)
  for (let index = 0; index < count; index++)
    if (!stream.write(`${JSON.stringify({ ...records[index % records.length], id: `R-${index}` })}\n`)) await once(stream, 'drain')
  stream.end()
  await finished(stream)
  return file
}

/** In this process, over the same 256 lines. */
async function oneThread(what: string, ruleset: Ruleset, records: readonly InspectionRecord[]): Promise<void> {
  const texts = records.map((record) => JSON.stringify(record))
  const results = texts.map((text) => {
    const result = assess(JSON.parse(text), ruleset)
    if (!result.ok) throw new Error(`a record is refused: ${result.problems.map((found) => found.message).join()}`)
    return result.assessment
  })
  const batches = Array.from({ length: texts.length / 16 }, (_, at) => new TextEncoder().encode(texts.slice(at * 16, at * 16 + 16).join('\n')))
  const assessBatch = batchAssessor(ruleset, { explain: false })
  let bytes = 0
  const tasks: readonly Task[] = [
    {
      name: 'only JSON.parse and JSON.stringify',
      records: texts.length,
      run: () => {
        for (const [index, text] of texts.entries()) {
          JSON.parse(text)
          bytes += Buffer.from(`${JSON.stringify(results[index])}\n`).length
        }
      },
    },
    {
      name: 'lines to lines, one thread',
      records: texts.length,
      run: () => {
        for (const each of batches) bytes += assessBatch({ kind: 'lines', file: 'bench', firstLine: 1, bytes: each }).out.length
      },
    },
  ]
  const average = (all: readonly string[]): number => Math.round(all.join('').length / all.length)
  console.log(`\n${what}: ${average(texts)} characters in, ${average(results.map((each) => JSON.stringify(each)))} out`)
  print(await interleaved(tasks, { rounds, ms: 1_000, warmUpMs: 4_000 }), 'only JSON.parse and JSON.stringify')
  if (bytes === 0) throw new Error('nothing was written')
}

/** The command as a process of its own; gives the most memory it held, in megabytes. */
function run(file: string, jobs: number): number {
  const told = "import('node:process').then(({ default: p }) => p.on('exit', () => p.stderr.write('peak ' + p.resourceUsage().maxRSS + '\\n')))"
  const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, command, 'assess', file, '--format', 'json', '--jobs', String(jobs)]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(stderr)
  return Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024
}

/** `memory` as an argument measures only that. */
const part = process.argv[2]
try {
  if (part === undefined) {
    const workload = pinned()
    await oneThread('the pinned workload', await published(workload), workload.records.map(inspection))
    await oneThread('the shipped packs', shippedRuleset(), generated(256, 0.1, 20_260_101))
    const file = await written(lines)
    const jobs = [1, 2].map((count): Task => ({ name: `the command, --jobs ${count}`, records: lines, run: () => void run(file, count) }))
    console.log(`\n${lines} records, whole processes, results thrown away`)
    print(await interleaved(jobs, { rounds: Math.min(rounds, 3), ms: 0, warmUpMs: 0 }), 'the command, --jobs 1')
  }
  for (const count of [lines / 10, lines]) {
    const file = await written(count)
    console.log(`most memory, --jobs 1, ${count} records: ${run(file, 1).toFixed(0)} MB`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
