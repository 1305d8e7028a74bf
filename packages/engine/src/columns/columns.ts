/** The columns of a batch: one for each fact that the tests of a program look at. */
import type { FactType, FactValue } from '@hegui/model'
import type { LeafTest } from '../compiled/leaf-test.js'
import { choicesOf } from '../compiled/program.js'
import type { Facts } from '../conditions/leaf.js'
import { type Column, createColumn } from './column.js'

export interface Columns {
  readonly all: readonly Column[]
  readonly of: (fact: string) => Column
  readonly clear: () => void
  /** False: a value is not of its fact's type; the row is left without facts. */
  readonly put: (row: number, facts: Facts) => boolean
  /** From row 0 on. The rows whose value is not of the fact's type: there it stays unknown. */
  readonly fill: (fact: string, values: ArrayLike<FactValue | null | undefined>) => readonly number[]
}

const asTheyAre: ReadonlySet<LeafTest['kind']> = new Set(['same', 'contains', 'within'])

export function createColumns(tests: readonly LeafTest[], size: number, typeOf: (fact: string) => FactType): Columns {
  const named = choicesOf(tests)
  const facts = new Set(tests.flatMap((test) => factsOf(test)))
  const kept = new Set(tests.filter(({ kind }) => asTheyAre.has(kind)).flatMap(factsOf))
  const byFact = new Map([...facts].map((fact) => [fact, createColumn(size, { type: typeOf(fact), named: named.get(fact) ?? [], asItIs: kept.has(fact) })]))
  const all = [...byFact.values()]

  let row = 0
  let fits = true
  const take = (value: FactValue | undefined, fact: string): void => {
    const column = byFact.get(fact)
    if (column !== undefined && value !== undefined && !column.put(row, value)) fits = false
  }

  return {
    all,
    of: (fact) => {
      const column = byFact.get(fact)
      if (column === undefined) throw new Error(`no condition looks at ${fact}`)
      return column
    },
    clear: () => {
      for (const column of all) column.clear()
    },
    put: (at, values) => {
      row = at
      fits = true
      values.forEach(take)
      if (!fits) for (const column of all) column.forget(at)
      return fits
    },
    fill: (fact, values) => {
      const column = byFact.get(fact)
      const refused: number[] = []
      if (column === undefined) return refused
      for (let at = 0; at < values.length; at++) {
        const value = values[at]
        if (value === undefined || value === null || column.put(at, value)) continue
        refused.push(at)
      }
      return refused
    },
  }
}

const factsOf = (test: LeafTest): readonly string[] => ('other' in test ? [test.fact, test.other] : [test.fact])
