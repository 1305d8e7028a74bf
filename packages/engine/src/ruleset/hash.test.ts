import canonicalize from 'canonicalize'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.js'
import { hashOf } from './hash.js'
import { portableSha256, sha256 } from './sha256.js'

const anyText = fc.string({ unit: 'binary' })
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, -0, 0, 1e21, 1e-7, 5e-324, 0.1, 123456789.125, '', '"', '\\', '\n\u2028\u007f', '\ud800', '😀', '零售'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    anyText,
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(anyText, fc.constantFrom('10', '9', 'b', 'a', 'é', '😀', '\ue000')), tie('value')),
  ),
})).value

describe('canonical JSON', () => {
  test('is that of canonicalize, for whatever JSON can say', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value))
      }),
      { numRuns: 1_000 },
    )
  })

  test.each<[string, unknown, string | undefined]>([
    ['what is undefined is left out of an object', { b: undefined, a: 1 }, '{"a":1}'],
    ['and null in a list', [undefined, 1], '[null,1]'],
    ['nothing at all', undefined, undefined],
    ['what has a form of its own', { day: new Date(0) }, '{"day":"1970-01-01T00:00:00.000Z"}'],
    ['without that form being called where it is no function', { toJSON: 1 }, '{"toJSON":1}'],
  ])('%s', (_, value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s has none', (value) => {
    expect(() => canonicalJson([value])).toThrow(RangeError)
  })
})

describe('the hash', () => {
  test('is the same from the host and in JavaScript', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sha256(text)).toBe(portableSha256(text))
      }),
    )
    expect(sha256).not.toBe(portableSha256)
  })

  test('is the published one of a text, of its canonical form', () => {
    expect(portableSha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(hashOf({ b: [1], a: '零' })).toBe(`sha256:${portableSha256('{"a":"零","b":[1]}')}`)
    expect(hashOf(undefined)).toBe(`sha256:${portableSha256('null')}`)
  })
})
