/** How long the command takes to start, whole processes: its version, and one record, beside a Node that does nothing. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { interleaved } from './pinned/interleaved.js'

const command = fileURLToPath(new URL('../../hegui/dist/cli.js', import.meta.url))
const record = fileURLToPath(new URL('../../../examples/records/01-village-shops-2012.json', import.meta.url))
const nothing = 'node -e 0'

const started = (name: string, args: readonly string[]) => ({
  name,
  records: 1,
  run: () => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
  },
})

// Of each one start a round.
const measured = await interleaved(
  [
    started(nothing, ['-e', '0']),
    started('hegui --version', [command, '--version']),
    started('hegui assess, one record, text', [command, 'assess', record]),
    started('hegui assess, one record, JSON', [command, 'assess', record, '--format', 'json']),
  ],
  { rounds: Number(process.env['HEGUI_BENCH_STARTS'] ?? 21), ms: 0, warmUpMs: 0 },
)
console.log(`\n${'start'.padEnd(36)}${'ms'.padStart(8)}${`× ${nothing}`.padStart(16)}`)
for (const { name, perSecond, times } of measured)
  console.log(`${name.padEnd(36)}${(1000 / perSecond).toFixed(0).padStart(8)}${(1 / times(nothing)).toFixed(2).padStart(16)}`)
