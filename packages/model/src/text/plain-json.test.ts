import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainJson } from './plain-json.js'
import { readJson, readTree } from './read-json.js'

/** JSON with every fault a hand or a program puts in: keys twice, forbidden keys, large numbers, cut ends, wide commas. */
const nearJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.constantFrom('', '\uFEFF', ' ', '"', '{"a":1,"a":', '{"\\u0061":1,"a":', '{"__proto__":', '[1e999,', '[9007199254740993,', '{"a":":{\\"","b":'),
    fc.constantFrom('', '}', ']', '}}', '，', ',', '\r', '\n'),
    fc.boolean(),
  )
  .map(([text, before, after, cut]) => `${before}${cut ? text.slice(0, -1) : text}${after}`)

describe('the fast way to read', () => {
  test('gives what the tree gives, and nothing where the tree finds fault', () => {
    let plain = 0
    fc.assert(
      fc.property(nearJson, (text) => {
        const fast = plainJson(text)
        const slow = readTree(text)
        if (fast === undefined) return
        plain++
        expect(slow.problems).toEqual([])
        expect(fast.value).toEqual(slow.value)
        expect(JSON.stringify(fast.value)).toBe(JSON.stringify(slow.value))
      }),
      { numRuns: 3_000 },
    )
    // One in thirty or so has no fault: enough to compare.
    expect(plain).toBeGreaterThan(40)
  })

  test('is taken for all JSON without fault that its own parser takes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value)
        if (readTree(text).problems.length === 0) expect(plainJson(text)).toEqual({ value: JSON.parse(text) })
        else expect(plainJson(text)).toBeUndefined()
      }),
    )
  })

  test.each([
    ['a key twice', '{"a":1,"a":1}'],
    ['a key twice, once written with an escape', '{"a":1,"\\u0061":1}'],
    ['a key twice, deep in a list', '[[{"a":{"b":1,"b":2}}]]'],
    ['a forbidden key', '{"__proto__":{}}'],
    ['a number that lost digits', '{"a":9007199254740993}'],
    ['nesting past the limit', `${'['.repeat(65)}${']'.repeat(65)}`],
    ['a mark at the front', '\uFEFF{}'],
    ['a comment', '{/* */}'],
  ])('leaves %s to the tree', (_, text) => {
    expect(plainJson(text)).toBeUndefined()
    expect(readJson(text).problems).not.toEqual([])
  })

  test('still says where a part stands', () => {
    const read = readJson('{"id": "r",\n "conducts": []}', { firstLine: 7 })
    expect(read.locate(['conducts']).start).toMatchObject({ line: 8, column: 14 })
  })
})
