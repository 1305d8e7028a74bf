/** The value of a fact in words. */
import { type FactDefinition, type FactValue, unitTitle } from '@hegui/model'

export function factText(definition: FactDefinition | undefined, value: FactValue): string {
  const titled = (one: string): string => definition?.values?.find((each) => each.value === one)?.title ?? one
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return `${value}${unitTitle(definition?.unit)}`
  if (typeof value === 'string') return titled(value)
  return value.length === 0 ? '没有' : value.map(titled).join('、')
}
