/** `hegui check --fix`: what needs no asking is put right in the files, said per line, and checked again. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkCommand } from '../src/commands/check.js'
import { type Captured, captured, withFiles } from './captured.js'

const rule = `{
  "id": "fireworks/test-rule",
  "revision": 1,
  "title": "测试规则，“无证”",
  "basis": [{ "instrument": "fireworks-regulation", "article": "36(1)", "role": "penalty" }],
  "norms": ["fireworks-regulation/36-1"],
  "inForce": { "from": "2016-02-06" },
  "appliesWhen": { "fact": "conduct.goods", "operator": "equal", "value": "fireworks" },
  "violatedWhen": { "fact": "licence.status", "operator": "equal", "value": "none" },
  "weight": "serious"
}
`
const cases = `{
  "rule": "fireworks/test-rule",
  "cases": [
    { "name": "无证即成立", "date": "2023-01-10", "facts": { "conduct.goods": "fireworks", "licence.status": "none" }, "expect": { "verdict": "violation" } }
  ]
}
`
const ruleFile = 'pack/rules/test-rule/rule.json'
const caseFile = 'pack/rules/test-rule/cases.json'
type Given = Readonly<Record<string, string>>

async function fix(
  files: Given,
  format: 'text' | 'json' | 'sarif' | 'github' = 'text',
  prepare: (path: (name: string) => string) => void = () => {},
): Promise<Captured & { readonly files: Given }> {
  let after: Given = {}
  const done = await withFiles(files, async (path) => {
    prepare(path)
    const result = await captured((output) => checkCommand({ paths: [path('pack')], language: 'zh', format, fix: true }, output))
    after = Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(path(name), 'utf8')]))
    return result
  })
  return { ...done, files: after }
}

describe('hegui check --fix', () => {
  test('puts punctuation, the mark and commas right, then finds nothing wrong', async () => {
    const typed = `\uFEFF${rule.replace('"revision": 1,', '“revision”：1，').replace('"serious"\n', '"serious",\n')}`
    const { code, out, err, files } = await fix({ [ruleFile]: typed, [caseFile]: cases })
    expect(files).toEqual({ [ruleFile]: rule, [caseFile]: cases })
    expect([code, err]).toEqual([0, ''])
    expect(out).toBe(
      [
        `${ruleFile}:1:1 已改 HG1002 删去 BOM`,
        `${ruleFile}:3:3 已改 HG1003 “ ” ： ， → " : ,`,
        `${ruleFile}:10:22 已改 HG1007 删去 ,`,
        `${ruleFile} 已改 HG6040 次序、缩进和换行`,
        '检查了 2 个文件：没有问题。',
        '',
      ].join('\n'),
    )
  })

  test('order and line ends are put right too', async () => {
    const turned = rule.replace('  "revision": 1,\n', '').replace('  "weight"', '  "revision": 1,\n  "weight"').replaceAll('\n', '\r\n')
    const { code, files } = await fix({ [ruleFile]: turned, [caseFile]: cases })
    expect([code, files]).toEqual([0, { [ruleFile]: rule, [caseFile]: cases }])
  })

  test('what has to be decided is left and reported, what is beside it is put right', async () => {
    const twice = rule.replace('"revision": 1,', '"revision"： 1,\n  "revision": 2,')
    const { code, out, files } = await fix({ [ruleFile]: twice, [caseFile]: cases })
    expect(code).toBe(1)
    expect(out).toContain(`${ruleFile}:3:13 已改 HG1003`)
    expect(out).toContain(`${ruleFile}:4:3 错误 HG1004`)
    expect(files[ruleFile]).toBe(twice.replace('：', ':'))
  })

  test('a text with a comment, a missing comma or no quotes is not touched', async () => {
    for (const broken of [
      rule.replace('"revision": 1,', '"revision"： 1, // first'),
      rule.replace('"revision": 1,', '“revision”: 1'),
      rule.replace('"serious"', '严重'),
    ]) {
      const { code, out, files } = await fix({ [ruleFile]: broken, [caseFile]: cases })
      expect([code, files[ruleFile]]).toEqual([1, broken])
      expect(out).toMatch(/错误 HG10\d\d/)
      expect(out).not.toContain('已改')
    }
  })

  test('records keep their layout, and lines of records are not touched', async () => {
    const record = '{"inspectedOn":"2023-01-10",“id”:"r","conducts":[]}'
    const given = { 'pack/r.json': record, 'pack/r.ndjson': `${record}\n` }
    const { files } = await fix(given)
    expect(files).toEqual({ 'pack/r.json': record.replace('“id”', '"id"'), 'pack/r.ndjson': `${record}\n` })
  })

  test('a link is neither followed nor replaced', async () => {
    const outside = { 'outside/rule.json': rule.replace('1,', '1，'), [caseFile]: cases }
    const { files } = await fix(outside, 'text', (path) => {
      mkdirSync(path('pack/rules/linked'), { recursive: true })
      symlinkSync(path('outside/rule.json'), path('pack/rules/linked/rule.json'))
    })
    expect(files).toEqual(outside)
  })

  test('for a machine, what was fixed is told beside the report', async () => {
    const { out, err } = await fix({ [ruleFile]: rule.replace('1,', '1，'), [caseFile]: cases }, 'sarif')
    expect(JSON.parse(out).runs[0].results).toEqual([])
    expect(err).toContain('已改 HG1003')
  })
})
