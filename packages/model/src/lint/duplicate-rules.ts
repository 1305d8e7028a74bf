/** Rules that say what another rule says already: the same cases, the same consequences, on the same days. */
import type { Vocabulary } from '../check/vocabulary.js'
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Pack } from '../schema/pack.js'
import type { Rule } from '../schema/rule.js'
import { formText } from './lint-condition.js'
import { plainForm } from './plain-form.js'

interface Placed {
  readonly rule: Rule
  readonly path: Path
}

/** At the later of the two. Rules that differ in their consequences, or rest on other clauses without any, are two rules. */
export function duplicateRules(packs: readonly Pack[], vocabulary: Vocabulary): readonly Problem[] {
  const seen = new Map<string, Placed[]>()
  return packs.flatMap((pack, at) =>
    pack.rules.flatMap((rule, index) => {
      const key = saying(rule, packs, vocabulary)
      if (key === undefined) return []
      const path = [at, 'rules', index]
      const same = seen.get(key) ?? []
      seen.set(key, [...same, { rule, path }])
      const other = same.find((earlier) => earlier.rule.id !== rule.id && overlap(earlier.rule.inForce, rule.inForce))?.rule
      return other === undefined ? [] : [problem('HG3023', [...path, 'id'], { id: rule.id, other: other.id })]
    }),
  )
}

function saying(rule: Rule, packs: readonly Pack[], vocabulary: Vocabulary): string | undefined {
  const applies = plainForm(rule.appliesWhen, vocabulary)
  const violated = plainForm(rule.violatedWhen, vocabulary)
  if (applies === undefined || violated === undefined) return undefined
  const planned = packs.flatMap(({ plans }) =>
    plans.flatMap((plan) => plan.measures.flatMap((measure) => (measure.onViolationOf?.includes(rule.id) === true ? [`${plan.id} ${measure.id}`] : []))),
  )
  const basis = rule.norms.length > 0 ? [] : rule.basis.map((each) => JSON.stringify(each)).sort()
  return JSON.stringify([formText(applies), formText(violated), [...rule.norms].sort(), planned.sort(), basis])
}

/** An end that is not known or not set is open: such periods overlap, unless the other ends say otherwise. */
type Period = Rule['inForce']
const overlap = (one: Period, two: Period): boolean => begins(one, two) && begins(two, one)
const begins = ({ from }: Period, { to }: Period): boolean => typeof from !== 'string' || typeof to !== 'string' || from <= to
