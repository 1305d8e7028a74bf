import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { said } from '../../test/said.js'
import type { Problem } from '../problems/problem.js'
import { problem } from '../problems/problem.js'
import { forbiddenKeys, MAX_DEPTH } from './json-limits.js'
import { placed, readJson } from './read-json.js'

/** `code line:column` of each problem. */
const places = (problems: readonly Problem[]): readonly string[] => {
  said(problems)
  return problems.map((found) => `${found.code} ${found.range?.start.line}:${found.range?.start.column}`)
}
const read = (text: string): readonly string[] => places(readJson(text).problems)

describe('good text', () => {
  test('gives its value and no problem', () => {
    expect(readJson('{"a": [1, -2.5e3, true, null, "“好”，：\\n"]}')).toMatchObject({ value: { a: [1, -2500, true, null, '“好”，：\n'] }, problems: [] })
  })

  test('may be any JSON value, not only an object', () => {
    for (const text of ['0', '""', 'null', '[]', ' false ']) expect(readJson(text)).toMatchObject({ value: JSON.parse(text), problems: [] })
  })

  test('keeps the names of array methods and of Object.prototype as plain keys, save the forbidden ones', () => {
    expect(readJson('{"toString": 1, "hasOwnProperty": 2, "length": 3}')).toMatchObject({ value: { toString: 1, hasOwnProperty: 2, length: 3 }, problems: [] })
  })
})

describe('a file that was cut off', () => {
  test.each([
    ['{', '}'],
    ['{"a"', '}'],
    ['{"a":', '}'],
    ['{"a": 1', '}'],
    ['{"a": 1,', '}'],
    ['{"a": [1, {"b": 2', '}]}'],
    ['{"a": "文字', '"}'],
    ['{"a": "文\\', '"}'],
    ['{"a": "\\u00', '"}'],
    ['{"a": tru', '}'],
    ['{"a": -', '}'],
    ['{"a": 1.', '}'],
    ['{"a": 1e+', '}'],
    ['{"note": "他说“好”，', '"}'],
  ])('%s is said to lack %s, at its last character', (text, expected) => {
    const { value, problems } = readJson(text)
    expect(value).toBeUndefined()
    expect(places(problems)).toEqual([`HG1001 1:${text.length}`])
    expect(problems[0]?.params['expected']).toBe(expected)
  })

  test('is never taken for a whole one, wherever it is cut', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '甲', '"', '\\', '“', '”', '，', '\n', '😀', '{', '[', ','), maxLength: 6 })
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(true, false, null),
        fc.integer(),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        texts,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(texts, tie('value'), { maxKeys: 3 }),
      ),
    })).value
    fc.assert(
      fc.property(fc.record({ id: texts, rest: value }), fc.nat(), (whole, cut) => {
        const text = JSON.stringify(whole)
        const part = text.slice(0, cut % text.length)
        expect(readJson(part).problems.map((found) => found.code)).toEqual([part === '' ? 'HG1010' : 'HG1001'])
      }),
    )
  })
})

describe('Chinese punctuation outside of quoted text', () => {
  test.each([
    ['{“id”: 1}', '“ ”', '"', 2, 4],
    ['{"id"： 1}', '：', ':', 6, 1],
    ['{"a": 1， "b": 2}', '，', ',', 8, 1],
    ['｛“a”：【1、2】；“b”：‘x’｝', '｛ “ ” ： 【 、 】 ； ‘ ’ ｝', '{ " : [ , ] }', 1, 19],
    ['{“id": 1}', '“', '"', 2, 1],
    ['{"id”: 1}', '”', '"', 5, 1],
    ['{"id”: "x"}', '”', '"', 5, 1],
    ['{"id": 1}\u3000', '␣', '␣', 10, 1],
    ['{＂id＂: 1}', '＂', '"', 2, 4],
  ])('%s: one problem naming %s', (text, found, expected, column, length) => {
    const { value, problems } = readJson(text)
    expect(value).toBeUndefined()
    expect(places(problems)).toEqual([`HG1003 1:${column}`])
    expect(problems[0]?.params).toMatchObject({ found, expected })
    expect((problems[0]?.range?.end.offset ?? 0) - (problems[0]?.range?.start.offset ?? 0)).toBe(length)
  })

  test('is reported once for each line', () => {
    expect(read('{\n“a”： 1,\n"b": 2，\n"c": "，"\n}')).toEqual(['HG1003 2:1', 'HG1003 3:7'])
  })

  test('hides no prose: quoted text may hold it', () => {
    expect(readJson('{"note": "他说：“好”，走了。\\"【】"}').problems).toEqual([])
  })

  test('in a string that is open to the end of its line is found there, not at the end of the file', () => {
    expect(read('{\n"a”: 1,\n"b": 2\n}')).toEqual(['HG1003 2:3'])
  })
})

describe('other faults of the text', () => {
  test.each([
    ['a BOM', '\uFEFF{}', ['HG1002 1:1']],
    ['a BOM and Chinese punctuation', '\uFEFF{“a”: 1}', ['HG1002 1:1', 'HG1003 1:3']],
    ['a BOM alone', '\uFEFF', ['HG1002 1:1']],
    ['nothing', '', ['HG1010 1:1']],
    ['blank lines', ' \r\n\t\n', ['HG1010 1:1']],
    ['a key twice', '{"a": 1, "a": 1}', ['HG1004 1:10']],
    ['a key twice, once in escapes', '{"a": 1, "\\u0061": 2}', ['HG1004 1:10']],
    ['a key three times', '{"a": 1,\n"a": 2,\n"a": 3}', ['HG1004 2:1', 'HG1004 3:1']],
    ['__proto__', '{"__proto__": {"polluted": 1}}', ['HG1005 1:2']],
    ['__proto__ in escapes', '{"\\u005f_proto__": 1}', ['HG1005 1:2']],
    ['constructor and prototype', '{"constructor": {"prototype": {"polluted": 1}}, "x": [{"prototype": 1}]}', ['HG1005 1:2', 'HG1005 1:56']],
    ['a line comment', '// x\n{}', ['HG1007 1:1']],
    ['a block comment', '{"a": /* x */ 1}', ['HG1007 1:7']],
    ['a comma after the last property', '{"a": 1,}', ['HG1007 1:9']],
    ['a comma after the last item', '[1,]', ['HG1007 1:4']],
    ['a missing comma', '{"a": 1 "b": 2}', ['HG1007 1:9']],
    ['a missing colon', '{"a" 12', ['HG1007 1:6']],
    ['single quotes', "{'a': 1}", ['HG1007 1:2']],
    ['a bare word', '{"a": yes}', ['HG1007 1:7']],
    ['a leading zero', '[01]', ['HG1007 1:3']],
    ['a tab in text', '{"a": "\t"}', ['HG1007 1:7']],
    ['a string over two lines', '{"a": "b\nc", "d": 1}', ['HG1007 1:7']],
    ['a bad escape', '{"a": "\\x"}', ['HG1007 1:7']],
    ['content after the end', '{} {}', ['HG1007 1:4']],
    ['a number without end', '{"a": 1e999}', ['HG1008 1:7']],
    ['a negative number without end', '{"a": -1e999}', ['HG1008 1:7']],
    ['an integer that no double holds', '[9007199254740993]', ['HG1008 1:2']],
  ])('%s', (_, text, expected) => {
    const { value, problems } = readJson(text)
    expect(value).toBeUndefined()
    expect(places(problems)).toEqual(expected)
  })

  test('numbers are shown as they were written', () => {
    expect(readJson('[1e999]').problems[0]?.message).toContain('1e999')
    expect(readJson('[123456789012345678901]').problems[0]?.message).toContain('123456789012345678901')
  })

  test('prototypes are untouched afterwards', () => {
    readJson('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect('polluted' in {}).toBe(false)
  })
})

describe('depth', () => {
  test('the limit itself is fine, one more is not', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(read(nested(MAX_DEPTH))).toEqual([])
    expect(read(nested(MAX_DEPTH + 1))).toEqual([`HG1006 1:${MAX_DEPTH + 1}`])
  })

  test.each([
    ['square brackets', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['full-width brackets', '［'.repeat(100_000)],
    ['brackets after a quote in a comment', `["a" /* " */ , ${'['.repeat(100_000)}`],
    ['brackets after an open string', `["a\n, ${'['.repeat(100_000)}`],
    ['brackets after stray closing ones', `{${']'.repeat(1_000)}, "a": ${'['.repeat(100_000)}`],
    ['brackets with closing ones of the other kind', '[},'.repeat(100_000)],
    ['whole lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('a hundred thousand %s are one refusal, not a stack overflow', (_, text) => {
    const { value, problems } = readJson(text)
    expect(value).toBeUndefined()
    expect(problems.map((found) => found.code).filter((code) => code !== 'HG1003')).toEqual(['HG1006'])
  })
})

describe('places', () => {
  const text = '{\r\n  "emoji": "😀😀", "x": [10, {"y": null}],\r  "z": {}\n}'
  const { locate } = readJson(text)
  const at = (...args: Parameters<typeof locate>): string => {
    const { start, end } = locate(...args)
    return `${start.line}:${start.column} ${text.slice(start.offset, end.offset)}`
  }

  test('are those of values, after CRLF, CR and LF, counted in UTF-16 units', () => {
    expect(at(['emoji'])).toBe('2:12 "😀😀"')
    expect(at(['x'])).toBe('2:25 [10, {"y": null}]')
    expect(at(['x', 1, 'y'])).toBe('2:36 null')
    expect(at(['z'])).toBe('3:8 {}')
  })

  test('are those of keys where the key is asked for', () => {
    expect(at(['x'], 'key')).toBe('2:20 "x"')
    expect(at(['x', 1, 'y'], 'key')).toBe('2:31 "y"')
    expect(at(['x', 0], 'key')).toBe('2:26 10')
  })

  test('of a part that is missing is that of the nearest one that exists', () => {
    expect(at(['x', 7, 'y'])).toBe('2:25 [10, {"y": null}]')
    expect(at(['x', 1, 'nothing', 'at', 'all'])).toBe('2:30 {"y": null}')
    expect(at(['x', 'y'])).toBe('2:25 [10, {"y": null}]')
    expect(at(['emoji', 'length'])).toBe('2:12 "😀😀"')
    expect(at([])).toBe(`1:1 ${text}`)
  })

  test('start on the line that is asked for', () => {
    expect(places(readJson('{"a": 1,}', { firstLine: 40 }).problems)).toEqual(['HG1007 40:9'])
    expect(readJson('{"a": 1}', { firstLine: 40 }).locate(['a']).start).toEqual({ line: 40, column: 7, offset: 6 })
  })

  test('and the file are put on problems found in the value, at the key where the code says so', () => {
    const located = readJson('{"facts": {"a.b": 1}}')
    const [atKey, atValue] = placed([problem('HG5001', ['facts', 'a.b']), problem('HG2003', ['facts', 'a.b'])], located, 'x.json')
    expect(atKey).toMatchObject({ file: 'x.json', range: { start: { column: 12 } } })
    expect(atValue).toMatchObject({ file: 'x.json', range: { start: { column: 19 } } })
  })

  test('of a text that cannot be read lie inside it', () => {
    for (const broken of ['', '{', '\uFEFF']) expect(readJson(broken).locate(['a']).end.offset).toBeLessThanOrEqual(broken.length)
  })
})

describe('for any text', () => {
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(true, false, null),
      fc.maxSafeInteger(),
      fc.double({ min: -1e15, max: 1e15, noNaN: true }),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ unit: 'grapheme' }).filter((key) => !forbiddenKeys.has(key)),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value
  const soup = fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        'a',
        '"a"',
        '"b":',
        '1',
        '-',
        '.',
        'e',
        'true',
        'null',
        ' ',
        '\n',
        '\r',
        '\t',
        '/',
        '//',
        '/*',
        '*/',
        '“',
        '”',
        '：',
        '，',
        '｛',
        '\uFEFF',
        '\u00a0',
        '\f',
        '__proto__',
        '😀',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''))
  const anyText = fc.oneof(soup, fc.string({ unit: 'binary' }), fc.json())

  test('the value is what JSON.parse gives', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2, '\t'), (written, indent) => {
        const text = JSON.stringify(written, undefined, indent)
        expect(readJson(text)).toMatchObject({ problems: [] })
        expect(readJson(text).value).toEqual(JSON.parse(text))
      }),
    )
  })

  test('what JSON.parse refuses has a problem; what it takes has only those of hegui’s own strictness', () => {
    const parsed = (text: string): { value: unknown } | undefined => {
      try {
        return { value: JSON.parse(text) as unknown }
      } catch {
        return undefined
      }
    }
    fc.assert(
      fc.property(anyText, (text) => {
        const theirs = parsed(text)
        const ours = readJson(text)
        if (theirs === undefined) expect(ours.problems).not.toEqual([])
        else {
          expect(['HG1004', 'HG1005', 'HG1006', 'HG1008']).toEqual(expect.arrayContaining([...new Set(ours.problems.map((found) => found.code))]))
          if (ours.problems.length === 0) expect(ours.value).toEqual(theirs.value)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('nothing is thrown, there is a value or a problem, and each problem stands inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { value: read, problems } = readJson(text)
        said(problems)
        expect(read === undefined).toBe(problems.length > 0)
        for (const { range } of problems) {
          const { start, end } = range ?? expect.fail('a problem without a range')
          expect(start.offset).toBeGreaterThanOrEqual(0)
          expect(end.offset).toBeGreaterThanOrEqual(start.offset)
          expect(end.offset).toBeLessThanOrEqual(text.length)
          expect(start.line).toBe(text.slice(0, start.offset).split(/\r\n|\n|\r(?!\n$)/).length)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
