/** What a check said, short enough to compare; and that each problem is one a person can be shown. */
import { expect } from 'vitest'
import { entryOf } from '../src/problems/catalogue.js'
import { type Problem, renderProblem } from '../src/problems/problem.js'

const placeholders = (templates: readonly string[]): readonly string[] =>
  templates.flatMap((template) => [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))

/** `code path` of each problem, in order. Fails for a problem with an unfilled placeholder or a broken line. */
export function said(problems: readonly Problem[]): readonly string[] {
  return problems.map((found) => {
    wellSaid(found)
    return `${found.code} ${found.path.join('.')}`.trimEnd()
  })
}

export function wellSaid(found: Problem): void {
  const { zh, en } = entryOf(found.code)
  expect(Object.keys(found.params), `${found.code} lacks a param of its Chinese text`).toEqual(expect.arrayContaining([...placeholders(zh)]))
  const english = [...Object.keys(found.params), ...Object.keys(found.params).map((name) => name.replace(/En$/, ''))]
  expect(english, `${found.code} lacks a param of its English text`).toEqual(expect.arrayContaining([...placeholders(en)]))
  for (const language of ['zh', 'en'] as const) {
    const { message, help } = renderProblem(found, language)
    for (const text of [message, help]) {
      expect(text).not.toBe('')
      expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
      expect(text.length).toBeLessThan(5_000)
    }
  }
}
