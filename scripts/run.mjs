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
function run(command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
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

/** Builds when a built file is missing or older than what it is made from. */
function build() {
  const packages = readdirSync(join(root, 'packages')).filter((name) => name !== 'bench')
  const stale = packages.some((name) => {
    const folder = join(root, 'packages', name)
    const dist = join(folder, 'dist', 'index.js')
    if (!existsSync(dist)) return true
    const sources = ['src', 'facts', 'laws', 'organs', 'procedures', 'rules', 'plans', 'conditions'].map((part) => join(folder, part)).filter(existsSync)
    return Math.max(...sources.map(newest)) > statSync(dist).mtimeMs
  })
  if (!stale) return
  console.error('正在构建…… Building…')
  pnpm(['run', 'build'], { quiet: true })
}

const hegui = (args) => run(process.execPath, [join(root, 'packages', 'hegui', 'dist', 'cli.js'), ...args])

const tasks = {
  setup: () => {
    install()
    build()
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
    tasks.setup()
    hegui(rest)
  },
}

const chosen = tasks[task]
if (chosen === undefined) {
  console.error(`用法：node scripts/run.mjs ${Object.keys(tasks).join(' | ')}`)
  process.exit(2)
}
chosen()
