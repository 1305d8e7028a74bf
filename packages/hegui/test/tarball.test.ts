/** The packed packages in an empty project outside the workspace, as a user gets them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string }
const packages = [
  'model',
  'calendar',
  'engine',
  'analysis',
  'report',
  'sql',
  'testing',
  'pack-law',
  'pack-fireworks',
  'pack-air-quality',
  'pack-work-safety',
  'pack-urban-order',
  'hegui',
]
const record = {
  id: 'r-1',
  inspectedOn: '2023-01-10',
  region: '500241',
  conducts: [{ id: 'sale', date: '2023-01-10', facts: { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' } }],
}

let project = ''

function run(
  command: string,
  args: readonly string[],
  cwd: string,
  input?: string,
): { readonly code: number | null; readonly out: string; readonly err: string } {
  // A project of its own: nothing of this run's workspace may show through.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_(package|lifecycle|config_local_prefix|config_workspace)|NODE_PATH|NODE_OPTIONS|VITEST|INIT_CWD|PNPM)/i.test(name),
    ),
  )
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', ...(input === undefined ? {} : { input }) })
  return { code: status, out: stdout, err: stderr }
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'hegui-user-'))
  const tarballs = join(project, 'tarballs')
  mkdirSync(tarballs)
  for (const name of packages) {
    const packed = run('npx', ['--yes', packageManager, 'pack', '--pack-destination', tarballs], join(root, 'packages', name))
    if (packed.code !== 0) throw new Error(`packing ${name} failed: ${packed.out}${packed.err}`)
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }))
  writeFileSync(join(project, 'record.json'), JSON.stringify(record))
  const installed = run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', ...readdirSync(tarballs).map((name) => `./tarballs/${name}`)],
    project,
  )
  if (installed.code !== 0) throw new Error(`installing failed: ${installed.out}${installed.err}`)
}, 300_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('an empty project with the packed packages', () => {
  it('runs npx hegui assess', () => {
    const { code, out, err } = run('npx', ['--no-install', 'hegui', 'assess', 'record.json'], project)
    expect({ code, err: err.replaceAll(/npm warn.*\n/g, '') }).toEqual({ code: 0, err: '' })
    expect(out).toContain('违法成立')
  })

  it('reads standard input', () => {
    const { code, out } = run('npx', ['--no-install', 'hegui', 'assess', '-', '--format', 'json'], project, JSON.stringify(record))
    expect(code).toBe(0)
    expect((JSON.parse(out) as { findings: unknown[] }).findings.length).toBeGreaterThan(0)
  })

  it('ends with the documented codes', () => {
    writeFileSync(join(project, 'bad.json'), '{"id":')
    expect(run('npx', ['--no-install', 'hegui', 'assess', 'bad.json'], project).code).toBe(1)
    expect(run('npx', ['--no-install', 'hegui', 'assess'], project).code).toBe(2)
    expect(run('npx', ['--no-install', 'hegui', 'asses', 'record.json'], project).code).toBe(2)
    expect(run('npx', ['--no-install', 'hegui', '--version'], project)).toMatchObject({ code: 0 })
  })

  it('appraises a unit, into a spreadsheet', () => {
    const units = [{ id: 'town', title: '某镇', organ: 'township-government', region: '500241' }]
    writeFileSync(join(project, 'appraisal.json'), JSON.stringify({ units }))
    const args = ['--plan', 'erong-2023', '--unit', 'town', '--from', '2023-01-01', '--to', '2023-12-31', '--submissions', 'appraisal.json']
    const { code, err } = run('npx', ['--no-install', 'hegui', 'appraise', 'record.json', ...args, '--format', 'xlsx', '--out', 'table.xlsx'], project)
    expect({ code, err: err.replaceAll(/npm warn.*\n/g, '') }).toEqual({ code: 0, err: '' })
    expect(readFileSync(join(project, 'table.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(run('npx', ['--no-install', 'hegui', 'appraise', 'record.json', ...args], project).out).toContain('督查考核：某镇')
    expect(run('npx', ['--no-install', 'hegui', 'appraise', ...args, '--format', 'xlsx'], project).code).toBe(2)
  })

  it('says what to install for a Word file, and compares without it', () => {
    const fact = { id: 'shop.boxes', title: '箱数', type: 'number', unit: 'carton', scope: 'site', question: '有几箱？', evidence: ['清点'] }
    mkdirSync(join(project, 'changed', 'facts'), { recursive: true })
    writeFileSync(join(project, 'changed', 'facts', 'boxes.json'), JSON.stringify({ facts: [fact] }))
    const args = ['--no-install', 'hegui', 'diff', 'shipped', 'changed']
    const { code, err } = run('npx', [...args, '--format', 'docx', '-o', 'diff.docx'], project)
    expect(code).toBe(1)
    expect(err).toContain('npm install docx@9.7.1')
    expect(run('npx', [...args, '--format', 'markdown'], project)).toMatchObject({ code: 0 })
    expect(run('npx', [...args, '--format', 'docx'], project).code).toBe(2)
  })

  it('scaffolds a rule in a pack of its own, which does not pass until it is filled in', () => {
    expect(run('npx', ['--no-install', 'hegui', 'new', 'rule', 'mine/first', '--dir', 'my-pack'], project)).toMatchObject({ code: 0 })
    const checked = run('npx', ['--no-install', 'hegui', 'check', 'my-pack'], project)
    expect(checked.code).toBe(1)
    expect(checked.out).toContain('HG2012')
    expect(run('npx', ['--no-install', 'hegui', 'test', 'my-pack'], project)).toMatchObject({ code: 1 })
    expect(run('npx', ['--no-install', 'hegui', 'new', 'rule', '../first'], project)).toMatchObject({ code: 1 })
    expect(run('npx', ['--no-install', 'hegui', 'new'], project)).toMatchObject({ code: 2 })
    expect(run('npx', ['--no-install', 'hegui', 'rules', '--article', '烟花爆竹安全管理条例36', '--plan', 'erong-2023'], project).out).toContain(
      'fireworks/street-hawking',
    )
  })

  const script =
    "const result = assess(record); if (!result.ok) throw new Error('not assessed'); console.log(result.assessment.findings.filter((finding) => finding.verdict === 'violation').map((finding) => finding.rule).join())"

  it('works with import', () => {
    writeFileSync(
      join(project, 'user.mjs'),
      `import { readFileSync } from 'node:fs'\nimport { assess } from 'hegui'\nconst record = JSON.parse(readFileSync('record.json', 'utf8'))\n${script}\n`,
    )
    expect(run('node', ['user.mjs'], project)).toEqual({ code: 0, out: 'fireworks/unlicensed-business\n', err: '' })
  })

  it('works with require', () => {
    writeFileSync(
      join(project, 'user.cjs'),
      `const { readFileSync } = require('node:fs')\nconst { assess } = require('hegui')\nconst record = JSON.parse(readFileSync('record.json', 'utf8'))\n${script}\n`,
    )
    expect(run('node', ['user.cjs'], project)).toEqual({ code: 0, out: 'fireworks/unlicensed-business\n', err: '' })
  })

  it('ships the rules as readable JSON', () => {
    expect(readdirSync(join(project, 'node_modules', '@hegui', 'pack-fireworks', 'rules')).length).toBeGreaterThan(40)
  })
})
