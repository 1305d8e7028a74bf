/**
 * Answers: what one rule says about one row, as a small number. The edition in force on the days of the row is chosen in
 * SQL, as the engine chooses it; where the day is unknown, every edition it can fall in has its say.
 */
import { addDays } from '@hegui/calendar'
import type { NormalForm, Ruleset } from '@hegui/engine'
import type { Rule, Verdict } from '@hegui/model'
import { conditionSql } from './condition-sql.js'
import type { Emitter } from './emitter.js'
import { dayFrom, dayTo } from './service-columns.js'

export interface AnswerMeaning {
  readonly verdict: Verdict
  /** Whether the rule applies; null: unknown. */
  readonly applies: boolean | null
  readonly canViolate: boolean
}

/** By number. The odd ones are those that are, or can still become, a violation. */
export const answers: readonly AnswerMeaning[] = [
  { verdict: 'not-applicable', applies: false, canViolate: false },
  { verdict: 'violation', applies: true, canViolate: true },
  { verdict: 'compliant', applies: true, canViolate: false },
  { verdict: 'undetermined', applies: true, canViolate: true },
  { verdict: 'undetermined', applies: null, canViolate: false },
  { verdict: 'undetermined', applies: null, canViolate: true },
]
/** Bits that an answer takes; above them stands the number of the edition. */
export const ANSWER_BITS = 3

/** `numbered`: the editions as the packs give them, each with its number in the query. */
export function answerSql(numbered: readonly (readonly [rule: Rule, number: number])[], { form }: Pick<Ruleset, 'form'>, emitter: Emitter): string {
  const day = (value: string): string => emitter.parameters.place(value, 'DATE')
  const [first, ...later] = [...numbered].sort(([a], [b]) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))
  if (first === undefined) throw new Error('a rule has editions')
  const inForce = ([
    {
      inForce: { from, to },
    },
  ]: readonly [Rule, number]): string => {
    const ends = [from == null ? [] : `${dayTo} >= ${day(from)}`, to == null ? [] : `(${dayFrom} IS NULL OR ${dayFrom} <= ${day(to)})`].flat()
    return ends.length === 0 ? 'TRUE' : ends.join(' AND ')
  }
  const outcome = ([rule]: readonly [Rule, number], open?: string): string =>
    outcomeSql(conditionSql(form(rule.appliesWhen), emitter), conditionSql(form(rule.violatedWhen), emitter), open)
  const gap = firstUncovered([first, ...later].map(([rule]) => rule))
  const outside = gap === undefined ? undefined : gap === '' ? 'TRUE' : `${dayTo} >= ${day(gap)}`

  if (later.length === 0) {
    const edition = first[1] << ANSWER_BITS
    const open = outside === undefined ? undefined : `${dayFrom} IS NULL${outside === 'TRUE' ? '' : ` AND ${outside}`}`
    const answer = outcome(first, open)
    const always = inForce(first)
    return always === 'TRUE' ? `${edition} + ${answer}` : `${edition} + CASE WHEN ${always} THEN ${answer} ELSE 0 END`
  }
  const latestFirst = [first, ...later].reverse()
  const lastGiven = (numbered.at(-1) as readonly [Rule, number])[1] << ANSWER_BITS
  const edition = `CASE ${latestFirst.map((each) => `WHEN ${inForce(each)} THEN ${each[1] << ANSWER_BITS}`).join(' ')} ELSE ${lastGiven} END`
  const known = `CASE ${latestFirst.map((each) => `WHEN ${inForce(each)} THEN ${outcome(each)}`).join(' ')} ELSE 0 END`
  const possible = [first, ...later].map((each) => `CASE WHEN ${inForce(each)} THEN ${outcome(each)} END`)
  return `${edition} + CASE WHEN ${dayFrom} IS NULL THEN ${agreedSql(possible, outside)} ELSE ${known} END`
}

/**
 * The truth table of findings. `open`: where it holds, the rule may as well not have been in force: what is settled is so
 * no longer, unless it does not apply anyway.
 */
function outcomeSql(applies: string, violated: string, open: string | undefined): string {
  const [violation, compliant, undetermined] =
    open === undefined ? ['1', '2', '3'] : [`CASE WHEN ${open} THEN 5 ELSE 1 END`, `CASE WHEN ${open} THEN 4 ELSE 2 END`, `CASE WHEN ${open} THEN 5 ELSE 3 END`]
  return `CASE ${applies} WHEN FALSE THEN 0 WHEN TRUE THEN CASE ${violated} WHEN TRUE THEN ${violation} WHEN FALSE THEN ${compliant} ELSE ${undetermined} END ELSE CASE ${violated} WHEN FALSE THEN 4 ELSE 5 END END`
}

/** All the same: that. Otherwise undetermined, and a violation possible where one of them can be. NULLs are no answers. */
function agreedSql(possible: readonly string[], outside: string | undefined): string {
  const all = outside === undefined ? possible : [...possible, outside === 'TRUE' ? '0' : `CASE WHEN ${outside} THEN 0 END`]
  const odd = possible.map((each) => `((${each}) & 1)`)
  return `CASE WHEN LEAST(${all.join(', ')}) = GREATEST(${all.join(', ')}) THEN GREATEST(${all.join(', ')}) WHEN GREATEST(${odd.join(', ')}) = 1 THEN 5 ELSE 4 END`
}

/** The first day on which no edition is in force, from as long ago as can be: `''` is that. Undefined: there is none. */
function firstUncovered(editions: readonly Rule[]): string | undefined {
  let reached = ''
  for (const { inForce } of editions) {
    if ((inForce.from ?? '') > reached) return reached
    if (inForce.to == null) return undefined
    reached = addDays(inForce.to, 1)
  }
  return reached
}

export const formsOf = (rule: Rule, { form }: Pick<Ruleset, 'form'>): readonly NormalForm[] => [form(rule.appliesWhen), form(rule.violatedWhen)]
