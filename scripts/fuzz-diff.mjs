// The full run of the fuzzing of `hegui diff`: ten thousand random records for each of the random pairs of rules, and as
// many pairs given to the solver as well as to the search.
// node scripts/fuzz-diff.mjs [pairs] [seed]
import { spawnSync } from 'node:child_process'

const [pairs = '200', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2)
console.log(`${pairs} pairs, 10000 records each, seed ${seed}`)
const { status } = spawnSync('npx', ['vitest', 'run', '--testTimeout=86400000', 'packages/analysis/test/diff-fuzz.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, HEGUI_FUZZ_RUNS: pairs, HEGUI_FUZZ_RECORDS: '10000', HEGUI_FUZZ_SOLVED: pairs, HEGUI_FUZZ_SEED: seed },
})
process.exit(status ?? 1)
