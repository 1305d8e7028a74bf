/** Facts as a module takes them: an object by id, with values of their facts' types or none. */
import type { FactType, FactValue } from '@hegui/model'
import { dayNumber } from './day-number.js'

export const isOfType = (type: FactType, value: FactValue): boolean => {
  switch (type) {
    case 'number':
      return typeof value === 'number' && !Number.isNaN(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && !Number.isNaN(dayNumber(value))
    case 'set':
      return Array.isArray(value)
    case 'enum':
    case 'text':
    case 'region':
      return typeof value === 'string'
    default:
      return type satisfies never
  }
}

/** One object for all conducts, emptied each time. `fill` gives false for a value no checked record holds. */
export interface FactObject {
  readonly values: Readonly<Record<string, FactValue | undefined>>
  readonly fill: (facts: ReadonlyMap<string, FactValue>) => boolean
}

export function createFactObject(types: ReadonlyMap<string, FactType>): FactObject {
  const values: Record<string, FactValue | undefined> = Object.fromEntries([...types.keys()].map((id) => [id, undefined]))
  let filled: string[] = []
  let fits = true
  const put = (value: FactValue, id: string): void => {
    const type = types.get(id)
    if (type === undefined) return
    values[id] = value
    filled.push(id)
    if (!isOfType(type, value)) fits = false
  }
  return {
    values,
    fill: (facts) => {
      for (const id of filled) values[id] = undefined
      filled = []
      fits = true
      facts.forEach(put)
      return fits
    },
  }
}
