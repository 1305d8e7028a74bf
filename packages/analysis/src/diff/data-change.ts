/**
 * Changes of data, part by part: norms, amounts, authorities, time limits, limits, vocabulary, plans – whatever a verdict, a
 * measure or a due date can hang on, told from what is only worded differently.
 */
import type { Ruleset } from '@hegui/engine'
import type { Condition, FactDefinition, Vocabulary } from '@hegui/model'
import { phraseOf } from '../sentence/sentence.js'
import { valueWords, type Words } from './value-words.js'

export const aspects = ['rules', 'measures', 'amounts', 'authorities', 'due-dates', 'limits', 'vocabulary', 'plans', 'other'] as const
export type Aspect = (typeof aspects)[number]

/** `wording`: nothing is decided otherwise. `effect`: something can be. `breaking`: records that were read are refused. */
export type Effect = 'wording' | 'effect' | 'breaking'

export interface DataChange {
  readonly aspect: Aspect
  readonly effect: Effect
  /** The collection, the id in it, and the keys below; list items by what names them. */
  readonly path: readonly string[]
  readonly title: string
  readonly before?: unknown
  readonly after?: unknown
  readonly words: Words
}

const collections = [
  'facts',
  'conditions',
  'organs',
  'instruments',
  'norms',
  'timeLimits',
  'actions',
  'caseProcedures',
  'principles',
  'circumstances',
  'benchmarks',
  'plans',
] as const
type Collection = (typeof collections)[number]

const collectionTitles: Readonly<Record<Collection | 'rules', readonly [string, string]>> = {
  rules: ['规则', 'rule'],
  facts: ['事实', 'fact'],
  conditions: ['命名条件', 'named condition'],
  organs: ['机关', 'organ'],
  instruments: ['文件', 'instrument'],
  norms: ['规范', 'norm'],
  timeLimits: ['期限', 'time limit'],
  actions: ['任务', 'action'],
  caseProcedures: ['办案程序', 'case procedure'],
  principles: ['一般规则', 'principle'],
  circumstances: ['情节', 'circumstance'],
  benchmarks: ['裁量基准', 'benchmark'],
  plans: ['方案', 'plan'],
}

type Item = Readonly<Record<string, unknown>>

function itemsOf({ catalogue, vocabulary }: Ruleset, collection: Collection): ReadonlyMap<string, Item> {
  const listed = (items: Iterable<unknown>): ReadonlyMap<string, Item> => new Map([...(items as Iterable<Item>)].map((item) => [String(item['id']), item]))
  switch (collection) {
    case 'facts':
      return listed(vocabulary.facts.values())
    case 'conditions':
      return listed(vocabulary.conditions.values())
    // Norms are told one by one.
    case 'instruments':
      return listed([...catalogue.instruments.values()].map(({ norms: _, ...rest }) => rest))
    case 'organs':
    case 'norms':
    case 'timeLimits':
    case 'caseProcedures':
    case 'plans':
      return listed(catalogue[collection].values())
    case 'actions':
    case 'principles':
    case 'circumstances':
    case 'benchmarks':
      return listed(catalogue[collection])
    default:
      return collection satisfies never
  }
}

export const dataChanges = (old: Ruleset, fresh: Ruleset): readonly DataChange[] =>
  collections.flatMap((collection) => itemChanges(collection, itemsOf(old, collection), itemsOf(fresh, collection), old, fresh))

/** Of rules, whose conditions are compared by what they mean, all else. */
export function ruleDataChanges(id: string, before: object, after: object, old: Ruleset, fresh: Ruleset): readonly DataChange[] {
  const rest = (rule: object): Item => Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'appliesWhen' && key !== 'violatedWhen'))
  return itemChanges('rules', new Map([[id, rest(before)]]), new Map([[id, rest(after)]]), old, fresh)
}

function itemChanges(
  collection: Collection | 'rules',
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
  old: Ruleset,
  fresh: Ruleset,
): readonly DataChange[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort()
  return ids.flatMap((id) => {
    const [a, b] = [before.get(id), after.get(id)]
    if (a === b) return []
    const fields = a === undefined || b === undefined ? [{ path: [], before: a, after: b }] : differing(a, b, [])
    return fields.map((field): DataChange => {
      const title = String((b ?? a)?.['title'] ?? (b ?? a)?.['shortTitle'] ?? id)
      return {
        aspect: aspectOf(collection, field.path),
        effect: effectOf(collection, field),
        path: [collection, id, ...field.path],
        title,
        ...(field.before === undefined ? {} : { before: field.before }),
        ...(field.after === undefined ? {} : { after: field.after }),
        words: wordsOf(collection, id, title, field, { old: old.vocabulary, new: fresh.vocabulary, item: b ?? a }),
      }
    })
  })
}

interface Field {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

/** Said whole: their parts say nothing by themselves. */
const whole: ReadonlySet<string> = new Set([
  'amountYuan',
  'multiple',
  'days',
  'inForce',
  'appliesWhen',
  'violatedWhen',
  'when',
  'askedWhen',
  'condition',
  'where',
  'unit',
])

const isObject = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)

function differing(before: unknown, after: unknown, path: readonly string[]): readonly Field[] {
  if (canonical(before) === canonical(after)) return []
  if (whole.has(path.at(-1) ?? '')) return [{ path, before, after }]
  if (isObject(before) && isObject(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((key) => differing(before[key], after[key], [...path, key]))
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every(isObject)) {
    const [a, b] = [named(before), named(after)]
    const fields = [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => differing(a.get(name), b.get(name), [...path, name]))
    // The same items in another order: which comes first can matter.
    return fields.length > 0 ? fields : [{ path, before: [...a.keys()], after: [...b.keys()] }]
  }
  return [{ path, before, after }]
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part)) ?? ''

/** Items by what tells them apart; of those that share it, by their number. */
function named(items: readonly Item[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>()
  for (const item of items) {
    const name = nameOf(item)
    const again = [...found.keys()].filter((key) => key === name || key.startsWith(`${name}#`)).length
    found.set(again === 0 ? name : `${name}#${again + 1}`, item)
  }
  return found
}

function nameOf(item: Item): string {
  const text = (key: string): string | undefined => (typeof item[key] === 'string' ? (item[key] as string) : undefined)
  const period = isObject(item['inForce']) ? String(item['inForce']['from'] ?? '') : undefined
  const measure = isObject(item['measure']) ? `${String(item['measure']['kind'])} ${String(item['measure']['object'] ?? '')}`.trim() : undefined
  const known = [
    text('id') ?? text('edition') ?? text('value') ?? text('tier') ?? text('kind') ?? text('instrument') ?? measure,
    text('article') ?? text('clause'),
    period,
    text('region'),
  ]
  return known.filter((each) => each !== undefined && each !== '').join(' ') || '·'
}

const wordingKeys: ReadonlySet<string> = new Set([
  'title',
  'shortTitle',
  'englishTitle',
  'articleTitle',
  'note',
  'question',
  'evidence',
  'revision',
  'sources',
  'documentNumber',
  'reason',
])

function effectOf(collection: Collection | 'rules', { path, before, after }: Field): Effect {
  if (path.some((key) => wordingKeys.has(key))) return 'wording'
  if (collection !== 'facts') return 'effect'
  const removed = after === undefined && before !== undefined
  const isChoice = path[0] === 'values' && path.length <= 2
  if (removed && (path.length === 0 || isChoice)) return 'breaking'
  return ['type', 'unit', 'scope', 'aggregate'].includes(path[0] ?? '') ? 'breaking' : 'effect'
}

function aspectOf(collection: Collection | 'rules', path: readonly string[]): Aspect {
  if (path.some((key) => ['amountYuan', 'multiple', 'days'].includes(key))) return 'amounts'
  if (collection === 'organs' || path.includes('authority') || path.includes('assignee')) return 'authorities'
  if (collection === 'timeLimits' || collection === 'caseProcedures' || (collection === 'actions' && path[0] === 'limit')) return 'due-dates'
  if (collection === 'facts') return path[0] === 'limit' ? 'limits' : 'vocabulary'
  if (collection === 'conditions') return 'vocabulary'
  if (collection === 'rules') return path[0] === 'norms' ? 'measures' : 'rules'
  if (collection === 'plans') return 'plans'
  return collection === 'instruments' ? 'other' : 'measures'
}

const keyTitles: Readonly<Record<string, string>> = {
  limit: '法定限值',
  value: '值',
  values: '可选值',
  inForce: '有效期',
  norms: '可适用的规范',
  basis: '依据',
  weight: '轻重',
  editions: '版本',
  consequence: '法律后果',
  measure: '措施',
  amountYuan: '金额（元）',
  multiple: '倍数',
  days: '日数',
  authority: '实施机关',
  force: '应当或者可以',
  verification: '核对情况',
  status: '核对',
  title: '名称',
  note: '备注',
  question: '怎样问',
  evidence: '什么证据能回答',
  askedWhen: '何时才问',
  appliesWhen: '适用条件',
  amount: '数量',
  unit: '单位',
  start: '起算事实',
  may: '职权',
  assignee: '由谁办理',
  type: '类型',
  scope: '归属',
  revision: '修订号',
  clauses: '条目',
  measures: '措施',
  all: '并用',
  oneOf: '择一',
  tiers: '分档',
  base: '基本档',
  then: '后果',
  when: '条件',
  condition: '条件',
}

interface Terms {
  readonly old: Vocabulary
  readonly new: Vocabulary
  readonly item: Item | undefined
}

function wordsOf(collection: Collection | 'rules', id: string, title: string, { path, before, after }: Field, terms: Terms): Words {
  const [kind, kindEn] = collectionTitles[collection]
  const fact = collection === 'facts' ? (terms.item as unknown as FactDefinition) : undefined
  const place = path.map((key) => keyTitles[key] ?? key).join(' · ')
  const subject = {
    zh: `${kind}「${title}」（${id}）${place === '' ? '' : ` ${place}`}`,
    en: `${kindEn} ${id}${path.length === 0 ? '' : ` ${path.join('.')}`}`,
  }
  if (isReordered(before, after)) return { zh: `${subject.zh}：次序变了，内容没有变`, en: `${subject.en}: in another order` }
  const [a, b] = [shownValue(before, path, terms.old, fact), shownValue(after, path, terms.new, fact)]
  const zh = before === undefined ? `增加${path.length === 0 ? '' : ` ${b}`}` : after === undefined ? `删去${path.length === 0 ? '' : ` ${a}`}` : `${a} → ${b}`
  const raw = (value: unknown): string => cut(JSON.stringify(value) ?? '')
  const en =
    before === undefined
      ? `added${path.length === 0 ? '' : ` ${raw(after)}`}`
      : after === undefined
        ? `removed${path.length === 0 ? '' : ` ${raw(before)}`}`
        : `${raw(before)} → ${raw(after)}`
  return { zh: `${subject.zh}：${zh}`, en: `${subject.en}: ${en}` }
}

const isReordered = (before: unknown, after: unknown): boolean =>
  Array.isArray(before) && Array.isArray(after) && canonical([...before].sort()) === canonical([...after].sort())

const MAX_SHOWN = 120
const cut = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text)

function shownValue(value: unknown, path: readonly string[], vocabulary: Vocabulary, fact: FactDefinition | undefined): string {
  const key = path.at(-1) ?? ''
  if (value === undefined) return '没有'
  if (['appliesWhen', 'when', 'askedWhen', 'condition'].includes(key) && isObject(value)) return phraseOf(value as unknown as Condition, vocabulary)
  if ((key === 'amountYuan' || key === 'days' || key === 'multiple') && isObject(value)) return rangeWords(value)
  if (key === 'inForce' && isObject(value)) return `${String(value['from'] ?? '起始不明')} 至 ${String(value['to'] ?? '今')}`
  if (path[0] === 'limit' && isObject(value) && typeof value['value'] === 'number') return valueWords(value['value'], fact)
  if (path[0] === 'limit' && typeof value === 'number') return valueWords(value, fact)
  if (isObject(value) && typeof value['title'] === 'string') return `“${value['title']}”`
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.length === 0 ? '没有' : value.join('、')
  return cut(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
}

const rangeWords = ({ min, max }: Item): string =>
  min === max ? String(max) : `${min === null || min === undefined ? '' : String(min)}–${max === null || max === undefined ? '' : String(max)}`
