/** What a condition says in vain: parts that never hold, parts that always hold, leaves their neighbours make idle. */
import type { Vocabulary } from '../check/vocabulary.js'
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Condition } from '../schema/condition.js'
import { conditionText } from '../text/condition-text.js'
import { type Plain, type PlainLeaf, plainForm } from './plain-form.js'
import { implied, possible } from './possible.js'

/** Each fault once, at the smallest part that has it. `under`: what holds wherever the condition is asked. */
export function lintCondition(condition: Condition, path: Path, vocabulary: Vocabulary, under: readonly Condition[] = []): readonly Problem[] {
  const within = [...fixed(condition, path, vocabulary), ...idleLeaves(condition, path, vocabulary)]
  if (within.some(({ code }) => code === 'HG3020') || under.length === 0) return within
  const forms = [condition, ...under].map((each) => plainForm(each, vocabulary))
  const known = forms.filter((form) => form !== undefined)
  const never = known.length === forms.length && possible(known) === false && possible(known.slice(1)) === true
  return never ? [...within, never3020(condition, path, vocabulary, under)] : within
}

function never3020(condition: Condition, path: Path, vocabulary: Vocabulary, under: readonly Condition[]): Problem {
  const text = (each: Condition): string => conditionText(each, vocabulary)
  const together = under.length > 0
  return problem('HG3020', path, {
    condition: text(condition),
    conditionEn: JSON.stringify(condition),
    where: together ? `在“${under.map(text).join('、')}”的前提下` : '',
    whereEn: together ? ` where ${JSON.stringify(under)} holds` : '',
  })
}

/** Parts that never hold and parts that always do, the innermost first; a part around one of them is not reported again. */
function fixed(condition: Condition, path: Path, vocabulary: Vocabulary): readonly Problem[] {
  const within = partsOf(condition).flatMap(([part, place]) => fixed(part, [...path, ...place], vocabulary))
  if (within.length > 0) return within
  const affirmed = plainForm(condition, vocabulary)
  const denied = plainForm(condition, vocabulary, false)
  if (affirmed !== undefined && possible([affirmed]) === false) return [never3020(condition, path, vocabulary, [])]
  if (denied !== undefined && possible([denied]) === false)
    return [problem('HG3021', path, { condition: conditionText(condition, vocabulary), conditionEn: JSON.stringify(condition) })]
  return []
}

type Placed = readonly [Condition, Path]

function partsOf(condition: Condition): readonly Placed[] {
  if ('all' in condition) return condition.all.map((part, index) => [part, ['all', index]])
  if ('any' in condition) return condition.any.map((part, index) => [part, ['any', index]])
  return 'not' in condition ? [[condition.not, ['not']]] : []
}

/** Parts of one `all` (or `any`), through those directly inside it. */
function flattened(condition: Condition, kind: 'all' | 'any', path: Path): readonly Placed[] {
  return partsOf(condition).flatMap(([part, place]) => (kind in part ? flattened(part, kind, [...path, ...place]) : [[part, [...path, ...place]] as const]))
}

function idleLeaves(condition: Condition, path: Path, vocabulary: Vocabulary, outer?: 'all' | 'any'): readonly Problem[] {
  const kind = 'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined
  const within = partsOf(condition).flatMap(([part, place]) => idleLeaves(part, [...path, ...place], vocabulary, kind))
  return kind === undefined || kind === outer ? within : [...idleAmong(flattened(condition, kind, path), kind, vocabulary), ...within]
}

/** Beside a part that says more (in `any`: less) a leaf changes nothing; of two that say the same it is the later one. */
function idleAmong(parts: readonly Placed[], kind: 'all' | 'any', vocabulary: Vocabulary): readonly Problem[] {
  const forms = parts.map(([part]) => plainForm(part, vocabulary))
  return parts.flatMap(([part, path], at) => {
    const form = forms[at]
    const beside = forms.findIndex((other, index) => {
      if (form === undefined || other === undefined || index === at) return false
      const idle = makesIdle(other, form, kind)
      return idle && (index < at || !makesIdle(form, other, kind))
    })
    const other = parts[beside]?.[0]
    if (other === undefined) return []
    return [
      problem('HG3022', path, {
        condition: conditionText(part, vocabulary),
        conditionEn: JSON.stringify(part),
        other: conditionText(other, vocabulary),
        otherEn: JSON.stringify(other),
      }),
    ]
  })
}

function makesIdle(other: Plain, form: Plain, kind: 'all' | 'any'): boolean {
  const [one, two] = [leafOf(form), leafOf(other)]
  if (one !== undefined && two !== undefined) return kind === 'all' ? implied(one, two) : implied(two, one)
  return formText(form) === formText(other)
}

const leafOf = (form: Plain): PlainLeaf | undefined => (form.kind === 'leaf' ? form.leaf : undefined)

/** Equal for conditions that are made of the same leaves, in whatever order; `not` and named conditions are written out. */
export function formText(form: Plain): string {
  if (form.kind === 'leaf') return form.leaf.text
  const parts = flat(form, form.kind).map(formText)
  const once = [...new Set(parts)].sort()
  return once.length === 1 ? (once[0] ?? '') : `${form.kind}(${once.join('; ')})`
}

const flat = (form: Plain, kind: 'all' | 'any'): readonly Plain[] => (form.kind === kind ? form.parts.flatMap((part) => flat(part, kind)) : [form])
