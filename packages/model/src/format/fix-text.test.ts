import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from '../text/read-json.js'
import { fixText } from './fix-text.js'

const codes = (text: string): readonly string[] => fixText(text).fixes.map(({ code, range }) => `${code} ${range.start.line}:${range.start.column}`)

describe('what is beyond doubt', () => {
  test.each([
    ['a byte order mark', '\uFEFF{"a": 1}', '{"a": 1}', ['HG1002 1:1']],
    ['colons and commas', '{"a"：1，"b":2}', '{"a":1,"b":2}', ['HG1003 1:5', 'HG1003 1:7']],
    ['quotes around a key and a text', '{“a”: “法，：”}', '{"a": "法，："}', ['HG1003 1:2', 'HG1003 1:4', 'HG1003 1:7', 'HG1003 1:11']],
    ['brackets of all kinds', '｛"a": 【1、2】｝', '{"a": [1,2]}', ['HG1003 1:1', 'HG1003 1:7', 'HG1003 1:9', 'HG1003 1:11', 'HG1003 1:12']],
    ['a quote that was closed with another', '{\n"a”: 1,\n"b": 2}', '{\n"a": 1,\n"b": 2}', ['HG1003 2:3']],
    ['a comma after the last item', '{"a": [1, 2,],\n}', '{"a": [1, 2]\n}', ['HG1007 1:12', 'HG1007 1:14']],
    ['a full-width comma after the last item', '{"a": 1，}', '{"a": 1}', undefined],
    ['an ideographic space', '{\u3000"a": 1}', '{ "a": 1}', ['HG1003 1:2']],
    ['all at once', '\uFEFF{“a”：[1，]，}', '{"a":[1]}', undefined],
  ])('%s', (_, text, fixed, places) => {
    expect(readJson(text).problems).not.toEqual([])
    expect(fixText(text).text).toBe(fixed)
    if (places !== undefined) expect(codes(text)).toEqual(places)
  })
})

describe('what is left', () => {
  test.each([
    ['a comment', '{"a": 1 // why\n}'],
    ['a comment after a comma too many', '{"a": 1, // why\n}'],
    ['a missing comma', '{"a": 1 "b": 2}'],
    ['two commas', '{"a": [1,,]}'],
    ['a comma alone', '[,]'],
    ['a text without quotes', '{"a": 你好，世界}'],
    ['a Chinese quote inside a Chinese quote', '{"a": “他说“好”了”}'],
    ['a file that was cut off', '{“a”：1，'],
    ['single quotes', "{'a': 1}"],
    ['a raw line end in a text', '{"a": “一\n二”}'],
    ['brackets beyond measure', '［'.repeat(5_000)],
    ['nothing wrong', '{"a": "，：“”", "b": "[1,]"}'],
  ])('%s', (_, text) => {
    expect(fixText(text)).toEqual({ text, fixes: [] })
  })

  test('what the text then says twice is left to its author', () => {
    expect(fixText('{"a"：1,"a":2}').text).toBe('{"a":1,"a":2}')
  })
})

/** A document, and the same as someone with a Chinese keyboard typed it. */
const value = fc.jsonValue({ maxDepth: 4 }).filter((given) => readJson(JSON.stringify(given)).problems.length === 0)
const typed = (given: unknown, wide: (index: number) => boolean): string => {
  let at = 0
  const mark = (half: string, full: string): string => (wide(at++) ? full : half)
  const write = (part: unknown): string => {
    if (Array.isArray(part)) return `${mark('[', '【')}${part.map(write).join(mark(',', '，'))}${part.length > 0 ? mark('', ',') : ''}${mark(']', '］')}`
    if (typeof part === 'object' && part !== null)
      return `${mark('{', '｛')}${Object.entries(part)
        .map(([key, inner]) => `${JSON.stringify(key)}${mark(':', '：')}${write(inner)}`)
        .join(mark(',', '；'))}${mark('}', '｝')}`
    return JSON.stringify(part)
  }
  return write(given)
}

describe('for any document', () => {
  test('typed with Chinese punctuation, it comes back with the same value', () => {
    fc.assert(
      fc.property(value, fc.array(fc.boolean(), { minLength: 1 }), fc.boolean(), (given, wide, mark) => {
        const text = `${mark ? '\uFEFF' : ''}${typed(given, (index) => wide[index % wide.length] === true)}`
        expect(readJson(fixText(text).text).value).toEqual(readJson(JSON.stringify(given)).value)
      }),
    )
  })

  test('strict JSON is never changed', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(fixText(text).fixes).toEqual([])
      }),
    )
  })

  test('whatever the text, either it is left or it is strict JSON afterwards, and fixing again changes nothing', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '，', '：', '“', '”', '"', ',', ':', 'a', '1', '法', '\\', '\n', '｛', '】', '//', ' ')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        (text) => {
          const { text: fixed, fixes } = fixText(text)
          if (fixes.length === 0) expect(fixed).toBe(text)
          else expect(() => JSON.parse(fixed)).not.toThrow()
          expect(fixText(fixed).fixes).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})
