/** The name of a proposed case: a sentence of what it is about and what comes of it. */
import type { Ruleset } from '@hegui/engine'
import type { RuleCase, Verdict } from '@hegui/model'
import type { Obligation } from '../coverage/obligation.js'
import { answerText, factTitle, verdictWords } from '../coverage/obligation-text.js'

export const proposalName = (owed: Obligation, given: RuleCase, verdict: Verdict, taken: ReadonlySet<string>, ruleset: Ruleset): string =>
  caseName(subjectOf(owed, given, ruleset), given, verdict, taken, ruleset)

/** `about`: what the case is there for; as many other answers beside it as it takes to tell it from the names that are taken. */
export function caseName(about: string, given: RuleCase, verdict: Verdict, taken: ReadonlySet<string>, ruleset: Ruleset): string {
  const short = `${about}的，${verdictWords[verdict]}。`
  if (about !== '' && !taken.has(short)) return short
  const longer = [...(about === '' ? [] : [about]), ...everyAnswer(given, ruleset).filter((each) => !about.includes(each))].slice(0, MAX_ANSWERS).join('，')
  for (let at = 1; ; at++) {
    const name = `${longer}的，${verdictWords[verdict]}${at === 1 ? '' : `（${at}）`}。`
    if (!taken.has(name)) return name
  }
}

/** A name is the id of the record a case stands for, and that has its limits; so has a reader. */
const MAX_ANSWERS = 3

function subjectOf(owed: Obligation, given: RuleCase, ruleset: Ruleset): string {
  switch (owed.kind) {
    case 'edge':
      return `${owed.day}（${{ first: '有效期第一天', before: '有效期前一天', last: '有效期最后一天', after: '有效期后一天', 'limit-from': '限值第一天', 'limit-before': '限值前一天' }[owed.edge]}）`
    case 'outcome':
      return everyAnswer(given, ruleset).slice(0, MAX_ANSWERS).join('，')
    case 'effect':
    case 'boundary':
    case 'value':
    case 'unknown':
      return answerOf(owed.leaf.fact, given, ruleset)
    default:
      return owed satisfies never
  }
}

/** What the case says about one fact. */
export function answerOf(id: string, { facts, region, date, goods }: RuleCase, ruleset: Ruleset): string {
  const value = id === 'record.region' ? region : facts[id]
  if (value !== undefined && value !== null) return `${factTitle(id, ruleset)}${answerText(id, value, ruleset)}`
  const fact = ruleset.vocabulary.facts.get(id)
  if (fact?.limit !== undefined || fact?.deadline !== undefined) return `行为日期为 ${date ?? '不详'}，${factTitle(id, ruleset)}随之确定`
  return fact?.aggregate !== undefined && Array.isArray(goods) ? `${factTitle(id, ruleset)}依物品清单` : `没有查明${factTitle(id, ruleset)}`
}

const everyAnswer = (given: RuleCase, ruleset: Ruleset): readonly string[] => {
  const ids = [...(given.region === undefined ? [] : ['record.region']), ...Object.keys(given.facts)]
  return ids.length === 0 ? ['什么也没有查明'] : ids.map((id) => answerOf(id, given, ruleset))
}
