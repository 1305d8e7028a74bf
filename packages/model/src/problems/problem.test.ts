import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemExamples, problemsOf } from '../../../../scripts/problem-examples.mjs'
import { wellSaid } from '../../test/said.js'
import * as model from '../index.js'
import { entryOf, problemCatalogue, problemCodes } from './catalogue.js'
import { nearest, problem, renderProblem, shown, suggestion } from './problem.js'

const placeholders = (templates: readonly string[]): readonly string[] =>
  [...new Set(templates.flatMap((template) => [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)))].sort()

describe('the catalogue', () => {
  test('has codes of one form, in order, each once', () => {
    expect(problemCodes.every((code) => /^HG(?:[1-9]0|81)\d\d$/.test(code))).toBe(true)
    expect([...problemCodes]).toEqual([...problemCodes].sort())
  })

  test.each(problemCodes)('%s says the same in Chinese and English', (code) => {
    const { zh, en } = entryOf(code)
    expect(placeholders(en)).toEqual(placeholders(zh))
    for (const text of zh) expect(text).toMatch(/^[^\n]*[\p{Script=Han}{][^\n]*[。}]$/u)
    for (const text of en) expect(text).toMatch(/^[^\n\p{Script=Han}，。：；]*[.?}]$/u)
  })

  test('never ends a language’s placeholder in En: the twin is a param, not a template', () => {
    for (const { zh, en } of Object.values(problemCatalogue)) expect(placeholders([...zh, ...en]).filter((name) => name.endsWith('En'))).toEqual([])
  })
})

describe('messages', () => {
  test('of every code are as they were', async () => {
    const pages = problemCodes.map((code) => {
      const [found] = problemsOf(model, code, 'bad')
      if (found === undefined) return expect.fail(code)
      wellSaid(found)
      const en = renderProblem(found, 'en')
      return `${code} ${found.severity}\n  ${found.message}\n    ${found.help}\n  ${en.message}\n    ${en.help}\n`
    })
    await expect(pages.join('\n')).toMatchFileSnapshot('./__snapshots__/messages.txt')
  })

  test('in English are English, save for what a person wrote', () => {
    for (const code of problemCodes) {
      const { message, help } = renderProblem(problemsOf(model, code, 'bad')[0] ?? expect.fail(code), 'en')
      expect(`${code} ${message} ${help}`.replace(/“[^”]*”/g, '“”').replace(/punctuation [^.]* on this line/, '')).not.toMatch(/[\p{Script=Han}、。]/u)
    }
  })

  test('in Chinese are those of the problem itself', () => {
    const found = problem('HG2001', ['a'], { key: 'id' })
    expect(renderProblem(found, 'zh')).toEqual({ message: found.message, help: found.help })
    expect(renderProblem(found, 'en')).toEqual({ message: '“id” is missing.', help: 'Add “id”.' })
  })

  test('take the English twin of a param where there is one', () => {
    expect(renderProblem(problem('HG2003', [], { expected: '数字', expectedEn: 'a number', found: '5', foundEn: '5' }), 'en').message).toBe(
      'Expected a number, got 5.',
    )
  })

  test('end without a blank where there is no suggestion', () => {
    const found = problem('HG4002', [], { id: 'x/y', ...suggestion('x/y', []) })
    expect(found.message).toBe('引用的规则 “x/y” 不存在。')
    expect(renderProblem(found, 'en').message).toBe('The rule “x/y” does not exist.')
  })

  test('take params for text, never for templates', () => {
    expect(problem('HG2001', [], { key: '{key} $& {other}' }).message).toBe('缺少必填项 “{key} $& {other}”。')
  })

  test('are one line of bounded length, whatever the params hold', () => {
    fc.assert(
      fc.property(fc.constantFrom(...problemCodes), fc.string({ unit: 'binary' }), fc.nat({ max: 3_000 }), (code, text, times) => {
        const params = Object.fromEntries(placeholders([...entryOf(code).zh, ...entryOf(code).en]).map((name) => [name, `x${text.repeat(times)}`]))
        wellSaid(problem(code, [], params))
      }),
      { numRuns: 300 },
    )
  })
})

describe('shown', () => {
  test.each<[unknown, string]>([
    ['甲', '甲'],
    ['', ''],
    [5, '5'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [null, 'null'],
    [undefined, 'undefined'],
    [[], '[]'],
    [[1], '[…]'],
    [{}, '{}'],
    [{ toString: 1 }, '{…}'],
    ['a\n\tb\u202ec\u2028d', 'a  b c d'],
    ['x'.repeat(60), 'x'.repeat(60)],
    ['x'.repeat(61), `${'x'.repeat(57)}…`],
    ['😀'.repeat(61), `${'😀'.repeat(57)}…`],
  ])('%j', (value, expected) => {
    expect(shown(value)).toBe(expected)
  })
})

describe('suggestions', () => {
  const known = ['licence.status', 'licence.expiresOn', 'site.area', 'in']

  test.each<[string, string | undefined]>([
    ['licence.statue', 'licence.status'],
    ['licence.stat', 'licence.status'],
    ['license.status', 'licence.status'],
    ['site.area', 'site.area'],
    ['i', 'in'],
    ['goods.weightKg', undefined],
    ['', undefined],
    ['x'.repeat(65), undefined],
  ])('%s → %s', (written, expected) => {
    expect(nearest(written, known)).toBe(expected)
  })

  test('of two as near, the first', () => {
    expect(nearest('bat', ['cat', 'rat'])).toBe('cat')
  })

  test('are one of the known, and known words suggest themselves', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 10 }), (written, words) => {
        const near = nearest(written, words)
        expect(near === undefined || words.includes(near)).toBe(true)
        for (const word of words) expect(nearest(word, words)).toBe(word)
      }),
    )
  })
})

test('each example belongs to a code', () => {
  expect(Object.keys(problemExamples).sort()).toEqual([...problemCodes].sort())
})
