/**
 * How long `hegui diff` takes on the pinned pack of 150 rules, as a command from its start to its end: reading and
 * checking both versions, comparing, assessing each counter-example in both. Ten rules changed, and all of them.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PackDiff, relations } from '@hegui/analysis'
import { type Condition, oppositeOf, type Pack, type Rule } from '@hegui/model'
import { shippedPacks } from 'hegui'
import { pinned } from './pinned/workload.js'

const ROUNDS = 5
const command = fileURLToPath(new URL('../../hegui/dist/cli.js', import.meta.url))

/** Another threshold, or the opposite where there is none: the last comparison of a condition says something else. */
function changed(condition: Condition): Condition {
  if ('all' in condition) return { all: [...condition.all.slice(0, -1), ...condition.all.slice(-1).map(changed)] }
  if ('any' in condition) return { any: [...condition.any.slice(0, -1), ...condition.any.slice(-1).map(changed)] }
  if (!('fact' in condition)) throw new Error('the workload has no other conditions')
  return typeof condition.value === 'number' ? { ...condition, value: condition.value + 5 } : { ...condition, operator: oppositeOf[condition.operator] }
}

function write(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(value))
}

/** A rule has a case. */
const nothingKnown = { name: '什么都不知道，待查。', date: '2023-06-30', facts: {}, expect: { verdict: 'undetermined' } }

/** A folder of packs that stands in the place of all the shipped ones: the pinned pack, and empty ones. */
function version(folder: string, pack: Pack, rules: readonly Rule[]): string {
  for (const [at, { id, title }] of shippedPacks.entries()) {
    const own = join(folder, id)
    write(join(own, 'package.json'), { name: id, version: '1.0.0', hegui: { pack: id, title } })
    if (at > 0) continue
    write(join(own, 'facts', 'facts.json'), { facts: pack.facts })
    for (const law of pack.instruments) write(join(own, 'laws', `${law.id}.json`), law)
    for (const rule of rules) {
      const beside = join(own, 'rules', rule.id.split('/').at(-1) ?? '')
      write(join(beside, 'rule.json'), rule)
      write(join(beside, 'cases.json'), { rule: rule.id, cases: [nothingKnown] })
    }
  }
  return folder
}

const folder = mkdtempSync(join(tmpdir(), 'hegui-bench-diff-'))
try {
  const { pack, rules } = pinned()
  const old = version(join(folder, 'old'), pack, rules)
  for (const count of [10, rules.length]) {
    const every = rules.length / count
    const fresh = rules.map((rule, at) => (at % every === 0 ? { ...rule, revision: 2, violatedWhen: changed(rule.violatedWhen) } : rule))
    const path = version(join(folder, `changed-${count}`), pack, fresh)
    const seconds: number[] = []
    let diff: PackDiff | undefined
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now()
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'diff', old, path, '--format', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 30 })
      seconds.push((performance.now() - begun) / 1000)
      if (status !== 0) throw new Error(stderr)
      diff = JSON.parse(stdout) as PackDiff
    }
    if (diff?.counts.compared !== count) throw new Error(`${diff?.counts.compared} rules were compared, not ${count}`)
    const sorted = [...seconds].sort((a, b) => a - b).map((each) => each.toFixed(2))
    const said = relations.flatMap((relation) => {
      const of = diff?.rules.filter((rule) => rule.relation === relation).length ?? 0
      return of === 0 ? [] : [`${of} ${relation}`]
    })
    const examples = diff.rules.reduce((sum, each) => sum + each.examples.length, 0)
    const steps = Math.max(...diff.rules.map((each) => each.steps))
    console.log(
      `${rules.length} rules, ${count} changed: median ${sorted[Math.floor(ROUNDS / 2)]} s of ${sorted.join(', ')}; ${said.join(', ')}; ${examples} examples; at most ${steps} steps`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
