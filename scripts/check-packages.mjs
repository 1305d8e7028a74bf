// Checks each published package as its users will get it: publint and attw on the packed tarball.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const published = readdirSync(join(root, 'packages')).filter(
  (name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).private !== true,
)

let failed = 0
// `@hegui/testing/vitest` is for vitest, which itself cannot be required.
const allowed = { testing: ['--ignore-rules', 'cjs-resolves-to-esm'] }

for (const name of published) {
  const folder = join(root, 'packages', name)
  const tarballs = mkdtempSync(join(tmpdir(), 'hegui-pack-'))
  const step = (command, args) => {
    const result = spawnSync(command, args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' })
    if (result.status === 0) return true
    console.error(`✗ ${name}: ${command} ${args.join(' ')}\n${result.stdout}${result.stderr}`)
    failed++
    return false
  }
  const bin = (tool) => join(root, 'node_modules', '.bin', tool)
  if (step('npx', ['--yes', packageManager, 'pack', '--pack-destination', tarballs])) {
    const [tarball] = readdirSync(tarballs)
    const fine = [
      step(bin('publint'), ['run', '--strict', join(tarballs, tarball)]),
      step(bin('attw'), [join(tarballs, tarball), '--profile', 'node16', '--format', 'ascii', ...(allowed[name] ?? [])]),
    ]
    if (fine.every(Boolean)) console.log(`✓ ${name}`)
  }
  rmSync(tarballs, { recursive: true, force: true })
}
process.exit(failed === 0 ? 0 : 1)
