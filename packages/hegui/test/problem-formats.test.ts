/** Problems for other tools: SARIF by the official schema, annotations by the escaping rules of GitHub. */

import { type Problem, problem } from '@hegui/model'
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
import Ajv from 'ajv-draft-04'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCommand } from '../src/commands/check.js'
import { githubAnnotation } from '../src/report/problem-github.js'
import { problemsSarif } from '../src/report/problem-sarif.js'
import { captured, withFiles } from './captured.js'

const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
const valid = (log: unknown): boolean => {
  if (!validate(log)) throw new Error(JSON.stringify(validate.errors))
  return true
}

const range = { start: { line: 3, column: 5, offset: 20 }, end: { line: 3, column: 9, offset: 24 } }
const found: Problem = {
  ...problem('HG3004', ['rules', 0, 'appliesWhen', 'fact'], { fact: 'a.b', suggestion: '', suggestionEn: '' }),
  file: '/w/规则 #1/rule.json',
  range,
}
const elsewhere = problem('HG1009', ['packs', 1], { file: 'x', detail: '没有这个文件', detailEn: 'no such file' })

describe('SARIF', () => {
  const log = problemsSarif([found, elsewhere, { ...found, range: { ...range } }], 'zh', '/w')
  const [run] = log.runs

  test('is valid by the official schema, with problems and without', () => {
    expect(valid(log)).toBe(true)
    expect(valid(problemsSarif([], 'en', '/w'))).toBe(true)
    expect(validate({ ...log, runs: [{ ...run, results: [{ ruleId: 1 }] }] })).toBe(false)
  })

  test('paths are relative, with forward slashes, and encoded', () => {
    const [result] = run?.results ?? []
    expect(result?.locations?.[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: '%E8%A7%84%E5%88%99%20%231/rule.json', uriBaseId: '%SRCROOT%' },
      region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9, charOffset: 20, charLength: 4 },
    })
    expect(decodeURI(new URL('%E8%A7%84%E5%88%99%20%231/rule.json', 'file:///w/').pathname)).toBe('/w/规则 %231/rule.json')
  })

  test('a colon in a name does not read as a scheme', () => {
    const [result] = problemsSarif([{ ...found, file: '/w/c:x.json' }], 'zh', '/w').runs[0]?.results ?? []
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('c%3Ax.json')
  })

  test('each code is one rule, with its page, in Chinese, the English beside', () => {
    const rules = run?.tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual(['HG1009', 'HG3004'])
    expect(run?.results?.map(({ ruleId, ruleIndex }) => rules[ruleIndex ?? -1]?.id === ruleId)).toEqual([true, true, true])
    expect(rules[1]?.helpUri).toMatch(/^https:.*\/docs\/problems\/HG3004\.md$/)
    expect(rules[1]?.shortDescription?.text).toMatch(/\p{Script=Han}/u)
    expect(JSON.stringify(rules[1]?.properties)).not.toMatch(/\p{Script=Han}/u)
  })

  test('what stands in no file has its path', () => {
    expect(run?.results?.[1]?.locations).toEqual([{ logicalLocations: [{ fullyQualifiedName: 'packs.1' }] }])
  })

  test('is valid for whatever a file is called and a value holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary' }), (name, value) => {
        const each = { ...problem('HG3004', [value], { fact: value, suggestion: '', suggestionEn: '' }), file: `/w/${name.replaceAll('\0', '')}`, range }
        return valid(JSON.parse(JSON.stringify(problemsSarif([each], 'zh', '/w'))))
      }),
      { numRuns: 50 },
    )
  })
})

/** As the runner of GitHub Actions reads a line: first the command, then its properties, then the text. */
function readAnnotation(line: string): { readonly command: string; readonly properties: Readonly<Record<string, string>>; readonly text: string } {
  const match = /^::(\w+) ([^:]*)::(.*)$/s.exec(line)
  if (match === null) throw new Error(`no workflow command: ${line}`)
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const property = (text: string): string => data(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
  const properties = Object.fromEntries(
    (match[2] ?? '').split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), property(pair.slice(pair.indexOf('=') + 1))]),
  )
  return { command: match[1] ?? '', properties, text: data(match[3] ?? '') }
}

describe('annotations', () => {
  test('have file, lines, columns and the code as title', () => {
    expect(readAnnotation(githubAnnotation(found, 'zh', '/w'))).toMatchObject({
      command: 'error',
      properties: { file: '规则 #1/rule.json', line: '3', endLine: '3', col: '5', endColumn: '9', title: 'HG3004' },
      text: `${found.message}\n${found.help}`,
    })
  })

  test('name no columns where several lines are meant, and no file where there is none', () => {
    const lines = githubAnnotation({ ...found, range: { ...range, end: { line: 4, column: 1, offset: 30 } } }, 'zh', '/w')
    expect(lines).not.toMatch(/col=|endColumn=/)
    expect(readAnnotation(githubAnnotation(elsewhere, 'zh', '/w')).properties).toEqual({ title: 'HG1009' })
  })

  test('escape what would end a property or the line', () => {
    const line = githubAnnotation({ ...found, file: '/w/a,b:c%d.json', message: '百分之 5% :: 完\r\n::error ::假' }, 'zh', '/w')
    expect(line).toContain('file=a%2Cb%3Ac%25d.json,')
    expect(line.split(/\r|\n/)).toHaveLength(1)
    expect(readAnnotation(line).text).toBe(`百分之 5% :: 完\r\n::error ::假\n${found.help}`)
  })

  test('come back as they were, for any name and text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^/\\\0.][^/\\\0]*$/), fc.string({ unit: 'binary' }), (name, message) => {
        const line = githubAnnotation({ ...found, file: `/w/${name}`, message }, 'zh', '/w')
        expect(line).not.toMatch(/[\r\n]/)
        const { properties, text } = readAnnotation(line)
        // Only what GitHub's own escaping can tell apart: it has no way to write the text «%0A».
        if (!/%(?:0|2|3)/.test(name + message)) expect([properties['file'], text]).toEqual([name, `${message}\n${found.help}`])
      }),
    )
  })
})

describe('hegui check --format', () => {
  const bad = { 'rules/a/rule.json': '{"id"： 1}' }
  const check = (format: 'sarif' | 'github') =>
    withFiles(bad, (path) => captured((output) => checkCommand({ paths: [path('.')], language: 'zh', format }, output)))

  test('sarif is one valid document on standard output', async () => {
    const { code, out, err } = await check('sarif')
    expect([code, err]).toEqual([1, ''])
    const log = JSON.parse(out)
    expect(valid(log)).toBe(true)
    expect(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['HG1003'])
  })

  test('github is one line a problem', async () => {
    const { code, out } = await check('github')
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
    expect(readAnnotation(out.trimEnd()).properties['title']).toBe('HG1003')
  })
})
