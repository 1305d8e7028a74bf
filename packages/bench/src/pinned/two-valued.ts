/**
 * What hegui is measured against: two-valued code that knows nothing of gaps. `naive`: one closure per rule.
 * `straightText`: the limit, straight code for the same rules; leaves in place, where the JIT finds what is shared, or
 * each shared leaf kept in a variable once it has been tested.
 */
import type { Condition, Leaf, Rule } from '@hegui/model'
import type { Flat } from './workload.js'

type Test = (facts: Flat) => boolean

export function naive(rules: readonly Rule[]): (facts: Flat, out: Uint8Array) => void {
  const tests = rules.map((rule) => [closure(rule.appliesWhen), closure(rule.violatedWhen)] as const)
  return (facts, out) => {
    for (const [index, [applies, violated]] of tests.entries()) out[index] = applies(facts) ? (violated(facts) ? 2 : 1) : 0
  }
}

function closure(condition: Condition): Test {
  if ('all' in condition) {
    const parts = condition.all.map(closure)
    return (facts) => parts.every((part) => part(facts))
  }
  if ('any' in condition) {
    const parts = condition.any.map(closure)
    return (facts) => parts.some((part) => part(facts))
  }
  const { fact, operator, value } = condition as Leaf
  const list = value as readonly unknown[]
  const figure = value as string
  switch (operator) {
    case 'equal':
      return (facts) => facts[fact] === value
    case 'notEqual':
      return (facts) => facts[fact] !== value
    case 'in':
      return (facts) => list.includes(facts[fact])
    case 'notIn':
      return (facts) => !list.includes(facts[fact])
    case 'lessThan':
    case 'before':
      return (facts) => (facts[fact] as string) < figure
    case 'lessThanInclusive':
    case 'onOrBefore':
      return (facts) => (facts[fact] as string) <= figure
    case 'greaterThan':
    case 'after':
      return (facts) => (facts[fact] as string) > figure
    case 'greaterThanInclusive':
    case 'onOrAfter':
      return (facts) => (facts[fact] as string) >= figure
    default:
      throw new Error(`the workload has no ${operator}`)
  }
}

const signs: Readonly<Partial<Record<Leaf['operator'], string>>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  before: '<',
  onOrBefore: '<=',
  after: '>',
  onOrAfter: '>=',
}

export function straightText(rules: readonly Rule[], leaves: 'in place' | 'kept'): string {
  const facts = new Map<string, string>()
  const uses = new Map<string, number>()
  const kept = new Map<string, string>()
  const test = ({ fact, operator, value }: Leaf): string => {
    const name = facts.get(fact) ?? `f${facts.size}`
    facts.set(fact, name)
    const each = (sign: string, joint: string): string => `(${(value as readonly string[]).map((one) => `${name}${sign}${JSON.stringify(one)}`).join(joint)})`
    return operator === 'in' ? each('===', '||') : operator === 'notIn' ? each('!==', '&&') : `${name}${signs[operator]}${JSON.stringify(value)}`
  }
  const count = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(count)
    else if ('any' in condition) condition.any.forEach(count)
    else uses.set(test(condition as Leaf), (uses.get(test(condition as Leaf)) ?? 0) + 1)
  }
  for (const rule of rules) for (const condition of [rule.appliesWhen, rule.violatedWhen]) count(condition)
  const text = (condition: Condition): string => {
    if ('all' in condition) return `(${condition.all.map(text).join('&&')})`
    if ('any' in condition) return `(${condition.any.map(text).join('||')})`
    const leaf = test(condition as Leaf)
    if (leaves === 'in place' || uses.get(leaf) === 1) return leaf
    const name = kept.get(leaf) ?? `t${kept.size}`
    kept.set(leaf, name)
    return `(${name}===undefined?${name}=${leaf}:${name})`
  }
  const lines = rules.map((rule, index) => `out[${index}]=${text(rule.appliesWhen)}?${text(rule.violatedWhen)}?2:1:0`)
  return [
    'export function decide(f,out){',
    ...[...facts].map(([fact, name]) => `const ${name}=f[${JSON.stringify(fact)}]`),
    ...[...kept.values()].map((name) => `let ${name}`),
    ...lines,
    '}',
  ].join('\n')
}
