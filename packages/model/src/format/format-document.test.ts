import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentSchemas } from '../schema/json-schema.js'
import { readJson } from '../text/read-json.js'
import { formatDocument } from './format-document.js'

const format = (text: string, kind: keyof typeof documentSchemas = 'rule'): string => {
  const result = formatDocument(text, () => documentSchemas[kind])
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join())
  return result.text
}
const refused = (text: string): readonly string[] => {
  const result = formatDocument(text, () => documentSchemas.rule)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('order', () => {
  test('keys stand as the schema lists them, unknown ones after, as written', () => {
    expect(format('{"zz":1,"weight":"minor","aa":2,"id":"a/b","revision":1}')).toBe(
      '{\n  "id": "a/b",\n  "revision": 1,\n  "weight": "minor",\n  "zz": 1,\n  "aa": 2\n}\n',
    )
  })

  test('in a condition too, at any depth, whatever branch of the union it is', () => {
    expect(format('{"violatedWhen":{"note":"n","all":[{"value":1,"operator":"equal","fact":"a.b"},{"note":"m","not":{"note":"o","condition":"c/d"}}]}}')).toBe(
      '{\n  "violatedWhen": { "all": [{ "fact": "a.b", "operator": "equal", "value": 1 }, { "not": { "condition": "c/d", "note": "o" }, "note": "m" }], "note": "n" }\n}\n',
    )
  })

  test('of a union told apart by a literal, the branch with that literal gives the order', () => {
    const given = '{"kind":"principle","rule":{}}'
    expect(JSON.parse(format(given, 'principle'))).toEqual(JSON.parse(given))
  })

  test('parts of a condition, values of a list and notes keep their place', () => {
    const text = format(
      '{"norms":["b/2","a/1"],"appliesWhen":{"any":[{"fact":"b.b","operator":"in","value":["z","a"]},{"fact":"a.a","operator":"equal","value":1}]}}',
    )
    expect(text).toContain('"norms": ["b/2", "a/1"]')
    expect(text).toContain('"value": ["z", "a"] }, { "fact": "a.a"')
  })

  test('facts of a case stand by name, and what a case expects as a set is sorted', () => {
    expect(
      format('{"cases":[{"expect":{"missing":["b.b","a.a"],"norms":["n/2","n/1"],"verdict":"undetermined"},"facts":{"b.c":["y","x"],"a.b":1}}]}', 'cases'),
    ).toBe(
      '{\n  "cases": [{ "facts": { "a.b": 1, "b.c": ["x", "y"] }, "expect": { "verdict": "undetermined", "missing": ["a.a", "b.b"], "norms": ["n/1", "n/2"] } }]\n}\n',
    )
  })
})

describe('layout', () => {
  test('what fits in 160 columns stands on one line, a Chinese character counting two', () => {
    const padded = (length: number): string => format(`{"note":{"a":"${'法'.repeat(length)}"}}`)
    // `  "note": { "a": "…" }`: 21 columns around the text.
    expect(padded(69).split('\n')).toHaveLength(4)
    expect(padded(70).split('\n')).toHaveLength(6)
  })

  test('numbers alone fill their lines', () => {
    const text = format(`{"x":[${Array.from({ length: 60 }, (_, at) => at * 100).join(',')}]}`)
    expect(text.split('\n').length).toBe(8)
    expect(JSON.parse(text)).toEqual({ x: Array.from({ length: 60 }, (_, at) => at * 100) })
  })

  test('line ends, tabs, blank lines and where a bracket stood play no part', () => {
    const source = { id: 'a/b', basis: [{ instrument: 'x' }], norms: [] }
    const forms = [JSON.stringify(source), JSON.stringify(source, null, 2), JSON.stringify(source, null, '\t').replaceAll('\n', '\r\n')]
    expect(new Set(forms.map((form) => format(form))).size).toBe(1)
  })

  test('texts and numbers stay as they were written', () => {
    const text = format(String.raw`{"a":[1.0,1e3,-0,1.50,0.1e-7,9007199254740991],"b":"\u4e2d\/\ud800\t“”"}`)
    expect(text).toBe(`{\n  "a": [1.0, 1e3, -0, 1.50, 0.1e-7, 9007199254740991],\n  "b": ${String.raw`"\u4e2d\/\ud800\t“”"`}\n}\n`)
  })

  test('an exponent has one spelling', () => {
    expect(format('{"a":1E3}')).toBe(format('{"a":1e3}'))
  })
})

describe('what is not formatted', () => {
  test.each([
    ['{"id":1,"id":2}', 'HG1004'],
    ['{"a":123456789012345678901}', 'HG1008'],
    ['{"a":1e999}', 'HG1008'],
    ['{"__proto__":1}', 'HG1005'],
    ['\uFEFF{}', 'HG1002'],
    ['{"a"：1}', 'HG1003'],
    ['{"a":1,}', 'HG1007'],
    ['{"a":', 'HG1001'],
    ['', 'HG1010'],
  ])('%s is reported as %s', (text, code) => {
    expect(refused(text)).toEqual([code])
  })

  test('a document without a schema comes back byte for byte', () => {
    expect(formatDocument('{ "b":1,\r\n"a":2}', () => undefined)).toEqual({ ok: true, text: '{ "b":1,\r\n"a":2}', known: false })
  })
})

/** Text of JSON-like documents with the keys of packs, written in any order and with any spacing. */
const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t')
const keys = [
  'id',
  'note',
  'all',
  'any',
  'not',
  'fact',
  'operator',
  'value',
  'condition',
  'basis',
  'facts',
  'cases',
  'expect',
  'missing',
  'kind',
  'editions',
  'inForce',
  'toString',
  '键',
  'x',
]
const scalars = fc.oneof(
  fc.constantFrom('1.0', '1e3', '1E3', '-0', '0.10', '-1.5e-3', 'true', 'false', 'null', String.raw`"\u4e2d\/"`, String.raw`"\ud83d"`, '"2023-01-05"'),
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((number) => JSON.stringify(number)),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
)
const written = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    scalars,
    tie('object'),
    fc
      .tuple(
        space,
        fc.array(
          fc.tuple(space, tie('value'), space).map((parts) => parts.join('')),
          { maxLength: 5 },
        ),
      )
      .map(([gap, items]) => `[${gap}${items.join(',')}]`),
  ),
  object: fc
    .tuple(space, fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), tie('value'), space), { selector: ([key]) => key, maxLength: 6 }))
    .map(([gap, members]) => `{${gap}${members.map(([key, value, after]) => `"${key}":${after}${value}${after}`).join(',')}}`),
})).object
const kinds = fc.constantFrom(
  'rule',
  'cases',
  'facts',
  'conditions',
  'organs',
  'instrument',
  'procedures',
  'principle',
  'circumstance',
  'benchmark',
  'plan',
  'pack',
) satisfies fc.Arbitrary<keyof typeof documentSchemas>

/** As RFC 8785 sees it: keys sorted; besides, lists sorted, for the few that are sets. */
const unordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((item) => JSON.stringify(unordered(item))).sort()
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, part]) => [key, unordered(part)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1))
      : Object.is(value, -0)
        ? '-0'
        : value
const tokens = (text: string): readonly string[] =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"|[-+\w.]+/g)].map(([token]) => token.replace(/^([-\d.]+)E/, '$1e')).sort()

describe('for any document', () => {
  test('formatting twice is formatting once', () => {
    fc.assert(
      fc.property(written, kinds, (text, kind) => {
        const once = format(text, kind)
        expect(format(once, kind)).toBe(once)
      }),
    )
  })

  test('it says the same, to the last token', () => {
    fc.assert(
      fc.property(written, kinds, (text, kind) => {
        const once = format(text, kind)
        expect(unordered(JSON.parse(once))).toEqual(unordered(JSON.parse(text)))
        expect(tokens(once)).toEqual(tokens(text))
      }),
    )
  })

  test('only the sets of cases change the order of a list', () => {
    fc.assert(
      fc.property(
        written,
        kinds.filter((kind) => kind !== 'cases' && kind !== 'pack'),
        (text, kind) => {
          expect(readJson(format(text, kind)).value).toEqual(readJson(text).value)
        },
      ),
    )
  })

  test('it is the same in whatever order keys were written and however the source was laid out', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, part]) => [key, reversed(part)]),
            )
          : value
    const known = fc.record({
      id: fc.constant('a/b'),
      title: fc.string(),
      note: fc.string(),
      norms: fc.array(fc.string()),
      inForce: fc.record({ from: fc.string(), to: fc.string() }),
    })
    fc.assert(
      fc.property(known, fc.nat({ max: 8 }), (value, indent) => {
        expect(format(JSON.stringify(reversed(value), null, indent))).toBe(format(JSON.stringify(value)))
      }),
    )
  })

  test('lines end with LF, the last one too, and none is wider than it has to be', () => {
    fc.assert(
      fc.property(written, kinds, (text, kind) => {
        const lines = format(text, kind).split('\n')
        expect(lines.at(-1)).toBe('')
        expect(lines.some((line) => /[\r\t]|\s$/.test(line.replace(/"(?:[^"\\]|\\.)*"/g, '""')))).toBe(false)
      }),
    )
  })
})
