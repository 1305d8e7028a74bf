/** What is given as a module may be anything. Knows no problems: pages that only decide have it too. */
import { type CompiledModule, moduleFormat } from './compiled-module.js'

export type Words = readonly [zh: string, en: string]

/** Reads each part once and keeps what was read: a getter may answer otherwise the next time, or throw. */
export function readModule(value: unknown): CompiledModule | { readonly wrong: Words } {
  try {
    if (typeof value !== 'object' || value === null) return { wrong: ['它不是模块', 'it is no module'] }
    const { format, hash, packs, rules, facts, conditions, decide } = value as Readonly<Record<keyof CompiledModule, unknown>>
    if (format !== moduleFormat)
      return {
        wrong: [`它的格式是 ${named(format)}，这一版只认 ${moduleFormat}`, `its format is ${named(format)}; this version takes ${moduleFormat}`],
      }
    const isComplete =
      typeof hash === 'string' &&
      isListOf(packs, isText) &&
      isListOf(rules, isEdition) &&
      isListOf(conditions, isText) &&
      isTable(facts) &&
      typeof decide === 'function'
    if (!isComplete) return { wrong: ['它的内容不全，或者不是应有的样子', 'parts of it are missing or not what they should be'] }
    return {
      format,
      hash,
      packs: [...packs],
      rules: rules.map(([...edition]) => edition),
      facts: { ...facts },
      conditions: [...conditions],
      decide: decide as CompiledModule['decide'],
    } as CompiledModule
  } catch {
    return { wrong: ['读它就出错', 'reading it fails'] }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isListOf = <T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] => Array.isArray(value) && Array.from(value).every(is)
const isTable = (value: unknown): value is CompiledModule['facts'] =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'object' && each !== null && isText((each as { type: unknown }).type))
const isDay = (value: unknown): boolean => value === null || isText(value)
const isEdition = (value: unknown): value is CompiledModule['rules'][number] =>
  Array.isArray(value) && value.length === 4 && isText(value[0]) && Number.isInteger(value[1]) && isDay(value[2]) && isDay(value[3])

const named = (format: unknown): string => (isText(format) ? `“${format.slice(0, 60)}”` : typeof format)
