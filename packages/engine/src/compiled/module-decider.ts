/**
 * Decides the rules of a ruleset by its compiled modules, and those of packs without one by the jump table.
 *
 * A module was checked to fit, not to be right: one that throws, or gives what no condition comes to, is dropped for good.
 */
import type { Rule } from '@hegui/model'
import type { FittingModule } from '../ruleset/fitting-modules.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import type { Decider } from './decider.js'
import { createFactObject } from './fact-object.js'
import { rulesWhere } from './module-parts.js'
import { areRuleBits } from './rule-bits.js'
import { createRuleDecider, type RuleDecider } from './rule-decider.js'
import { typeIn } from './rule-program.js'

export function createModuleDecider(ruleset: Ruleset, decider: Decider): RuleDecider {
  const modules = ruleset.compiled
  if (modules.length === 0) return createRuleDecider(ruleset, { decider })
  const compiled = new Set(modules.flatMap(({ rules }) => rules))
  const rest = jumpsOf(ruleset, decider, (rule) => !compiled.has(rule))
  const rules = [...compiled, ...rest.rules]
  const out = new Uint8Array(rules.length)
  const typeOf = typeIn(ruleset)
  const { values, fill } = createFactObject(new Map(modules.flatMap(({ facts }) => facts.map((id) => [id, typeOf(id)] as const))))
  let from = 0
  const parts = modules.map((module) => {
    const own = out.subarray(from, from + module.rules.length)
    from += own.length
    return { module, own, instead: undefined as RuleDecider['decide'] | undefined }
  })
  return {
    rules,
    decide: (facts) => {
      if (!fill(facts)) return undefined
      for (const part of parts) {
        if (part.instead === undefined && decidedBy(part.module, values, part.own)) continue
        part.instead ??= inOrderOf(
          part.module.rules,
          jumpsOf(ruleset, decider, (rule) => part.module.rules.includes(rule)),
        )
        const bits = part.instead(facts)
        if (bits === undefined) return undefined
        part.own.set(bits)
      }
      if (rest.rules.length === 0) return out
      const bits = rest.decide(facts)
      if (bits === undefined) return undefined
      out.set(bits, compiled.size)
      return out
    },
  }
}

const jumpsOf = (ruleset: Ruleset, decider: Decider, keeps: (rule: Rule) => boolean): RuleDecider => {
  const part = rulesWhere(ruleset, keeps)
  // An empty table need not be built, nor asked.
  return part.rules.length === 0 ? { rules: [], decide: () => new Uint8Array() } : createRuleDecider(part, { decider })
}

/** A module lists its rules in an order of its own. */
function inOrderOf(rules: readonly Rule[], { rules: given, decide }: RuleDecider): RuleDecider['decide'] {
  const places = rules.map((rule) => given.indexOf(rule))
  return (facts) => {
    const bits = decide(facts)
    return bits && Uint8Array.from(places, (at) => bits[at] as number)
  }
}

function decidedBy({ decide }: FittingModule, facts: Parameters<FittingModule['decide']>[0], out: Uint8Array): boolean {
  try {
    return decide(facts, out) === out && areRuleBits(out)
  } catch {
    return false
  }
}
