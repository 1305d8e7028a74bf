/** `hegui fmt`: files on disk, written whole or not at all, and never beyond the paths that were named. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fmtCommand } from '../src/commands/fmt.js'
import { type Captured, captured, withFiles } from './captured.js'

const untidy = '{"cases":[{"facts":{"b.b":1,"a.a":true},"name":"一","date":null,"expect":{"verdict":"compliant"}}],"rule":"a/b"}'
const tidy = `{
  "rule": "a/b",
  "cases": [{ "name": "一", "date": null, "facts": { "a.a": true, "b.b": 1 }, "expect": { "verdict": "compliant" } }]
}
`
type Given = Readonly<Record<string, string>>
type Seen = Captured & { readonly files: Given }

/** Runs in a folder with the files; gives them back as they are afterwards. */
async function fmt(files: Given, { paths = ['.'], check = false } = {}, prepare: (path: (name: string) => string) => void = () => {}): Promise<Seen> {
  let after: Given = {}
  const result = await withFiles(files, async (path) => {
    prepare(path)
    const done = await captured((output) => fmtCommand({ paths: paths.map(path), language: 'zh', check }, output))
    after = Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(path(name), 'utf8')]))
    return done
  })
  return { ...result, files: after }
}

describe('hegui fmt', () => {
  test('writes what is not canonical, and says which', async () => {
    const { code, out, err, files } = await fmt({ 'rules/a/cases.json': untidy, 'rules/b/cases.json': tidy })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe('已改写 rules/a/cases.json\n看了 2 个文件：改写了 1 个。\n')
    expect(files).toEqual({ 'rules/a/cases.json': tidy, 'rules/b/cases.json': tidy })
  })

  test('--check writes nothing, points at the first line that differs, and ends with 1', async () => {
    const { code, out, err, files } = await fmt({ 'rules/a/cases.json': tidy.replace('null,', 'null, '), 'rules/b/cases.json': tidy }, { check: true })
    expect(code).toBe(1)
    expect(err).toContain('rules/a/cases.json:3:1 错误 HG6040')
    expect(out).toBe('看了 2 个文件：1 个不是规范的写法。\n')
    expect(files['rules/a/cases.json']).toContain('null, ')
  })

  test('--check of canonical files is silent success', async () => {
    expect(await fmt({ 'rules/b/cases.json': tidy }, { check: true })).toMatchObject({ code: 0, err: '', out: '看了 1 个文件：0 个不是规范的写法。\n' })
  })

  test('line ends and a missing last one count', async () => {
    for (const text of [tidy.replaceAll('\n', '\r\n'), tidy.trimEnd()]) {
      const { files } = await fmt({ 'rules/a/cases.json': text })
      expect(files['rules/a/cases.json']).toBe(tidy)
    }
  })

  test('a file with an error stays as it is, the others are written', async () => {
    const twice = '{"rule":"a/b","rule":"a/c","cases":[]}'
    const { code, out, err, files } = await fmt({ 'rules/a/cases.json': twice, 'rules/b/cases.json': untidy })
    expect(code).toBe(1)
    expect(err).toContain('rules/a/cases.json:1:15 错误 HG1004')
    expect(out).toContain('看了 2 个文件：改写了 1 个，1 个有错误，没有动。')
    expect(files).toEqual({ 'rules/a/cases.json': twice, 'rules/b/cases.json': tidy })
  })

  test('records and whatever is no part of a pack are left alone; named, it is said', async () => {
    const record = '{"conducts":[],"inspectedOn":"2023-01-01","id":"r"}'
    const quiet = await fmt({ 'records/r.json': record, 'package.json': '{"b":1,"a":2}' })
    expect(quiet).toMatchObject({ code: 0, err: '', files: { 'records/r.json': record } })
    const named = await fmt({ 'records/r.json': record }, { paths: ['records/r.json'] })
    expect(named.code).toBe(0)
    expect(named.err).toContain('提醒 HG6042')
  })

  test('a file that is not there, and one that is not UTF-8, are reported', async () => {
    const missing = await fmt({}, { paths: ['nowhere/rule.json'] })
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('HG1009')])
    const bytes = Buffer.from([0x7b, 0x22, 0xd6, 0xd0, 0x22, 0x3a, 0x31, 0x7d])
    let kept: Buffer = Buffer.alloc(0)
    const gbk = await withFiles({ 'rules/a/rule.json': '' }, async (path) => {
      writeFileSync(path('rules/a/rule.json'), bytes)
      const done = await captured((output) => fmtCommand({ paths: [path('.')], language: 'zh', check: false }, output))
      kept = readFileSync(path('rules/a/rule.json'))
      return done
    })
    expect(gbk.code).toBe(1)
    expect(gbk.err).toContain('不是 UTF-8 编码')
    expect(kept).toEqual(bytes)
  })

  test('a link is neither followed in a folder nor written through when named', async () => {
    const given = { 'outside/cases.json': untidy, 'pack/rules/a/cases.json': tidy }
    const link = (path: (name: string) => string): void => {
      mkdirSync(path('pack/rules/b'), { recursive: true })
      symlinkSync(path('outside/cases.json'), path('pack/rules/b/cases.json'))
      symlinkSync(path('outside'), path('pack/rules/c'))
    }
    const inFolder = await fmt(given, { paths: ['pack'] }, link)
    expect(inFolder).toMatchObject({ code: 0, files: given })
    const named = await fmt(given, { paths: ['pack/rules/b/cases.json'] }, link)
    expect(named).toMatchObject({ code: 1, files: given, err: expect.stringContaining('HG6041') })
  })

  test('keeps who may read a file, and leaves nothing beside it', async () => {
    let mode = 0
    let beside: readonly string[] = []
    await withFiles({ 'rules/a/cases.json': untidy }, async (path) => {
      chmodSync(path('rules/a/cases.json'), 0o640)
      const done = await captured((output) => fmtCommand({ paths: [path('.')], language: 'zh', check: false }, output))
      mode = statSync(path('rules/a/cases.json')).mode & 0o777
      beside = readdirSync(path('rules/a'))
      return done
    })
    expect(mode).toBe(0o640)
    expect(beside).toEqual(['cases.json'])
  })
})
