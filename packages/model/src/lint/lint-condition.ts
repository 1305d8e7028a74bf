/** What a condition says in vain: parts that never hold, parts that always hold, leaves their neighbours make idle. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Condition } from '../schema/condition.js'
import { conditionText } from '../text/condition-text.js'
import type { Lint } from './effort.js'
import type { Plain } from './plain.js'
import { plainForm } from './plain-form.js'
import { implied, possible } from './possible.js'

/** Each fault once, at the smallest part that has it. `under`: what holds wherever the condition is asked. */
export function lintCondition(condition: Condition, path: Path, lint: Lint, under: readonly Condition[] = []): readonly Problem[] {
  const within = [...fixed(condition, path, lint), ...idleLeaves(condition, path, lint)]
  if (within.some(({ code }) => code === 'HG3020') || under.length === 0) return within
  const forms = [condition, ...under].map((each) => plainForm(each, lint))
  const known = forms.filter((form) => form !== undefined)
  const never = known.length === forms.length && possible(known, lint.effort) === false && possible(known.slice(1), lint.effort) === true
  return never ? [...within, never3020(condition, path, lint, under)] : within
}

function never3020(condition: Condition, path: Path, lint: Lint, under: readonly Condition[]): Problem {
  const text = (each: Condition): string => conditionText(each, lint.vocabulary)
  const together = under.length > 0
  return problem('HG3020', path, {
    condition: text(condition),
    conditionEn: JSON.stringify(condition),
    where: together ? `在“${under.map(text).join('、')}”的前提下` : '',
    whereEn: together ? ` where ${JSON.stringify(under)} holds` : '',
  })
}

/** Parts that never hold and parts that always do, the innermost first; a part around one of them is not reported again. */
function fixed(condition: Condition, path: Path, lint: Lint): readonly Problem[] {
  const within = partsOf(condition).flatMap(([part, place]) => fixed(part, [...path, ...place], lint))
  if (within.length > 0) return within
  const affirmed = plainForm(condition, lint)
  const denied = plainForm(condition, lint, false)
  if (affirmed !== undefined && possible([affirmed], lint.effort) === false) return [never3020(condition, path, lint, [])]
  if (denied !== undefined && possible([denied], lint.effort) === false)
    return [problem('HG3021', path, { condition: conditionText(condition, lint.vocabulary), conditionEn: JSON.stringify(condition) })]
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

function idleLeaves(condition: Condition, path: Path, lint: Lint, outer?: 'all' | 'any'): readonly Problem[] {
  const kind = 'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined
  const within = partsOf(condition).flatMap(([part, place]) => idleLeaves(part, [...path, ...place], lint, kind))
  return kind === undefined || kind === outer ? within : [...idleAmong(flattened(condition, kind, path), kind, lint), ...within]
}

/** Beside a part that says more (in `any`: less) a leaf changes nothing; of two that say the same it is the later one. */
function idleAmong(parts: readonly Placed[], kind: 'all' | 'any', lint: Lint): readonly Problem[] {
  // Only leaves of one variable, and parts that are alike, can make each other idle.
  const comparable = new Map<string, Formed[]>()
  const formed = parts.flatMap(([condition, path], at): readonly Formed[] => {
    const form = plainForm(condition, lint)
    const key = form?.kind === 'leaf' ? form.leaf.variable : form && formText(form, lint)
    if (form === undefined || key === undefined) return []
    const each = { condition, path, form, at, like: comparable.get(key) ?? [] }
    each.like.push(each)
    comparable.set(key, each.like)
    return [each]
  })
  return formed.flatMap(({ condition, path, form, at, like }) => {
    if (!lint.effort.spend(1)) return []
    const other = like.find((each) => {
      if (each.at === at || !makesIdle(each.form, form, kind, lint)) return false
      return each.at < at || !makesIdle(form, each.form, kind, lint)
    })
    if (other === undefined) return []
    return [
      problem('HG3022', path, {
        condition: conditionText(condition, lint.vocabulary),
        conditionEn: JSON.stringify(condition),
        other: conditionText(other.condition, lint.vocabulary),
        otherEn: JSON.stringify(other.condition),
      }),
    ]
  })
}

interface Formed {
  readonly condition: Condition
  readonly path: Path
  readonly form: Plain
  readonly at: number
  /** Those that may be comparable, itself among them. */
  readonly like: Formed[]
}

/** Of parts that are alike in kind and name; of others than leaves only the same are such. */
function makesIdle(other: Plain, form: Plain, kind: 'all' | 'any', lint: Lint): boolean {
  if (form.kind !== 'leaf' || other.kind !== 'leaf') return form.kind !== 'leaf' && other.kind !== 'leaf'
  return kind === 'all' ? implied(form.leaf, other.leaf, lint.effort) : implied(other.leaf, form.leaf, lint.effort)
}

/** Equal for conditions that are made of the same leaves, in whatever order; `not` and named conditions are written out. */
function formText(form: Plain, lint: Lint): string | undefined {
  const known = lint.texts.get(form)
  if (known !== undefined) return known
  const text = textOf(form, lint)
  // A text is as long as all its leaves: paid by the letter, so that no pack can fill the memory.
  if (text === undefined || !lint.effort.spend(text.length)) return undefined
  lint.texts.set(form, text)
  return text
}

function textOf(form: Plain, lint: Lint): string | undefined {
  if (form.kind === 'leaf') return form.leaf.text
  const parts = new Set<string>()
  for (const part of flat(form, form.kind)) {
    const text = formText(part, lint)
    if (text === undefined) return undefined
    parts.add(text)
  }
  const [first = '', ...others] = [...parts].sort()
  return others.length === 0 ? first : `${form.kind}(${[first, ...others].join('; ')})`
}

const flat = (form: Plain, kind: 'all' | 'any'): readonly Plain[] => (form.kind === kind ? form.parts.flatMap((part) => flat(part, kind)) : [form])
