/** Decides a condition directly, leaf by leaf. Explanations and missing facts come from the same walk. */
import { isFactReference, type Leaf } from '@hegui/model'
import { type Comparand, compare, type Facts, isDecidable } from './leaf.js'
import { factsOf, type NormalForm } from './normal-form.js'
import { all, any, type Truth } from './truth.js'

export function evaluate(form: NormalForm, facts: Facts): Truth {
  if (form.kind === 'leaf') return leafTruth(form.leaf, facts)
  const parts = form.parts.map((part) => evaluate(part, facts))
  return form.kind === 'all' ? all(parts) : any(parts)
}

/** Unknown when either side is unknown, or too coarse to tell; otherwise the comparison. */
export function leafTruth(leaf: Leaf, facts: Facts): Truth {
  const fact = facts.get(leaf.fact)
  const value: Comparand | undefined = isFactReference(leaf.value) ? facts.get(leaf.value.fact) : leaf.value
  if (fact === undefined || value === undefined || !isDecidable(leaf.operator, fact, value)) return 'unknown'
  return compare(leaf.operator, fact, value) ? 'holds' : 'fails'
}

/**
 * The facts that could still settle an unknown condition, in reading order. Facts below a part that is
 * already decided are left out: no answer to them changes anything.
 */
export function missingFacts(form: NormalForm, facts: Facts): readonly string[] {
  const found = new Set<string>()
  const visit = (node: NormalForm): void => {
    if (evaluate(node, facts) !== 'unknown') return
    if (node.kind !== 'leaf') {
      for (const part of node.parts) visit(part)
      return
    }
    const absent = factsOf(node.leaf).filter((fact) => !facts.has(fact))
    // Nothing absent, and yet unknown: what is given is too coarse, and has to be asked again.
    for (const fact of absent.length > 0 ? absent : [node.leaf.fact]) found.add(fact)
  }
  visit(form)
  return [...found]
}
