/** Every shipped rule as two sentences: golden, in plain words, and readable in one way only. */
import { phraseOf, ruleSentences, sentenceOf } from '@hegui/analysis'
import { type Condition, type Leaf, type NamedCondition, oppositeOf } from '@hegui/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedRuleset } from '../src/packs.js'
import { type Read, readSentence } from './support/read-sentence.js'

const { catalogue, vocabulary } = shippedRuleset()
const rules = [...catalogue.rules.values()].flat().sort((a, b) => (key(a) < key(b) ? -1 : 1))
function key({ id, inForce }: { readonly id: string; readonly inForce: { readonly from: string | null } }): string {
  return `${id} ${inForce.from ?? ''}`
}

/** What a sentence must be read back as, worked out from the condition alone. */
function expected(condition: Condition, negated = false): Read {
  if ('not' in condition) return expected(condition.not, !negated)
  if ('all' in condition || 'any' in condition) {
    const of = 'all' in condition ? 'all' : 'any'
    const given = 'all' in condition ? condition.all : condition.any
    if (given.length === 1) return expected(given[0] as Condition, negated)
    const parts = given
      .map((part) => expected(part))
      .flatMap((part): readonly Read[] => ('parts' in part && part.of === of && !part.negated ? part.parts : [part]))
    return { of, negated, parts }
  }
  if ('condition' in condition) return { say: phraseOf(negated ? { not: condition } : condition, vocabulary) }
  return { say: phraseOf(negated ? { ...condition, operator: oppositeOf[condition.operator] } : condition, vocabulary) }
}

test('the sentences of all rules', async () => {
  const text = rules.map((rule) => {
    const { applies, violated } = ruleSentences(rule, vocabulary)
    return `${rule.id}（${rule.inForce.from ?? '…'} – ${rule.inForce.to ?? '…'}）${rule.title}\n  ${applies}\n  ${violated}\n`
  })
  await expect(text.join('\n')).toMatchFileSnapshot('__snapshots__/rule-sentences.txt')
})

describe.each(rules.map((rule) => [key(rule), rule] as const))('%s', (_, rule) => {
  const { applies, violated } = ruleSentences(rule, vocabulary)

  test('can be read back into its conditions', () => {
    expect(readSentence(applies)).toEqual({ condition: expected(rule.appliesWhen), conclusion: '适用本规则' })
    expect(readSentence(violated).condition).toEqual(expected(rule.violatedWhen))
  })

  test('is Chinese: no id, no operator, no code of a region', () => {
    for (const sentence of [applies, violated]) {
      expect(sentence).not.toMatch(/[a-z]+\.[a-z]|[a-z]+-[a-z]|[a-z]{4,}|undefined|null|true|false|\d{6}/)
      expect(sentence).not.toMatch(/[，；：]{2}|“”|「」/)
    }
  })
})

describe('any condition', () => {
  const leaves: readonly Leaf[] = [
    { fact: 'sale.mobile', operator: 'equal', value: true },
    { fact: 'licence.status', operator: 'in', value: ['none', 'revoked'] },
    { fact: 'goods.totalKg', operator: 'greaterThan', value: { fact: 'limit.privateStockKg' } },
    { fact: 'goods.totalKg', operator: 'equal', value: { fact: 'limit.privateStockKg' } },
    { fact: 'record.region', operator: 'notWithin', value: ['500000', '500107'] },
    { fact: 'conduct.goods', operator: 'notEqual', value: 'fireworks' },
  ]
  const named: NamedCondition[] = [...vocabulary.conditions.values()].slice(0, 2)
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.constantFrom<Condition>(...leaves, ...named.map(({ id }) => ({ condition: id }))),
      fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
      tie('tree').map((not) => ({ not })),
    ),
  }))

  test('can be read back from its sentence', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        expect(readSentence(sentenceOf(condition, vocabulary, '构成违法'))).toEqual({ condition: expected(condition), conclusion: '构成违法' })
      }),
      { seed: 20_261_128, numRuns: 300 },
    )
  })

  test('a list longer than any article of law is still read in one way', () => {
    const condition: Condition = { any: Array.from({ length: 105 }, () => ({ all: leaves })) }
    expect(readSentence(sentenceOf(condition, vocabulary, '构成违法')).condition).toEqual(expected(condition))
  })

  test.each<[Condition, string]>([
    [leaves[0] as Condition, '「走街串巷流动兜售」属实的，构成违法。'],
    [{ not: leaves[0] as Condition }, '「走街串巷流动兜售」不属实的，构成违法。'],
    [{ any: [leaves[0] as Condition, leaves[2] as Condition] }, '「走街串巷流动兜售」属实，或者「烟花爆竹总重」超过「非从业者存放限量」的，构成违法。'],
    [
      { all: [leaves[0] as Condition, { any: [leaves[1] as Condition, leaves[2] as Condition] }] },
      '同时符合下列各项的，构成违法：（一）「走街串巷流动兜售」属实；（二）「与该活动相应的许可证」为“没有”“被吊销”之一，或者「烟花爆竹总重」超过「非从业者存放限量」。',
    ],
    [
      { any: [leaves[0] as Condition, { not: { all: [leaves[2] as Condition, leaves[5] as Condition] } }] },
      '有下列情形之一的，构成违法：（一）「走街串巷流动兜售」属实；（二）不是同时符合下列各项：1. 「烟花爆竹总重」超过「非从业者存放限量」；2. 「涉及物品类别」不为“烟花爆竹（含民用黑火药、烟火药、引火线）”。',
    ],
    [leaves[4] as Condition, '「检查所在地区」不在“重庆市”“重庆市（500107）”中任何一个境内的，构成违法。'],
    [{ not: { condition: 'party/is-unit' } }, '不属于〔当事人是单位〕的情形的，构成违法。'],
  ])('%j', (condition, sentence) => {
    expect(sentenceOf(condition, vocabulary, '构成违法')).toBe(sentence)
  })
})

test('no title holds the quotes that set titles and values off', () => {
  const titles = [...vocabulary.facts.values()].flatMap((fact) => [fact.title, ...(fact.values ?? []).map((each) => each.title)])
  expect([...titles, ...[...vocabulary.conditions.values()].map((each) => each.title)].filter((title) => /[「」“”〔〕]/.test(title))).toEqual([])
})

test('a rule that rests on a plan alone is not said to break the law', () => {
  const [rule] = rules
  if (rule === undefined) throw new Error('there are no rules')
  const planOnly = { ...rule, basis: [{ instrument: 'erong-2023', clause: '2.1.2', role: 'prohibition' as const }] }
  expect(ruleSentences(planOnly, vocabulary).violated).toContain('不符合方案要求')
  expect(ruleSentences(planOnly, vocabulary).violated).not.toContain('构成违法')
})
