/**
 * How long a backtest takes and how much memory: generated records streamed through both versions, one child process for
 * each edit of the shipped packs and each number of records. `HEGUI_BENCH_RECORDS` sets the larger number.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createBacktester } from '@hegui/analysis'
import { createRuleset, type Ruleset } from '@hegui/engine'
import type { Pack } from '@hegui/model'
import { shippedPacks, shippedRuleset } from 'hegui'
import { generated } from './workload.js'

/** What is replaced in the text of the packs. */
const edits: Readonly<Record<string, readonly [from: RegExp, to: string]>> = {
  'no change': [/$/, ''],
  'a limit 50 → 100 m': [/("id":"limit\.retailSpacingM".{0,250}"value":)50/, '$1100'],
  'a rule takes in another licence status': [/("id":"fireworks\/expired-licence-business".{0,3000}"violatedWhen":.{0,200}?)"expired"/, '$1"held"'],
  'one fine raised': [/("id":"fireworks-regulation\/36-1".{0,6000}?"amountYuan":\{"min":20000,"max":)100000/, '$1200000'],
  'one time limit longer': [/("id":"evidence-preservation".{0,400}?"amount":)7/, '$115'],
}

function version(name: string): Ruleset {
  const [from, to] = edits[name] as readonly [RegExp, string]
  const text = JSON.stringify(shippedPacks)
  if (!from.test(text)) throw new Error(`nothing to edit: ${name}`)
  const result = createRuleset(JSON.parse(text.replace(from, to)) as Pack[])
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]))
  return result.ruleset
}

function measured(name: string, total: number): string {
  const lines = generated(2_000, 0.2, 20_261_129).map((record) => JSON.stringify(record))
  const [old, fresh] = [shippedRuleset(), version(name)]
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const backtester = createBacktester(old, fresh)
  for (let index = 0; index < total; index++) {
    const record = JSON.parse(lines[index % lines.length] as string) as Record<string, unknown>
    const result = backtester.add({ ...record, id: `bench-${index}` })
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
  }
  const { counts } = backtester.result().backtest
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const peak = process.resourceUsage().maxRSS / 1024
  return `${name.padEnd(40)} ${String(total).padStart(8)} ${seconds.toFixed(1).padStart(8)} s ${(total / seconds).toFixed(0).padStart(8)}/s  cpu ${((user + system) / 1e6).toFixed(1).padStart(6)} s  changed ${String(counts.changed).padStart(6)}  in full ${String(counts.assessed).padStart(6)}  peak ${peak.toFixed(0).padStart(5)} MB`
}

const [name, count] = process.argv.slice(2)
if (name !== undefined && count !== undefined) console.log(measured(name, Number(count)))
else {
  const most = Number(process.env['HEGUI_BENCH_RECORDS'] ?? 100_000)
  for (const each of Object.keys(edits))
    for (const total of [most / 10, most]) process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), each, String(total)]))
}
