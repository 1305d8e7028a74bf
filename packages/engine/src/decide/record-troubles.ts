/**
 * What of a record the verdicts hang on and is not what it should be. A wrong value is refused, never taken as unknown
 * or compared as it is. Facts that no rule looks at are passed over, and so are whole records' other parts.
 */
import { isLocalDate } from '@hegui/calendar/date'
import type { FactType, InspectionRecord } from '@hegui/model'
import { isOfType } from '../compiled/fact-object.js'
import type { CompiledFact } from '../ruleset/compiled-module.js'
import type { Trouble } from './trouble.js'

type Table = Readonly<Record<string, unknown>>
type Path = Trouble['path']
type Words = readonly [zh: string, en: string]

/** Given by a field of the record, or following from others. */
const fields: ReadonlySet<string> = new Set(['record.region', 'record.inspectedOn', 'record.decidedOn', 'conduct.date', 'conduct.endedOn'])

export function recordTroubles(value: unknown, facts: ReadonlyMap<string, CompiledFact>): readonly Trouble[] {
  const troubles: Trouble[] = []
  const wrong = (path: Path, [what, whatEn]: Words, [wanted, wantedEn]: Words): void =>
    void troubles.push({ code: 'HG6029', path, params: { what, whatEn, wanted, wantedEn } })
  const field = (path: Path): Words => [`“${path.join('.')}” `, `“${path.join('.')}”`]
  const need = (is: boolean, path: Path, wanted: Words): boolean => {
    if (!is) wrong(path, path.length === 0 ? ['检查记录', 'The record'] : field(path), wanted)
    return is
  }
  const checkFacts = (given: unknown, path: Path, hasGoods = false): void => {
    if (given === undefined || !need(isTable(given), path, object)) return
    for (const [id, each] of Object.entries(given as Table)) {
      const fact = facts.get(id)
      if (fact === undefined || each === null) continue
      const follows = fields.has(id) || fact.limit !== undefined || fact.deadline !== undefined || (fact.aggregate !== undefined && hasGoods)
      if (follows) wrong([...path, id], [`事实 “${id}” `, `The fact “${id}”`], ['由记录推出的，不能另写', 'left out: it follows from the record'])
      else if (!isWellWritten(fact.type, each)) wrong([...path, id], [`事实 “${id}” `, `The fact “${id}”`], types[fact.type])
    }
  }
  const each = (list: unknown, path: Path, check: (item: Table, path: Path) => void): void => {
    if (list === undefined || !need(Array.isArray(list), path, aList)) return
    for (const [index, item] of (list as readonly unknown[]).entries())
      if (need(isTable(item), [...path, index], object)) check(item as Table, [...path, index])
  }
  const holder = (item: Table, path: Path): void => {
    need(typeof item['id'] === 'string', [...path, 'id'], text)
    checkFacts(item['facts'], [...path, 'facts'])
  }

  if (!need(isTable(value), [], object)) return troubles
  const record = value as Table
  need(isDay(record['inspectedOn']), ['inspectedOn'], day)
  need(record['decidedOn'] === undefined || isDay(record['decidedOn']), ['decidedOn'], day)
  need(record['region'] == null || isWellWritten('region', record['region']), ['region'], types.region)
  checkFacts(record['facts'], ['facts'])
  each(record['parties'], ['parties'], holder)
  each(record['sites'], ['sites'], holder)
  need(Array.isArray(record['conducts']), ['conducts'], aList)
  each(record['conducts'] ?? undefined, ['conducts'], (conduct, path) => {
    need(typeof conduct['id'] === 'string', [...path, 'id'], text)
    need(isConductDate(conduct['date']), [...path, 'date'], ['日期 YYYY-MM-DD，或者先后相接的 { from, to }', 'a day YYYY-MM-DD, or { from, to } in that order'])
    checkFacts(conduct['facts'], [...path, 'facts'], Array.isArray(conduct['goods']))
    each(conduct['goods'] ?? undefined, [...path, 'goods'], (line, at) => {
      need(line['kind'] === null || typeof line['kind'] === 'string', [...at, 'kind'], text)
      need(line['unit'] === undefined || typeof line['unit'] === 'string', [...at, 'unit'], text)
      for (const figure of figures) need(line[figure] == null || isWellWritten('number', line[figure]), [...at, figure], types.number)
    })
  })
  return troubles
}

const figures = ['quantity', 'weightKg', 'compositionKg', 'valueYuan'] as const satisfies readonly (keyof NonNullable<
  InspectionRecord['conducts'][number]['goods']
>[number])[]
const object: Words = ['对象 { … }', 'an object { … }']
const aList: Words = ['列表 [ … ]', 'a list [ … ]']
const text: Words = ['文字', 'text']
const day: Words = ['日期 YYYY-MM-DD', 'a day YYYY-MM-DD']
const types: Readonly<Record<FactType, Words>> = {
  boolean: ['true 或 false', 'true or false'],
  enum: text,
  text,
  set: ['文字的列表', 'a list of text'],
  number: ['数', 'a number'],
  date: day,
  region: ['行政区划代码，6、9 或 12 位数字', 'a region code of 6, 9 or 12 digits'],
}

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)
const isDay = (value: unknown): value is string => typeof value === 'string' && isLocalDate(value)

function isConductDate(date: unknown): boolean {
  if (date == null || isDay(date)) return true
  if (!isTable(date)) return false
  const { from, to } = date
  return (from === null || isDay(from)) && (to == null || isDay(to)) && !(isDay(from) && isDay(to) && from > to)
}

/** As a checked record has it: stricter than what a comparison can bear. */
function isWellWritten(type: FactType, value: unknown): boolean {
  if (type === 'date') return isDay(value)
  if (type === 'region') return typeof value === 'string' && /^(?:\d{6}|\d{9}|\d{12})$/.test(value)
  if (type === 'set') return Array.isArray(value) && value.every((item) => typeof item === 'string')
  return isOfType(type, value as never) && (type !== 'number' || Number.isFinite(value))
}
