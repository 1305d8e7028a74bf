/** Several modules as one: whose rules they are, and the facts they look at, defined once. */
import type { CompiledFact, CompiledModule } from '../ruleset/compiled-module.js'
import { byCodeUnit } from '../ruleset/order.js'
import { readModule } from '../ruleset/read-module.js'
import type { Trouble } from './trouble.js'

/** An edition of a rule and where its bits are. */
interface PlacedEdition {
  readonly at: number
  readonly inForce: { readonly from: string | null; readonly to: string | null }
}

export interface JoinedModules {
  readonly modules: readonly CompiledModule[]
  /** By id in code-unit order. */
  readonly rules: readonly (readonly [id: string, editions: readonly PlacedEdition[]])[]
  readonly facts: ReadonlyMap<string, CompiledFact>
}

export function joinedModules(given: readonly unknown[]): { readonly joined: JoinedModules; readonly troubles: readonly Trouble[] } {
  const modules: CompiledModule[] = []
  const troubles: Trouble[] = []
  const facts = new Map<string, CompiledFact>()
  const rules = new Map<string, PlacedEdition[]>()
  const seen = new Set<string>()
  let at = 0
  for (const [index, value] of given.entries()) {
    const apart = (detail: string, detailEn: string): void => void troubles.push({ code: 'HG6028', path: [index], params: { detail, detailEn } })
    const module = readModule(value)
    if ('wrong' in module) {
      troubles.push({ code: 'HG6026', path: [index], params: { n: String(index + 1), detail: module.wrong[0], detailEn: module.wrong[1] } })
      continue
    }
    for (const [id, fact] of Object.entries(module.facts)) {
      const before = facts.get(id)
      if (before === undefined) facts.set(id, fact)
      else if (JSON.stringify(before) !== JSON.stringify(fact)) apart(`事实 “${id}” 有两种定义`, `the fact “${id}” is defined in two ways`)
    }
    for (const [id, revision, from, to] of module.rules) {
      const key = `${id} ${revision} ${from ?? ''}`
      if (seen.has(key)) apart(`规则 “${id}” 给了两次`, `the rule “${id}” is given twice`)
      seen.add(key)
      rules.set(id, [...(rules.get(id) ?? []), { at: at++, inForce: { from, to } }])
    }
    modules.push(module)
  }
  return { joined: { modules, rules: [...rules].sort(([a], [b]) => byCodeUnit(a, b)), facts }, troubles }
}
