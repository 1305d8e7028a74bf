/**
 * Where a cell of the summary table comes from: a path into an appraisal, as data.
 *
 *   unit/title · period/from · records          fields by name
 *   statistics/fines/value · stages/s1/state    an element of a list by what identifies it
 *   targets/no-accidents:item-a/value           a target with its item
 *   duties/weekly-report@2017-01-04/state       one occurrence of a duty
 *   duties?state=missing                        how many elements have that value
 */
import type { Evidence, FigureValue } from '@hegui/model'

/** What a path leads to. `missing`: there is no such thing in this appraisal; `null` there is a gap that the appraisal itself states. */
export interface Sourced {
  readonly value: string | number | FigureValue | null | 'missing-data'
  readonly evidence: Evidence | null
  readonly figures: readonly string[]
  readonly submissions: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const field = (of: unknown, name: string): unknown => (isFields(of) && Object.hasOwn(of, name) ? of[name] : undefined)

const nowhere: Sourced = { value: 'missing-data', evidence: null, figures: [], submissions: [] }

export function sourced(row: unknown, path: string): Sourced {
  const counted = /^([a-z]+)\?([a-zA-Z]+)=(.*)$/.exec(path)
  if (counted !== null) return counting(row, counted[1] ?? '', counted[2] ?? '', counted[3] ?? '')
  let at: unknown = row
  let holder: unknown = row
  for (const segment of path.split('/')) {
    holder = at
    at = Array.isArray(at) ? at.find((each) => isNamed(each, segment)) : field(at, segment)
    if (at === undefined) return nowhere
  }
  return { ...sourcesOf(holder), value: written(at) }
}

function counting(row: unknown, list: string, name: string, value: string): Sourced {
  const elements = field(row, list)
  if (!Array.isArray(elements)) return nowhere
  const hits = elements.filter((each) => String(field(each, name)) === value).map(sourcesOf)
  const records = [...new Set(hits.flatMap(({ evidence }) => evidence?.records ?? []))].sort()
  const more = hits.reduce((sum, { evidence }) => sum + (evidence?.more ?? 0), 0)
  return {
    value: hits.length,
    evidence: { records, more },
    figures: [...new Set(hits.flatMap(({ figures }) => figures))].sort(),
    submissions: [...new Set(hits.flatMap(({ submissions }) => submissions))].sort(),
  }
}

/** `target:item`, `duty@occurrence`, or the one identifying field. */
function isNamed(element: unknown, name: string): boolean {
  const own = (key: string): unknown => field(element, key)
  const ids = ['statistic', 'stage', 'accountability', 'target', 'duty', 'record', 'id'].flatMap((key) => own(key) ?? [])
  return ids.includes(name) || `${own('target')}:${own('item')}` === name || `${own('duty')}@${own('occurrence')}` === name
}

const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])

function sourcesOf(holder: unknown): Pick<Sourced, 'evidence' | 'figures' | 'submissions'> {
  const evidence = field(holder, 'evidence')
  const more = field(evidence, 'more')
  return {
    evidence: isFields(evidence) ? { records: strings(evidence['records']), more: typeof more === 'number' ? more : 0 } : null,
    figures: strings(field(holder, 'figures')),
    submissions: strings(field(holder, 'submissions')),
  }
}

function written(at: unknown): Sourced['value'] {
  if (at === null || typeof at === 'string' || typeof at === 'number') return at
  if (typeof at === 'boolean') return String(at)
  const [min, max] = [field(at, 'min'), field(at, 'max')]
  return typeof min === 'number' && (typeof max === 'number' || max === null) ? { min, max } : 'missing-data'
}
