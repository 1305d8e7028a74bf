/**
 * The answers to one question that a rule can tell apart: each it names, one of those it does not, and for figures and
 * days the threshold and its two neighbours. Answers that no comparison tells apart are one: to the rule they are the same.
 */
import { addDays } from '@hegui/calendar'
import { type FactDefinition, type FactValue, isFactReference, type Leaf } from '@hegui/model'

/** A whole figure has whole neighbours, one with decimals those of its last place. */
export const stepOf = (figure: number): number => {
  const decimals = String(figure).split('.')[1]?.length ?? 0
  return decimals === 0 ? 1 : 10 ** -decimals
}
export const tidy = (figure: number): number => Math.round(figure * 1e6) / 1e6

/** Figures below zero are no measure of anything. */
const aroundFigure = (figure: number): readonly number[] => [figure - stepOf(figure), figure, figure + stepOf(figure)].map(tidy).filter((each) => each >= 0)
const aroundDay = (day: string): readonly string[] => [addDays(day, -1), day, addDays(day, 1)]

/** `compared`: the values that the other side of a comparison with a fact can have. */
export function valuesOf(fact: FactDefinition, leaves: readonly Leaf[], compared: readonly FactValue[]): readonly FactValue[] {
  const own = leaves.filter((leaf) => leaf.fact === fact.id)
  const named = distinct([...own.flatMap(({ value }) => (isFactReference(value) ? [] : (value as FactValue | readonly FactValue[]))).flat(), ...compared])
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'enum': {
      const left = (fact.values ?? []).map(({ value }) => value).filter((value) => !named.includes(value))
      // “Other” is no kind of thing that could stand in contradiction to the rest.
      const other = left.find((value) => value === 'other') ?? left[0]
      return [...named, ...(other === undefined ? [] : [other])]
    }
    case 'set': {
      const other = fact.values?.find(({ value }) => !named.includes(value))?.value
      return [
        ...(named as readonly string[]).map((value) => [value]),
        ...(named.length > 1 ? [named as readonly string[]] : []),
        other === undefined ? [] : [other],
      ]
    }
    case 'number':
      return distinct((named as readonly number[]).flatMap(aroundFigure)).concat(named.length === 0 ? [100] : [])
    case 'date':
      return distinct((named as readonly string[]).flatMap(aroundDay)).concat(named.length === 0 ? ['2023-01-10'] : [])
    case 'region':
      return [...named, outside(named as readonly string[])]
    case 'text':
      return [...named, '其他']
    default:
      return fact.type satisfies never
  }
}

/** A county that lies in none of them; the first that fits, so that it is always the same. */
function outside(regions: readonly string[]): string {
  const provinces = ['110101', '310101', '440103', '500101', '610102']
  return provinces.find((code) => regions.every((region) => !region.startsWith(code.slice(0, 2)))) ?? '650102'
}

export const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]
