/** `hegui test` beyond one run: JUnit for continuous integration, watching, proposing; and expectations that can never be met. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RuleCases } from '@hegui/model'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestOptions, testRun } from '../src/commands/test-run.js'
import { shippedRuleset } from '../src/packs.js'
import { junitXml } from '../src/report/junit.js'
import { captured } from './captured.js'
import { readXml, type XmlElement } from './support/read-xml.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hegui-test-command-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const rule = shippedRuleset().catalogue.rules.get('fireworks/unlicensed-business')?.[0]
const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
const given = (expect: object, more: object = {}) => ({ name: '无证零售，成立。', date: '2023-01-12', facts, expect, ...more })
const casesFile = () => join(folder, 'rules/unlicensed-business/cases.json')
const put = (name: string, value: unknown): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`)
}
const write = (...cases: readonly unknown[]): void => {
  put('rules/unlicensed-business/rule.json', rule)
  put('rules/unlicensed-business/cases.json', { rule: rule?.id, cases })
}
const run = (options: Partial<TestOptions> = {}, paths: readonly string[] = [folder]) =>
  captured((output) => testRun(paths, { format: 'text', watch: false, write: false, lang: 'zh', ...options }, output))
const written = (): RuleCases => JSON.parse(readFileSync(casesFile(), 'utf8')) as RuleCases

test('of several rules those that all pass take a line, the cases of the others are listed', async () => {
  write(given({ verdict: 'violation' }), given({ verdict: 'compliant' }, { name: '错的。' }))
  const other = shippedRuleset().catalogue.rules.get('fireworks/mailed')?.[0]
  put('rules/mailed/rule.json', other)
  put('rules/mailed/cases.json', {
    rule: other?.id,
    cases: [{ name: '不是邮寄，不适用。', date: '2023-01-12', facts, expect: { verdict: 'not-applicable' } }],
  })
  const { out } = await run()
  const lines = out.split('\n').filter((line) => /[✓✗]|^\S+\/\S+$|运行了/.test(line))
  expect(lines).toEqual([
    '✓ fireworks/mailed　1 个案例',
    'fireworks/unlicensed-business',
    '  ✓ [成立] 无证零售，成立。',
    '  ✗ [不成立] 错的。',
    '运行了 2 条规则的 3 个案例：1 个没有通过。',
  ])
})

describe('JUnit', () => {
  const only = (parent: XmlElement): XmlElement => {
    expect(parent.children).toHaveLength(1)
    return parent.children[0] as XmlElement
  }

  test('is a document of one suite a rule, with each failure, where it is and why', async () => {
    write(given({ verdict: 'violation' }), given({ verdict: 'compliant' }, { name: '一边 <引号"> & 一边，错。' }))
    const { code, out, err } = await run({ format: 'junit' })
    expect([code, err]).toEqual([1, ''])
    const suites = readXml(out)
    expect([suites.name, suites.attributes.tests, suites.attributes.failures]).toEqual(['testsuites', '2', '1'])
    const suite = only(suites)
    expect([suite.attributes.name, suite.attributes.tests, suite.attributes.failures]).toEqual(['fireworks/unlicensed-business', '2', '1'])
    const [passed, failed] = suite.children
    expect([passed?.attributes.name, passed?.children]).toEqual(['无证零售，成立。', []])
    expect(failed?.attributes).toMatchObject({ name: '一边 <引号"> & 一边，错。', classname: 'fireworks/unlicensed-business', file: casesFile() })
    const failure = only(failed as XmlElement)
    expect([failure.name, failure.attributes.type]).toEqual(['failure', 'HG6012'])
    expect(failure.attributes.message).toContain('应当是“不成立”，实际是“成立”')
    expect(failure.text).toMatch(/cases\.json:\d+:\d+ 错误 HG6012/)
    expect((await run({ format: 'junit' })).out).toBe(out)
  })

  test('of characters that XML does not have is still a document', () => {
    const name = 'a\u0000b\u001B[31m\uD800c\uFFFEd\u{1F386}'
    const read = readXml(junitXml([{ rule: 'x/y', name, problems: [] }], () => ''))
    expect(read.children[0]?.children[0]?.attributes.name).toMatch(/^a.*b.*c.*d\u{1F386}$/u)
  })

  test('of files with errors has no case, and the errors go where people look', async () => {
    write(given({ verdict: 'violation' }))
    put('rules/broken/rule.json', '{')
    const { code, out, err } = await run({ format: 'junit' })
    expect([code, readXml(out).attributes.tests]).toEqual([1, '0'])
    expect(err).toContain('HG1001')
  })
})

describe('an expectation that can never be met', () => {
  test.each([
    ['an unknown fact', { verdict: 'undetermined', missing: ['licence.statu'] }, 'HG9010', '是不是 “licence.status”？'],
    ['a norm of another rule', { verdict: 'violation', norms: ['fireworks-regulation/36-2'] }, 'HG9011', '规则不引用它'],
    ['an error', { verdict: 'errored' }, 'HG9011', '规则出错不是结论'],
  ])('%s is said at its place', async (_, expected, code, says) => {
    write(given(expected))
    const result = await run()
    expect(result.code).toBe(1)
    expect(result.out).toMatch(new RegExp(`cases\\.json:\\d+:\\d+ 错误 ${code}`))
    expect(result.out).toContain(says)
    expect((await run({ lang: 'en' })).out).toContain(code)
  })
})

describe('propose', () => {
  const proposed = async (options: Partial<TestOptions> = {}) =>
    (await run({ propose: true, format: 'json', ...options })).out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as RuleCases)

  test('prints what is missing as data and writes nothing', async () => {
    write(given({ verdict: 'violation' }))
    const before = readFileSync(casesFile(), 'utf8')
    const [file, ...more] = await proposed()
    expect([file?.rule, more]).toEqual(['fireworks/unlicensed-business', []])
    expect(file?.cases.length).toBeGreaterThan(5)
    expect(file?.cases.every((each) => each.proposed === true && /。$/.test(each.name))).toBe(true)
    expect(new Set(file?.cases.map((each) => each.name)).size).toBe(file?.cases.length)
    expect(readFileSync(casesFile(), 'utf8')).toBe(before)
    expect((await run({ propose: true })).err).toContain('没有人核对过')
  })

  test('writes them beside the rule when told to; they pass, nothing more is missing, and what stood there stands there', async () => {
    write(given({ verdict: 'violation' }))
    const before = readFileSync(casesFile(), 'utf8')
    expect((await run({ propose: true, write: true })).code).toBe(0)
    expect(readFileSync(casesFile(), 'utf8').startsWith(before.slice(0, before.lastIndexOf(']')).trimEnd())).toBe(true)
    const tested = await run()
    expect([tested.code, tested.out]).toEqual([0, expect.stringContaining(`个是 hegui 提出的，还没有人核对`)])
    expect(written().cases.length).toBeGreaterThan(6)
    expect(await proposed()).toEqual([])
    expect((await run({ propose: true })).err).toContain('没有缺少的案例')
  })

  test('writes a new file where there was none, and whatever order the keys of the old one have', async () => {
    put('rules/unlicensed-business/rule.json', { ...rule, id: 'mine/first' })
    put('rules/unlicensed-business/cases.json', { cases: [given({ verdict: 'violation' })], rule: 'mine/first' })
    expect((await run({ propose: true, write: true })).code).toBe(0)
    expect([written().rule, written().cases[0]?.name]).toEqual(['mine/first', '无证零售，成立。'])
    expect((await run()).code).toBe(0)
  })

  test('of one rule, which must exist', async () => {
    write(given({ verdict: 'violation' }))
    expect((await proposed({ propose: 'fireworks/unlicensed-business' })).map((file) => file.rule)).toEqual(['fireworks/unlicensed-business'])
    const unknown = await run({ propose: 'fireworks/unlicensed-busines' })
    expect([unknown.code, unknown.out]).toEqual([1, ''])
    expect(unknown.err).toContain('HG6001')
    expect(unknown.err).toContain('fireworks/unlicensed-business')
  })

  test('of a rule that asks nothing says so', async () => {
    const day = (value: string) => ({ fact: 'conduct.date', operator: 'onOrAfter', value })
    put('rules/dated/rule.json', { ...rule, id: 'mine/dated', appliesWhen: day('2023-01-01'), violatedWhen: day('2023-02-01') })
    put('rules/dated/cases.json', { rule: 'mine/dated', cases: [given({ verdict: 'compliant' }, { facts: {} })] })
    expect((await run({ propose: true })).err).toContain('HG9012')
  })

  test('into the shipped packs is not done', async () => {
    await expect(run({ propose: true, write: true }, [])).rejects.toMatchObject({ exitCode: 2 })
  })

  test.each<[string, Partial<TestOptions>]>([
    ['while watching', { propose: true, watch: true }],
    ['as JUnit', { propose: true, format: 'junit' }],
    ['by writing alone', { write: true }],
    ['watching outside of a terminal', { watch: true }],
  ])('is not done %s', async (_, options) => {
    write(given({ verdict: 'violation' }))
    await expect(run(options)).rejects.toMatchObject({ exitCode: 2 })
  })
})

describe('watch', () => {
  test('runs at once, again after each change of a file of rules, and ends when it is ended', async () => {
    write(given({ verdict: 'violation' }))
    const stop = new AbortController()
    let [out, err] = ['', '']
    const output = {
      out: (text: string) => {
        out += text
      },
      err: (text: string) => {
        err += text
      },
    }
    const done = testRun([folder], { format: 'text', watch: true, write: false, lang: 'zh' }, output, { isTerminal: true, stop: stop.signal })
    const until = async (holds: () => boolean): Promise<void> => {
      for (let waited = 0; !holds(); waited += 50) {
        if (waited > 20_000) throw new Error(`still waiting:\n${out}`)
        await sleep(50)
      }
    }
    const runs = (): number => out.split('运行了 1 条规则').length - 1
    await until(() => runs() === 1)
    expect([out.includes('全部通过'), err]).toEqual([true, '等待改动，按 Ctrl+C 结束……\n'])
    put('rules/unlicensed-business/notes.txt', 'not a rule')
    await sleep(400)
    expect(runs()).toBe(1)
    write(given({ verdict: 'compliant' }))
    await until(() => out.includes('1 个没有通过'))
    write(given({ verdict: 'violation' }))
    await until(() => /没有通过[\s\S]*全部通过/.test(out))
    stop.abort()
    expect(await done).toBe(0)
    const last = runs()
    write(given({ verdict: 'compliant' }))
    await sleep(400)
    expect(runs()).toBe(last)
  })
})
