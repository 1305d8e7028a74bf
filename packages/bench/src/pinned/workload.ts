/**
 * The pinned workload: 150 rules per domain with 766 leaves, 306 of them distinct in the first domain, over 47 facts;
 * records of about 900 bytes of JSON of which about 6 % of the rules match. Seeded: the same on every machine.
 */
import type { Condition, FactDefinition, FactValue, Leaf, Pack, Rule } from '@hegui/model'
import { random } from '../random.js'

export type Flat = Readonly<Record<string, FactValue | null>>
export interface Workload {
  readonly pack: Pack
  readonly rules: readonly Rule[]
  /** Distinct leaves, as written. */
  readonly leaves: number
  readonly distinct: number
  readonly records: readonly Flat[]
  /** Of all rules and records, the part that matches. */
  readonly matching: number
}

const RULES = 150
const LEAVES = 766
const DISTINCT = 306
const MATCHING = 0.06
const activities = ['produce', 'store', 'retail', 'wholesale', 'transport', 'display']
const groups = ['site', 'licence', 'goods', 'party', 'storage', 'papers']

type Random = () => number
const pick = <T>(items: readonly T[], next: Random): T => items[Math.floor(next() * items.length)] as T

/** 47 facts: what is done and with what, and 45 of five types in six groups. Those of later domains have names of their own. */
function vocabulary(domain: number): readonly FactDefinition[] {
  const tail = domain === 0 ? '' : `D${domain}`
  const described = (id: string, extra: Pick<FactDefinition, 'type'> & Partial<FactDefinition>): FactDefinition => ({
    id,
    title: id,
    scope: 'conduct',
    question: `${id}？`,
    evidence: ['现场笔录'],
    ...extra,
  })
  const listed = (values: readonly string[]) => values.map((value) => ({ value, title: value }))
  return Array.from({ length: 45 }, (_, index) => {
    const id = `${groups[index % groups.length]}.f${index}${tail}`
    switch (index % 5) {
      case 0:
        return described(id, { type: 'enum', values: listed(['none', 'valid', 'expired', 'suspended', 'revoked']) })
      case 1:
      case 3:
        return described(id, { type: 'number', unit: 'kg' })
      case 2:
        return described(id, { type: 'boolean' })
      default:
        return index % 2 === 0 ? described(id, { type: 'date' }) : described(id, { type: 'enum', values: listed(['wood', 'brick', 'steel', 'open-air']) })
    }
  })
}

const activityOf = (domain: number, activity: string): string => (domain === 0 ? activity : `${activity}-${domain}`)
const days = ['2021-03-01', '2022-01-15', '2022-11-30', '2023-02-20', '2023-09-09']
const literal = (fact: FactDefinition, next: Random): FactValue =>
  fact.type === 'boolean'
    ? next() < 0.5
    : fact.type === 'number'
      ? Math.floor(next() * 40) * 5
      : fact.type === 'date'
        ? pick(days, next)
        : pick(fact.values ?? [], next).value

function leafOn(fact: FactDefinition, next: Random): Leaf {
  const value = literal(fact, next) as string | number | boolean
  switch (fact.type) {
    case 'boolean':
      return { fact: fact.id, operator: 'equal', value }
    case 'number':
      return { fact: fact.id, operator: pick(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const, next), value }
    case 'date':
      return { fact: fact.id, operator: pick(['before', 'onOrBefore', 'after', 'onOrAfter'] as const, next), value }
    default: {
      const operator = pick(['equal', 'notEqual', 'in', 'notIn'] as const, next)
      const list = [...new Set([value as string, String(literal(fact, next))])]
      return { fact: fact.id, operator, value: operator === 'in' || operator === 'notIn' ? list : value }
    }
  }
}

/** 306 different leaves: one for each activity, two lists of them, four of goods, the rest drawn. */
function leafPool(domain: number, facts: readonly FactDefinition[], next: Random): { readonly gates: readonly Leaf[]; readonly rest: readonly Leaf[] } {
  const gates: Leaf[] = activities.map((activity) => ({ fact: 'conduct.activity', operator: 'equal', value: activityOf(domain, activity) }))
  gates.push({ fact: 'conduct.activity', operator: 'in', value: ['retail', 'wholesale'].map((activity) => activityOf(domain, activity)) })
  gates.push({ fact: 'conduct.activity', operator: 'in', value: ['produce', 'store', 'transport'].map((activity) => activityOf(domain, activity)) })
  const rest = new Map<string, Leaf>()
  for (const goods of ['fireworks', 'powder', 'gas', 'oil']) {
    const leaf: Leaf = { fact: 'conduct.goods', operator: 'equal', value: goods }
    rest.set(JSON.stringify(leaf), leaf)
  }
  while (rest.size < DISTINCT - gates.length) {
    const leaf = leafOn(pick(facts, next), next)
    rest.set(JSON.stringify(leaf), leaf)
  }
  return { gates, rest: [...rest.values()] }
}

function recordsOf(domains: number, vocabularies: readonly (readonly FactDefinition[])[], count: number, seed: number): readonly Flat[] {
  const next = random(seed)
  return Array.from({ length: count }, (_, index) => {
    const domain = index % domains
    const facts = vocabularies[domain] ?? []
    return Object.fromEntries([
      ['conduct.activity', activityOf(domain, pick(activities, next))],
      ['conduct.goods', pick(['fireworks', 'powder', 'gas', 'oil'], next)],
      ...facts.map((fact) => [fact.id, literal(fact, next)] as const),
    ])
  })
}

/** Two-valued, for choosing shapes only: what the workload is must not depend on the engine that is measured. */
function fires(condition: Condition, facts: Flat): boolean {
  if ('all' in condition) return condition.all.every((part) => fires(part, facts))
  if ('any' in condition) return condition.any.some((part) => fires(part, facts))
  if (!('fact' in condition)) throw new Error('the workload has no other conditions')
  const [fact, value] = [facts[condition.fact] as string, condition.value as string]
  const listed = (): boolean => (condition.value as readonly string[]).includes(fact)
  const answers: Partial<Record<Leaf['operator'], () => boolean>> = {
    equal: () => fact === value,
    notEqual: () => fact !== value,
    in: listed,
    notIn: () => !listed(),
    lessThan: () => fact < value,
    lessThanInclusive: () => fact <= value,
    greaterThan: () => fact > value,
    greaterThanInclusive: () => fact >= value,
    before: () => fact < value,
    onOrBefore: () => fact <= value,
    after: () => fact > value,
    onOrAfter: () => fact >= value,
  }
  return answers[condition.operator]?.() ?? false
}

/** The shapes a rule of these leaves can have, from the one that matches least to the one that matches most. */
function shapes([gate, ...leaves]: readonly Leaf[]): readonly Pick<Rule, 'appliesWhen' | 'violatedWhen'>[] {
  const [first, ...others] = leaves as [Leaf, ...Leaf[]]
  const half = Math.ceil(others.length / 2)
  const applies: Condition = { all: [gate as Leaf, first] }
  return [
    { appliesWhen: applies, violatedWhen: { all: others } },
    { appliesWhen: applies, violatedWhen: { all: [{ any: others.slice(0, half) }, ...others.slice(half)] } },
    { appliesWhen: applies, violatedWhen: { all: [{ any: others.slice(0, half) }, { any: others.slice(half) }] } },
    { appliesWhen: gate as Leaf, violatedWhen: { all: [{ any: leaves.slice(0, half + 1) }, ...leaves.slice(half + 1)] } },
    { appliesWhen: gate as Leaf, violatedWhen: { all: [{ any: leaves.slice(0, half) }, { any: leaves.slice(half) }] } },
    { appliesWhen: gate as Leaf, violatedWhen: { any: [{ all: others.slice(0, half) }, first, { all: others.slice(half) }] } },
  ]
}

function domainRules(domain: number, time: number, facts: readonly FactDefinition[], sample: readonly Flat[], seed: number): readonly Rule[] {
  const next = random(seed)
  const { gates, rest } = leafPool(domain, facts, next)
  const body: Leaf[] = [...rest]
  while (body.length < LEAVES - RULES) body.push(pick(rest.slice(0, 120), next))
  for (let index = body.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1))
    ;[body[index], body[other]] = [body[other] as Leaf, body[index] as Leaf]
  }
  const rules: Rule[] = []
  let matches = 0
  for (let index = 0; index < RULES; index++) {
    const leaves = [gates[index % gates.length] as Leaf, ...body.splice(0, index < LEAVES % RULES ? 5 : 4)]
    // The shape that keeps the part that matches nearest to 6 %.
    const rated = shapes(leaves).map((shape) => ({
      shape,
      hits: sample.filter((record) => fires(shape.appliesWhen, record) && fires(shape.violatedWhen, record)).length,
    }))
    const wanted = MATCHING * sample.length * (index + 1)
    const best = rated.reduce((a, b) => (Math.abs(matches + b.hits - wanted) < Math.abs(matches + a.hits - wanted) ? b : a))
    matches += best.hits
    const id = `domain-${domain}/rule-${time * RULES + index}`
    rules.push({
      id,
      revision: 1,
      title: id,
      basis: [{ instrument: 'bench-law', article: '1', role: 'prohibition' }],
      norms: [],
      inForce: { from: null },
      weight: 'ordinary',
      ...best.shape,
    })
  }
  return rules
}

const leavesOf = (condition: Condition): readonly Leaf[] =>
  'all' in condition ? condition.all.flatMap(leavesOf) : 'any' in condition ? condition.any.flatMap(leavesOf) : [condition as Leaf]

export interface Size {
  /** Each with its own activities and facts; records are of all domains in turn. */
  readonly domains?: number
  /** How many times 150 rules stand in each domain, over the same facts. */
  readonly times?: number
  readonly records?: number
}

/** `domains` × `times` × 150 rules. */
export function pinned({ domains = 1, times = 1, records: count = 256 }: Size = {}, seed = 20_260_601): Workload {
  const vocabularies = Array.from({ length: domains }, (_, domain) => vocabulary(domain))
  const rules = vocabularies.flatMap((facts, domain) => {
    const sample = recordsOf(domains, vocabularies, 512 * domains, seed + 1).filter((_, index) => index % domains === domain)
    return Array.from({ length: times }, (_, time) => domainRules(domain, time, facts, sample, seed + (domain * times + time) * 7919)).flat()
  })
  const records = recordsOf(domains, vocabularies, count, seed + 2)
  const leaves = rules.flatMap((rule) => [...leavesOf(rule.appliesWhen), ...leavesOf(rule.violatedWhen)])
  const hits = records.reduce((sum, record) => sum + rules.filter((rule) => fires(rule.appliesWhen, record) && fires(rule.violatedWhen, record)).length, 0)
  return {
    pack: packOf(domains, vocabularies.flat(), rules),
    rules,
    leaves: leaves.length,
    distinct: new Set(leaves.map((leaf) => JSON.stringify(leaf))).size,
    records,
    matching: hits / records.length / rules.length,
  }
}

/** Every fact forgotten with probability `gaps`, as a null: a record lists what was asked. */
export function withGaps(records: readonly Flat[], gaps: number, seed = 20_260_602): readonly Flat[] {
  if (gaps === 0) return records
  const next = random(seed)
  return records.map((record) => Object.fromEntries(Object.entries(record).map(([id, value]) => [id, next() < gaps ? null : value])))
}

function packOf(domains: number, facts: readonly FactDefinition[], rules: readonly Rule[]): Pack {
  const question = { scope: 'conduct' as const, question: '？', evidence: ['现场笔录'] }
  const acts = Array.from({ length: domains }, (_, domain) => activities.map((activity) => activityOf(domain, activity))).flat()
  const choice = (id: string, values: readonly string[]): FactDefinition => ({
    id,
    title: id,
    type: 'enum',
    values: values.map((value) => ({ value, title: value })),
    ...question,
  })
  return {
    id: 'bench',
    title: '基准',
    version: '1.0.0',
    facts: [
      { id: 'conduct.date', title: '行为日期', type: 'date', ...question },
      { id: 'record.region', title: '地区', type: 'region', ...question, scope: 'record' },
      choice('conduct.activity', acts),
      choice('conduct.goods', ['fireworks', 'powder', 'gas', 'oil']),
      ...facts,
    ],
    extensions: [],
    conditions: [],
    organs: [],
    instruments: [
      {
        id: 'bench-law',
        kind: 'law',
        title: '基准法',
        shortTitle: '基准法',
        englishTitle: 'Bench Law',
        issuer: '基准',
        documentNumber: null,
        editions: [{ id: 'always', title: '文本', inForce: { from: null }, read: true, datesFrom: 'text' }],
        norms: [],
        provisions: [
          {
            article: '1',
            title: '禁止',
            kind: 'prohibition',
            edition: 'always',
            inForce: { from: null },
            verification: { status: 'primary-text', dates: 'text' },
          },
        ],
      },
    ],
    principles: [],
    circumstances: [],
    benchmarks: [],
    timeLimits: [],
    actions: [],
    caseProcedures: [],
    rules,
    plans: [],
  }
}
