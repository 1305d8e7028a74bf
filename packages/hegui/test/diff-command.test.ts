/** `hegui diff`: two versions on disk, what is told, what is saved, and what is refused. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackDiff } from '@hegui/analysis'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DiffArguments, diffCommand } from '../src/commands/diff.js'
import { testCommand } from '../src/commands/test.js'
import { captured } from './captured.js'

const fireworks = fileURLToPath(new URL('../../pack-fireworks', import.meta.url))
let folder = ''
const at = (name: string): string => join(folder, name)
/** A copy of the pack with one file edited; the text to be replaced must be there. */
function version(name: string, file: string, from: string, to: string): void {
  cpSync(fireworks, at(name), { recursive: true, filter: (path) => !/node_modules|dist|[\\/]src$/.test(path) })
  const text = readFileSync(at(join(name, file)), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  writeFileSync(at(join(name, file)), text.replace(from, to))
}
const RULE = 'rules/unlicensed-business/rule.json'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegui-diff-'))
  version('stricter', RULE, '["none", "revoked"]', '["none", "revoked", "expired"]')
  version('broken', RULE, '"operator": "in"', '"operator": "inn"')
  version('noted', RULE, '包括批发和零售。', '批发和零售都包括。')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (fresh: string, more: Partial<DiffArguments> = {}) =>
  captured((output) => diffCommand({ old: 'shipped', new: at(fresh), format: 'text', language: 'zh', ...more }, output))
const codes = (err: string): readonly string[] => [...new Set(err.match(/HG\d{4}/g) ?? [])]

describe('tells', () => {
  test('what is stricter, in words, with an example, and the changeset owed', async () => {
    const { code, out, err } = await run('stricter')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('[更严] 无证经营烟花爆竹（fireworks/unlicensed-business）')
    expect(out).toContain('「与该活动相应的许可证」所列的值：增加“')
    expect(out).toContain('反例 1：不成立 → 成立')
    expect(out).toContain('至少写 minor，正文以 ★ 开头')
  })

  test('the same against the folder of the shipped pack, in JSON and in Markdown', async () => {
    const { out } = await run('stricter', { old: fireworks, format: 'json' })
    const diff = JSON.parse(out) as PackDiff
    expect(diff).toMatchObject({ schema: 'hegui/diff@1', owes: 'minor', rules: [{ rule: 'fireworks/unlicensed-business', relation: 'stricter' }] })
    const { out: markdown } = await run('stricter', { format: 'markdown' })
    expect(markdown).toMatch(/^# 版本比较[\s\S]*\n## \\\[更严\\\]/)
    expect(markdown).toContain('| 无证经营烟花爆竹（fireworks/unlicensed-business） | 更严 | 不变 | 变多 | 不变 | 变少 |')
    expect(markdown).toMatch(/\n- 反例 1：不成立 → 成立\n {2}- 行为发生在 /)
    expect(markdown).toMatch(/## 审批\n\n[\s\S]*\| 批准 \|/)
  })

  test('the same where the steps do not suffice: the solver knows the rest', async () => {
    const { code, out, err } = await run('stricter', { maxSteps: 1 })
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('[更严] 无证经营烟花爆竹（fireworks/unlicensed-business）')
    expect(out).toContain('反例 1：不成立 → 成立')
  })

  test('that only the wording changed', async () => {
    const { out } = await run('noted')
    expect(out).toContain('[结论相同] 无证经营烟花爆竹')
    expect(out).toContain('至少写 patch')
  })

  test('in English', async () => {
    expect((await run('stricter', { language: 'en' })).out).toContain('[stricter]')
  })
})

test('a Word file says what the Markdown says, word for word', async () => {
  const { code, out, err } = await run('stricter', { format: 'docx', out: at('diff.docx') })
  expect([code, out, err]).toEqual([0, '', ''])
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(at('diff.docx'))))['word/document.xml'] ?? new Uint8Array())
  const said = [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/g)].map(([, text]) => text)
  const markdown = (await run('stricter', { format: 'markdown' })).out
  const words = markdown.split(/\n|\|/).map((line) =>
    line
      .replace(/^\s*(?:#+|-|\*\*) |\*\*$|^\*\*/g, '')
      .replace(/\\(.)/g, '$1')
      .trim(),
  )
  expect(said.map((text) => text?.trim())).toEqual(words.filter((line) => line !== '' && line !== '---'))
})

test('saved cases are case files that the new version passes', async () => {
  const { code } = await run('stricter', { saveCases: at('saved') })
  const file = at('saved/fireworks/unlicensed-business/cases.json')
  expect(code).toBe(0)
  expect(existsSync(file)).toBe(true)
  const tried = at('tried')
  cpSync(at('stricter'), tried, { recursive: true })
  cpSync(file, join(tried, 'rules/unlicensed-business/cases.json'))
  const passed = await captured((output) => testCommand({ paths: [tried], language: 'zh', format: 'json' }, output))
  const lines = passed.out
    .split('\n')
    .filter((line) => line.includes('"fireworks/unlicensed-business"'))
    .map((line) => JSON.parse(line) as { readonly passed?: boolean })
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.every((line) => line.passed === true)).toBe(true)
})

describe('refuses or warns', () => {
  test.each<[string, Partial<DiffArguments>, string, number]>([
    ['a folder that is not there', { new: 'nowhere-at-all' }, 'HG9001', 1],
    ['a folder without a pack', { new: fileURLToPath(new URL('./support', import.meta.url)) }, 'HG9001', 1],
    ['the same folder twice', { old: fireworks, new: join(fireworks, '.') }, 'HG9002', 1],
    ['the shipped packs twice', { new: 'shipped' }, 'HG9002', 1],
    ['a file that cannot be written', { format: 'docx', out: join('nowhere-at-all', 'diff.docx') }, 'HG6013', 1],
  ])('%s: %s', async (_, more, expected, exit) => {
    const { code, err } = await run('stricter', more)
    expect(codes(err)).toEqual([expected])
    expect(code).toBe(exit)
  })

  test('a version with errors: they are told, nothing is compared', async () => {
    const { code, out, err } = await run('broken')
    expect([code, out]).toEqual([1, ''])
    expect(codes(err)).toContain('HG9003')
    expect(codes(err).length).toBeGreaterThan(1)
  })

  test('a changed id: gone and new, the new one offered', async () => {
    for (const [side, id] of [
      ['before', 'fireworks/own-rule'],
      ['after', 'fireworks/our-rule'],
    ] as const) {
      mkdirSync(at(`${side}/rules/own`), { recursive: true })
      for (const file of ['rule.json', 'cases.json']) {
        const text = readFileSync(join(fireworks, 'rules/unlicensed-business', file), 'utf8')
        writeFileSync(at(`${side}/rules/own/${file}`), text.replace('fireworks/unlicensed-business', id))
      }
    }
    const { out, err } = await run('after', { old: at('before') })
    expect(out).toContain('可能改成了 fireworks/our-rule')
    expect(codes(err)).toContain('HG9005')
  })
})
