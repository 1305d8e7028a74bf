/** The vitest entry: the cases of a folder are tests of their own, and those that fail fail the run. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { registerCases } from '@hegui/testing/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedPacks } from '../src/packs.js'

// The very use of the entry: these cases appear among the tests of this file.
registerCases(fileURLToPath(new URL('../../pack-fireworks/rules/mailed', import.meta.url)), { packs: shippedPacks })

interface Report {
  readonly success: boolean
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

describe('a run of its own', () => {
  // Inside the repository, so that vitest is found.
  let folder = ''
  let results: Report['testResults'][number]['assertionResults'] = []
  const put = (name: string, cases: unknown): void => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'cases.json'), typeof cases === 'string' ? cases : JSON.stringify(cases))
  }
  const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
  const given = (name: string, expected: object) => ({ name, date: '2023-01-12', facts, expect: expected })

  beforeAll(async () => {
    folder = mkdtempSync(join(root, 'packages', 'hegui', 'test', 'run-'))
    put('good', {
      rule: 'fireworks/unlicensed-business',
      cases: [
        given('成立。', { verdict: 'violation' }),
        given('预期错了。', { verdict: 'compliant' }),
        given('缺的事实写错了。', { verdict: 'undetermined', missing: ['licence.statu'] }),
      ],
    })
    put('broken', '{')
    put('unknown', { rule: 'fireworks/no-such-rule', cases: [given('没有规则。', { verdict: 'violation' })] })
    writeFileSync(
      join(folder, 'cases.test.ts'),
      `import { registerCases } from '@hegui/testing/vitest'
import { shippedPacks } from 'hegui'
registerCases(${JSON.stringify(folder)}, { packs: shippedPacks })
registerCases(${JSON.stringify(join(folder, 'nowhere'))}, { packs: shippedPacks })
registerCases(${JSON.stringify(folder)}, { packs: [{}] })
`,
    )
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const stdout = await new Promise<string>((resolve) => {
      execFile(process.execPath, [vitest, 'run', join(folder, 'cases.test.ts'), '--reporter=json'], { cwd: root, maxBuffer: 1e8 }, (_, out) => resolve(out))
    })
    results = (JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report).testResults[0]?.assertionResults ?? []
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const of = (title: string | RegExp) => results.filter((each) => (typeof title === 'string' ? each.title === title : title.test(each.title)))

  test('a case that holds passes, under its rule and by its name', () => {
    expect(of('成立。')).toMatchObject([{ ancestorTitles: ['fireworks/unlicensed-business'], status: 'passed' }])
  })
  test('one that does not fails with what was expected and what came', () => {
    expect(of('预期错了。')[0]?.failureMessages.join('')).toContain('verdict：应当是 "compliant"，实际是 "violation"')
  })
  test('one that cannot pass fails with the problem', () => {
    expect(of('缺的事实写错了。')[0]?.failureMessages.join('')).toContain('HG9010 expect/missing/0')
  })
  test.each([
    ['a file that is no JSON', /broken.cases\.json$/, 'HG1001'],
    ['a rule that is in no pack', /unknown.cases\.json$/, '规则包里没有规则 fireworks/no-such-rule'],
    ['a folder without cases', /nowhere 里有案例$/, '没有 cases.json'],
    ['packs with errors', '规则包没有错误', 'HG'],
  ])('%s fails', (_, title, says) => {
    expect(of(title)).toMatchObject([{ status: 'failed' }])
    expect(of(title)[0]?.failureMessages.join('')).toContain(says)
  })
})
