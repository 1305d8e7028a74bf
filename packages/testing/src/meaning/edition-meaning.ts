/** One edition of a rule as its comparisons and what they come to: the verdict as a function of the truth of each. */
import { allOf, anyOf, type Facts, leafTruth, type NormalForm, type Ruleset, type Truth } from '@hegui/engine'
import type { Leaf, Rule, Verdict } from '@hegui/model'

export type Outcome = Exclude<Verdict, 'errored'>

/** A comparison where it stands: the same words in two places are two of them. `not` is already in the operator. */
export interface PlacedLeaf {
  readonly part: 'appliesWhen' | 'violatedWhen'
  readonly leaf: Leaf
}

export interface EditionMeaning {
  readonly rule: Rule
  /** In reading order, first those of `appliesWhen`. */
  readonly leaves: readonly PlacedLeaf[]
  readonly truthsOf: (facts: Facts) => readonly Truth[]
  /** The truth table of findings, of one edition. */
  readonly outcomeOf: (truths: readonly Truth[]) => Outcome
}

type Shape = number | { readonly kind: 'all' | 'any'; readonly parts: readonly Shape[] }

export function editionMeaning(rule: Rule, ruleset: Ruleset): EditionMeaning {
  const leaves: PlacedLeaf[] = []
  const shapeOf = (form: NormalForm, part: PlacedLeaf['part']): Shape =>
    form.kind === 'leaf' ? leaves.push({ part, leaf: form.leaf }) - 1 : { kind: form.kind, parts: form.parts.map((each) => shapeOf(each, part)) }
  const applies = shapeOf(ruleset.form(rule.appliesWhen), 'appliesWhen')
  const violated = shapeOf(ruleset.form(rule.violatedWhen), 'violatedWhen')
  return {
    rule,
    leaves,
    truthsOf: (facts) => leaves.map(({ leaf }) => leafTruth(leaf, facts)),
    outcomeOf: (truths) => {
      const first = truthOf(applies, truths)
      if (first === 'fails') return 'not-applicable'
      const second = truthOf(violated, truths)
      if (first === 'unknown' || second === 'unknown') return 'undetermined'
      return second === 'holds' ? 'violation' : 'compliant'
    },
  }
}

function truthOf(shape: Shape, truths: readonly Truth[]): Truth {
  if (typeof shape === 'number') return truths[shape] as Truth
  const parts = shape.parts.map((part) => truthOf(part, truths))
  return shape.kind === 'all' ? allOf(parts) : anyOf(parts)
}

/** What the edition would say if this one comparison came out otherwise, and all others as they did. */
export function outcomeWith(meaning: EditionMeaning, truths: readonly Truth[], at: number, truth: Truth): Outcome {
  return meaning.outcomeOf(truths.map((each, index) => (index === at ? truth : each)))
}

export const oppositeTruth = (truth: Truth): Truth => (truth === 'holds' ? 'fails' : truth === 'fails' ? 'holds' : 'unknown')

/** Does the answer hang on this comparison, which is known, with all others as they are? */
export const decides = (meaning: EditionMeaning, truths: readonly Truth[], at: number): boolean =>
  truths[at] !== 'unknown' && outcomeWith(meaning, truths, at, oppositeTruth(truths[at] as Truth)) !== meaning.outcomeOf(truths)
