/**
 * The limit for batches: column by column in two values, with every device the three-valued batches use, and no thought
 * of gaps – one bitset for a leaf, none for what is known. A null is a code or NaN like any other.
 */
import type { Condition, FactDefinition, FactValue, Leaf, Rule } from '@hegui/model'

type Bits = Int32Array<ArrayBuffer>
/** Gives the rows where it holds, or `nothing` itself. Made once a batch. */
type Node = () => Bits

export interface TwoValuedBatch {
  readonly fill: (fact: string, values: readonly (FactValue | null)[]) => void
  /** By rule: where it applies, and where it is violated. */
  readonly decide: () => readonly (readonly [Bits, Bits])[]
}

const dayNumber = (day: string): number => Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8))

export function twoValuedBatch(rules: readonly Rule[], facts: readonly FactDefinition[], size: number): TwoValuedBatch {
  const words = size >>> 5
  const nothing = new Int32Array(words)
  const room = (): Bits => new Int32Array(words)
  const types = new Map(facts.map(({ id, type }) => [id, type]))
  const codes = new Map<string, { readonly rows: Int32Array; readonly codeOf: Map<unknown, number>; readonly bits: Bits[]; madeIn: number }>()
  const numbers = new Map<string, Float64Array>()
  let batch = 0

  const once = (make: (into: Bits) => boolean): Node => {
    const [own, madeIn] = [room(), { batch: -1 }]
    let result = nothing
    return () => {
      if (madeIn.batch !== batch) {
        madeIn.batch = batch
        result = make(own) ? own : nothing
      }
      return result
    }
  }
  const choice = (fact: string, value: unknown): Node => {
    const column = codes.get(fact) ?? { rows: new Int32Array(size), codeOf: new Map(), bits: [room()], madeIn: -1 }
    codes.set(fact, column)
    const code = column.codeOf.get(value) ?? column.codeOf.size + 1
    column.codeOf.set(value, code)
    column.bits[code] ??= room()
    return () => {
      if (column.madeIn !== batch) {
        column.madeIn = batch
        split(column.rows, column.bits, words)
      }
      return column.bits[code] as Bits
    }
  }
  const figure = (fact: string, less: boolean, value: number): Node => {
    const column = numbers.get(fact) ?? new Float64Array(size)
    numbers.set(fact, column)
    return once((into) => (less ? lessRows(into, column, value, words) : greaterRows(into, column, value, words)))
  }
  const not = (node: Node): Node => once((into) => each(into, node(), nothing, words, NOT))
  const joined = (parts: readonly Node[], isAll: boolean): Node =>
    parts.length === 1
      ? (parts[0] as Node)
      : once((into) => {
          let so = (parts[0] as Node)()
          let some = so !== nothing
          for (let index = 1; index < parts.length && (some || !isAll); index++) {
            some = isAll ? each(into, so, (parts[index] as Node)(), words, AND) : each(into, so, (parts[index] as Node)(), words, OR)
            so = into
          }
          return some
        })

  const leafNode = ({ fact, operator, value }: Leaf): Node => {
    const shared = (name: string, make: () => Node): Node => interned(`${fact} ${name}`, make)
    const any = (list: readonly unknown[]): Node =>
      shared(`in ${JSON.stringify(list)}`, () =>
        joined(
          list.map((one) => shared(`is ${JSON.stringify(one)}`, () => choice(fact, one))),
          false,
        ),
      )
    const compared = (less: boolean): Node =>
      shared(`${less ? '<' : '>'} ${value}`, () => figure(fact, less, typeof value === 'string' ? dayNumber(value) : (value as number)))
    const denied = (name: string, node: Node): Node => shared(`not ${name} ${JSON.stringify(value)}`, () => not(node))
    switch (operator) {
      case 'equal':
        return any([value])
      case 'notEqual':
        return denied('in', any([value]))
      case 'in':
        return any(value as readonly unknown[])
      case 'notIn':
        return denied('in', any(value as readonly unknown[]))
      case 'lessThan':
      case 'before':
        return compared(true)
      case 'greaterThan':
      case 'after':
        return compared(false)
      case 'greaterThanInclusive':
      case 'onOrAfter':
        return denied('<', compared(true))
      case 'lessThanInclusive':
      case 'onOrBefore':
        return denied('>', compared(false))
      default:
        throw new Error(`the workload has no ${operator}`)
    }
  }
  const nodes = new Map<string, Node>()
  const interned = (key: string, make: () => Node): Node => {
    const node = nodes.get(key) ?? make()
    nodes.set(key, node)
    return node
  }
  const nodeOf = (condition: Condition): Node => {
    if ('all' in condition) return interned(JSON.stringify(condition), () => joined(condition.all.map(nodeOf), true))
    if ('any' in condition) return interned(JSON.stringify(condition), () => joined(condition.any.map(nodeOf), false))
    return leafNode(condition as Leaf)
  }

  const decided = rules.map((rule) => ({ applies: nodeOf(rule.appliesWhen), violated: nodeOf(rule.violatedWhen), own: room() }))
  return {
    fill: (fact, values) => {
      const [choices, figures] = [codes.get(fact), numbers.get(fact)]
      if (choices !== undefined) for (let row = 0; row < values.length; row++) choices.rows[row] = choices.codeOf.get(values[row]) ?? 0
      if (figures === undefined) return
      const isDay = types.get(fact) === 'date'
      for (let row = 0; row < values.length; row++) {
        const value = values[row] ?? null
        figures[row] = value === null ? Number.NaN : isDay ? dayNumber(value as string) : (value as number)
      }
    },
    decide: () => {
      batch++
      return decided.map(({ applies, violated, own }) => {
        const applying = applies()
        return [applying, applying !== nothing && each(own, applying, violated(), words, AND) ? own : nothing] as const
      })
    },
  }
}

const [AND, OR, NOT] = [0, 1, 2]
function each(into: Bits, one: Bits, other: Bits, words: number, how: number): boolean {
  let any = 0
  if (how === AND) for (let word = 0; word < words; word++) any |= into[word] = (one[word] as number) & (other[word] as number)
  else if (how === OR) for (let word = 0; word < words; word++) any |= into[word] = (one[word] as number) | (other[word] as number)
  else for (let word = 0; word < words; word++) any |= into[word] = ~(one[word] as number)
  return any !== 0
}

function split(rows: Int32Array, bits: readonly Bits[], words: number): void {
  for (const one of bits) one.fill(0)
  for (let word = 0; word < words; word++)
    for (let at = 0, bit = 1; at < 32; at++, bit <<= 1) {
      const code = bits[rows[(word << 5) + at] as number] as Bits
      code[word] = (code[word] as number) | bit
    }
}

function lessRows(into: Bits, numbers: Float64Array, figure: number, words: number): boolean {
  let any = 0
  for (let word = 0; word < words; word++) {
    let bits = 0
    for (let row = (word << 5) + 28; row >= word << 5; row -= 4)
      bits =
        (bits << 4) |
        Number((numbers[row] as number) < figure) |
        (Number((numbers[row + 1] as number) < figure) << 1) |
        (Number((numbers[row + 2] as number) < figure) << 2) |
        (Number((numbers[row + 3] as number) < figure) << 3)
    any |= into[word] = bits
  }
  return any !== 0
}

function greaterRows(into: Bits, numbers: Float64Array, figure: number, words: number): boolean {
  let any = 0
  for (let word = 0; word < words; word++) {
    let bits = 0
    for (let row = (word << 5) + 28; row >= word << 5; row -= 4)
      bits =
        (bits << 4) |
        Number((numbers[row] as number) > figure) |
        (Number((numbers[row + 1] as number) > figure) << 1) |
        (Number((numbers[row + 2] as number) > figure) << 2) |
        (Number((numbers[row + 3] as number) > figure) << 3)
    any |= into[word] = bits
  }
  return any !== 0
}
