/** The rules of a ruleset in one program: every edition of every rule, in the order of findings. */
import type { FactType, Rule } from '@hegui/model'
import type { Ruleset } from '../ruleset/ruleset.js'
import { gateOf } from './gate.js'
import { createProgram, type Program } from './program.js'

export interface RuleEntry {
  readonly rule: Rule
  /** Nodes of the program. */
  readonly applies: number
  readonly violated: number
  /** A choice test without which the rule does not apply; it sorts rules into groups. Undefined: none. */
  readonly gate?: number
}

export interface RuleProgram {
  readonly program: Program
  readonly entries: readonly RuleEntry[]
}

export const typeIn =
  ({ vocabulary }: Pick<Ruleset, 'vocabulary'>) =>
  (fact: string): FactType => {
    const definition = vocabulary.facts.get(fact)
    if (definition === undefined) throw new Error(`the fact ${fact} was not defined when the packs were checked`)
    return definition.type
  }

export function ruleProgram(ruleset: Ruleset, program: Program = createProgram(typeIn(ruleset))): RuleProgram {
  const entries = ruleset.rules
    .flatMap(([, editions]) => editions)
    .map((rule) => ({ rule, applies: program.add(ruleset.form(rule.appliesWhen)), violated: program.add(ruleset.form(rule.violatedWhen)) }))
  const gates = gateOf(
    entries.map((entry) => entry.applies),
    program,
  )
  return { program, entries: entries.map((entry, index) => ({ ...entry, ...(gates[index] === undefined ? {} : { gate: gates[index] }) })) }
}
