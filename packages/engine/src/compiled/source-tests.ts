/**
 * Tests as JavaScript text. Each has two readings: `possible`, where unknown counts for the leaf, and `proved`, where
 * it counts against. On a choice both are one `&`, on a number one comparison: three values cost what two do.
 *
 * So results are not kept: looking again at a local variable is cheaper than remembering. What is dear is kept.
 */
import type { LeafTest } from './leaf-test.js'

/** Above this many named values a choice no longer fits the bits of one number. */
const BITS = 28

/** Locals of the generated functions: `m` mask of a choice, `c` its code, `n` number, `v` value as it is. */
export type Local = { readonly letter: 'm' | 'c' | 'n' | 'v'; readonly fact: string }

export interface TestText {
  readonly locals: readonly Local[]
  readonly possible: string
  readonly proved: string
  /** The truth bits, for a test too dear to make twice; then the readings look at where they are kept. */
  readonly kept?: string
}

export interface Naming {
  readonly local: (local: Local) => string
  readonly choices: ReadonlyMap<string, readonly (string | boolean)[]>
  /** Where the result of a dear test is kept. */
  readonly result: string
}

export const letterFor = (fact: string, choices: Naming['choices']): 'm' | 'c' => ((choices.get(fact)?.length ?? 0) > BITS ? 'c' : 'm')

/** Bit 0 says unknown, bit 1 a value that no condition names, the rest one each of the named. */
export const bitOf = (index: number): number => 1 << (index + 2)

export function testText(test: LeafTest, negated: boolean, { local, choices, result }: Naming): TestText {
  const named = (letter: Local['letter'], fact: string) => ({ locals: [{ letter, fact }] as const, name: local({ letter, fact }) })
  switch (test.kind) {
    case 'choice':
      return choiceText(test, negated, { local, choices })
    case 'equal':
    case 'less':
    case 'greater': {
      const { locals, name } = named('n', test.fact)
      return { locals, ...compareText(test.kind, negated, name, number(test.value)) }
    }
    case 'equal-fact':
    case 'less-fact':
    case 'greater-fact': {
      const [one, other] = [named('n', test.fact), named('n', test.other)]
      const kind = test.kind === 'equal-fact' ? 'equal' : test.kind === 'less-fact' ? 'less' : 'greater'
      return { locals: [...one.locals, ...other.locals], ...compareText(kind, negated, one.name, other.name) }
    }
    case 'same': {
      const [one, other] = [named('v', test.fact), named('v', test.other)]
      return {
        locals: [...one.locals, ...other.locals],
        ...keptText(result, `${one.name}===undefined||${other.name}===undefined?1:${one.name}===${other.name}?3:0`, negated),
      }
    }
    case 'contains': {
      const { locals, name } = named('v', test.fact)
      return { locals, ...keptText(result, `${name}===undefined?1:${name}.includes(${JSON.stringify(test.value)})?3:0`, negated) }
    }
    case 'within': {
      const { locals, name } = named('v', test.fact)
      return { locals, ...keptText(result, `within(${name},${JSON.stringify(test.regions)})`, negated) }
    }
    default:
      return test satisfies never
  }
}

function choiceText(test: Extract<LeafTest, { kind: 'choice' }>, negated: boolean, { local, choices }: Pick<Naming, 'local' | 'choices'>): TestText {
  const all = choices.get(test.fact) ?? []
  const letter = letterFor(test.fact, choices)
  const name = local({ letter, fact: test.fact })
  const locals = [{ letter, fact: test.fact }] as const
  const accepted = test.values.map((value) => all.indexOf(value))
  if (letter === 'm') {
    const mask = accepted.reduce((bits, index) => bits | bitOf(index), 0)
    const wanted = negated ? ~mask & (bitOf(all.length) - 1) & ~1 : mask
    return { locals, possible: `(${name}&${wanted | 1})!==0`, proved: `(${name}&${wanted})!==0` }
  }
  const [is, is_not] = [accepted.map((index) => `${name}===${index + 2}`).join('||'), accepted.map((index) => `${name}!==${index + 2}`).join('&&')]
  return negated ? { locals, possible: `(${is_not})`, proved: `(${name}!==0&&${is_not})` } : { locals, possible: `(${name}===0||${is})`, proved: `(${is})` }
}

/** NaN, unknown, compares as false with everything, itself too: so what is possible is what the opposite does not prove. */
function compareText(kind: 'equal' | 'less' | 'greater', negated: boolean, one: string, other: string): Pick<TestText, 'possible' | 'proved'> {
  if (kind === 'equal') {
    const known = (side: string): string => (side === other && !/^[a-z]/.test(other) ? '' : `&&${side}===${side}`)
    const differs = `${one}!==${other}${known(one)}${known(other)}`
    return negated ? { possible: `${one}!==${other}`, proved: `(${differs})` } : { possible: `!(${differs})`, proved: `${one}===${other}` }
  }
  const [does, does_not] = kind === 'less' ? ['<', '>='] : ['>', '<=']
  return negated
    ? { possible: `!(${one}${does}${other})`, proved: `${one}${does_not}${other}` }
    : { possible: `!(${one}${does_not}${other})`, proved: `${one}${does}${other}` }
}

function keptText(result: string, bits: string, negated: boolean): Pick<TestText, 'possible' | 'proved' | 'kept'> {
  const value = `(${result}===4?${result}=${bits}:${result})`
  return { kept: result, ...(negated ? { possible: `${value}!==3`, proved: `${value}===0` } : { possible: `${value}!==0`, proved: `${value}===3` }) }
}

const number = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value))
