// `npm run demo`, `npm test`, `npm run hegui -- …` on a machine that has only Node and npm: does the set-up
// that is still missing, then the job. Everything comes from package.json and the lockfile; nothing global.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const [task, ...rest] = process.argv.slice(2)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。Node.js 20.19 or later is needed.`)
  process.exit(2)
}

/** Runs a command to its end; stops everything with its exit code if it fails. */
function run(command, args, { quiet = false, cwd = root } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
    encoding: 'utf8',
  })
  if (result.status === 0) return
  if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  process.exit(result.status ?? 3)
}

// pnpm comes through npm: it is not on a fresh machine, and corepack's keys may be too old for it.
const pnpm = (args, options) => run('npx', ['--yes', manifest.packageManager, ...args], options)

const newest = (folder) =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !(entry.parentPath ?? entry.path).includes('node_modules'))
      .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  )

function install() {
  const marker = join(root, 'node_modules', '.modules.yaml')
  const lock = join(root, 'pnpm-lock.yaml')
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return
  console.error('正在安装依赖…… Installing dependencies…')
  pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], { quiet: true })
}

const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'bench')
const dataFolders = ['facts', 'laws', 'organs', 'procedures', 'principles', 'circumstances', 'benchmarks', 'rules', 'plans', 'conditions']
const built = (name) => join(root, 'packages', name, 'dist', 'index.js')
const missing = () => packages.some((name) => !existsSync(built(name)))

/** Is a built file older than what stands in these folders of its package? */
const stale = (folders) =>
  packages.some((name) => {
    const sources = folders.map((part) => join(root, 'packages', name, part)).filter(existsSync)
    return sources.length > 0 && Math.max(...sources.map(newest)) > statSync(built(name)).mtimeMs
  })

function build() {
  console.error('正在构建…… Building…')
  pnpm(['run', 'build'], { quiet: true })
}

/** Programs first: a slip in a rule must be told by `hegui check`, in its own words, not by a compiler. */
function buildPrograms() {
  if (missing() || stale(['src'])) build()
}

/** Then the data, once it is in order. */
function buildData() {
  if (!stale(dataFolders)) return
  hegui(['check', ...packages.filter((name) => name.startsWith('pack-')).map((name) => join('packages', name))], { quiet: true })
  build()
}

const hegui = (args, options) => run(process.execPath, [join(root, 'packages', 'hegui', 'dist', 'cli.js'), ...args], options)

const tasks = {
  setup: () => {
    install()
    buildPrograms()
    buildData()
  },
  test: () => {
    tasks.setup()
    run(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...rest])
  },
  demo: () => {
    tasks.setup()
    const records = join('examples', 'records')
    hegui([
      'assess',
      ...readdirSync(join(root, records))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(records, name)),
      ...rest,
    ])
  },
  hegui: () => {
    install()
    buildPrograms()
    // `check` and `test` read the files themselves, `new` only writes; everything else needs the packs as they are now.
    if (!['check', 'test', 'new'].includes(rest[0])) buildData()
    // Paths are meant from where the person stands; npm itself moves to the root.
    hegui(rest, { cwd: process.env.INIT_CWD ?? root })
  },
}

const chosen = tasks[task]
if (chosen === undefined) {
  console.error(`用法：node scripts/run.mjs ${Object.keys(tasks).join(' | ')}`)
  process.exit(2)
}
chosen()
