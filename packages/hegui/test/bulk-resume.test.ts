/** The built command, killed in the middle and gone on with: the outputs are those of a run nobody disturbed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'hegui-bulk-'))
const at = (name: string): string => join(folder, name)

const goods = ['fireworks', 'coal', 'timber']
const line = (index: number): string =>
  index % 19 === 7
    ? '{"id": '
    : index % 29 === 11
      ? ''
      : JSON.stringify({
          id: `记录-${index}`,
          inspectedOn: '2023-01-12',
          region: '500241',
          conducts: [
            { id: 'c1', date: '2023-01-12', facts: { 'conduct.activity': 'retail', 'conduct.goods': goods[index % 3] ?? 'coal', 'licence.status': 'none' } },
          ],
        })
const input = (from: number, count: number): string => Array.from({ length: count }, (_, index) => line(from + index)).join('\n')

const run = (...args: readonly string[]) => spawnSync(process.execPath, [cli, 'assess', ...args, '--format', 'json'], { cwd: folder, encoding: 'utf8' })
const clean = (): void => {
  for (const name of readdirSync(folder)) if (name.startsWith('out.') || name.startsWith('rejects.')) rmSync(at(name))
}
const checkpoints = (): number =>
  existsSync(at('out.ndjson.journal'))
    ? readFileSync(at('out.ndjson.journal'), 'utf8')
        .split('\n')
        .filter((each) => each.includes('"hash"')).length
    : 0

/** Kills the command once its journal has so many places to go on from. */
async function killedAfter(count: number, ...args: readonly string[]): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [cli, 'assess', ...args, '--format', 'json'], { cwd: folder, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  while (checkpoints() < count && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGKILL')
  await ended
  if (existsSync(at('out.ndjson'))) throw new Error('the run ended before it was killed: make its input longer')
}

const whole = ['a.ndjson', 'b.jsonl', '--out', 'out.ndjson', '--rejects', 'rejects.ndjson']
let expected = { out: '', rejects: '' }

beforeAll(() => {
  if (!existsSync(cli)) throw new Error('build first: npm run setup')
  writeFileSync(at('a.ndjson'), `${input(0, 200)}\n`)
  writeFileSync(at('b.jsonl'), input(200, 200))
  const { status } = run(...whole)
  expect(status).toBe(1)
  expected = { out: readFileSync(at('out.ndjson'), 'utf8'), rejects: readFileSync(at('rejects.ndjson'), 'utf8') }
  clean()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const same = (): void => {
  // A diff of megabytes helps nobody.
  expect(readFileSync(at('out.ndjson'), 'utf8') === expected.out).toBe(true)
  expect(readFileSync(at('rejects.ndjson'), 'utf8') === expected.rejects).toBe(true)
  expect(readdirSync(folder).filter((name) => /part$|journal$/.test(name))).toEqual([])
}

describe('a run that was killed', () => {
  it.each([
    [1, '1'],
    [3, '1'],
    [2, '2'],
  ])('after %i places, with %s jobs, is gone on with to the same bytes', async (count, jobs) => {
    clean()
    await killedAfter(count, ...whole, '--jobs', jobs)
    const again = run(...whole, '--resume', '--jobs', jobs === '1' ? '2' : '1')
    expect(again.status).toBe(1)
    expect(again.stderr).toContain('HG6039')
    same()
  })

  it('in the middle of a line, of the output and of the journal, twice', async () => {
    clean()
    await killedAfter(1, ...whole)
    appendFileSync(at('out.ndjson.part'), '{"schema":"hegui/assess')
    appendFileSync(at('out.ndjson.journal'), '{"file":0,"form":"li')
    await killedAfter(checkpoints() + 1, ...whole, '--resume')
    appendFileSync(at('rejects.ndjson.part'), '{"fi')
    expect(run(...whole, '--resume').status).toBe(1)
    same()
  })

  it('keeps what stood in the place of the output until the new one is whole', async () => {
    clean()
    writeFileSync(at('out.ndjson'), 'yesterday\n')
    const child = spawn(process.execPath, [cli, 'assess', ...whole, '--format', 'json'], { cwd: folder, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (checkpoints() < 1) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await ended
    expect(readFileSync(at('out.ndjson'), 'utf8')).toBe('yesterday\n')
    run(...whole, '--resume')
    same()
  })

  it('between the renaming of its outputs is only renamed', async () => {
    clean()
    await killedAfter(1, ...whole)
    // As it stands when all is written, the rejects are in their place and the output is not yet.
    appendFileSync(at('out.ndjson.journal'), '\n{"done":{"rejected":2,"errors":2}}\n')
    writeFileSync(at('out.ndjson.part'), expected.out)
    rmSync(at('rejects.ndjson.part'))
    writeFileSync(at('rejects.ndjson'), expected.rejects)
    expect(run(...whole, '--resume')).toMatchObject({ status: 1, stdout: '' })
    same()
  })
})

describe('a run is not gone on with', () => {
  const refused = async (change: () => void, ...args: readonly string[]): Promise<string> => {
    clean()
    await killedAfter(1, ...whole)
    change()
    const { status, stderr } = run(...(args.length > 0 ? args : whole), '--resume')
    expect(status).toBe(1)
    expect(existsSync(at('out.ndjson'))).toBe(false)
    const found = JSON.parse(stderr.split('\n')[0] ?? '') as { code: string; params: { what: string } }
    expect(found.code).toBe('HG6034')
    return found.params.what
  }

  it('when what was read of the input has changed', async () => {
    const before = readFileSync(at('a.ndjson'))
    const changed = Buffer.from(before)
    changed[8] = changed[8] === 0x58 ? 0x59 : 0x58
    expect(await refused(() => writeFileSync(at('a.ndjson'), changed))).toContain('a.ndjson')
    writeFileSync(at('a.ndjson'), before)
  })

  it('when the input has grown', async () => {
    const { size } = statSync(at('b.jsonl'))
    expect(await refused(() => appendFileSync(at('b.jsonl'), '\n{}'))).toContain('b.jsonl')
    truncateSync(at('b.jsonl'), size)
  })

  it('with other options', async () => {
    expect(await refused(() => undefined, ...whole, '--decided-on', '2023-02-01')).toContain('decidedOn')
  })

  it('with other files', async () => {
    expect(await refused(() => undefined, ...whole.slice(1))).toContain('a.ndjson')
  })

  it('when the part of the output is gone', async () => {
    expect(await refused(() => rmSync(at('out.ndjson.part')))).toContain('out.ndjson.part')
  })

  it('from standard input', () => {
    clean()
    expect(run('-', '--out', 'out.ndjson', '--resume').stderr).toContain('标准输入')
  })
})

describe('a run with nothing to go on from', () => {
  it('begins at the beginning', () => {
    clean()
    expect(run(...whole, '--resume').status).toBe(1)
    same()
  })
})
