/** Facts as JavaScript text: each is read and encoded once in a function, so that its tests are cheap. */
import type { FactType } from '@hegui/model'
import type { LeafTest } from './leaf-test.js'
import { bitOf, type Local } from './source-tests.js'

export type Choices = ReadonlyMap<string, readonly (string | boolean)[]>

/** Above this many named values a look-up in a map beats asking for one after the other. */
const ASKED_IN_TURN = 8

export interface Locals {
  readonly name: (local: Local) => string
  /** The declarations of every local that was named, in the order of naming. */
  readonly declarations: () => readonly string[]
}

export function createLocals(choices: Choices, typeOf: (fact: string) => FactType, mapOf: (fact: string) => string): Locals {
  const names = new Map<string, string>()
  const texts: string[] = []
  return {
    name: ({ letter, fact }) => {
      const key = `${letter} ${fact}`
      const known = names.get(key)
      if (known !== undefined) return known
      const name = `${letter}${names.size}`
      names.set(key, name)
      texts.push(declaration(name, letter, fact))
      return name
    },
    declarations: () => texts,
  }

  function declaration(name: string, letter: Local['letter'], fact: string): string {
    const read = `f[${JSON.stringify(fact)}]`
    if (letter === 'v') return `const ${name} = ${read} ?? undefined`
    if (letter === 'n') return `const ${name} = ${typeOf(fact) === 'date' ? 'day' : 'num'}(${read})`
    const named = choices.get(fact) ?? []
    if (typeOf(fact) === 'boolean') return `const ${name} = bool(${read})`
    const code = (index: number): number => (letter === 'm' ? bitOf(index) : index + 2)
    if (letter === 'c' || named.length > ASKED_IN_TURN)
      return `const r${name} = ${read}, ${name} = r${name} == null ? ${letter === 'm' ? 1 : 0} : ${mapOf(fact)}.get(r${name}) ?? ${letter === 'm' ? 2 : 1}`
    const turns = named.map((value, index) => `r${name} === ${JSON.stringify(value)} ? ${code(index)} : `).join('')
    return `const r${name} = ${read}, ${name} = ${turns}r${name} == null ? 1 : 2`
  }
}

/** The map from the named values of a fact to their codes, where asking in turn would take too long. */
export function mapText(name: string, fact: string, choices: Choices, asBits: boolean): string {
  const named = choices.get(fact) ?? []
  return `const ${name} = new Map(${JSON.stringify(named.map((value, index) => [value, asBits ? bitOf(index) : index + 2]))})`
}

/** What the generated functions call. A day is a number as `dayNumber` makes it, from its digits. */
export function helpersText(tests: readonly LeafTest[]): string {
  const region = `const whole = (code) => code.length === 6 ? code.replace(/(?:00)+$/, '') : code
const within = (place, outers) => {
  if (place === undefined) return 1
  const own = whole(place)
  let coarse = false
  for (const each of outers) {
    const outer = whole(each)
    if (own.startsWith(outer)) return 3
    if (outer.startsWith(own)) coarse = true
  }
  return coarse ? 1 : 0
}`
  return `const bool = (v) => v === true ? 4 : v === false ? 2 : 1
const num = (v) => typeof v === 'number' ? v : NaN
const two = (v, at) => v.charCodeAt(at) * 10 + v.charCodeAt(at + 1) - 528
const day = (v) => typeof v === 'string' ? two(v, 0) * 1000000 + two(v, 2) * 10000 + two(v, 5) * 100 + two(v, 8) : NaN
${tests.some((test) => test.kind === 'within') ? region : ''}`
}
