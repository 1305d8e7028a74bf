/** Case files with what the survivors of a mutation ask for. */
import { hashOf } from '@hegui/engine'
import type { RuleCase, RuleCases } from '@hegui/model'
import type { MutationReport } from './mutate.js'
import type { Remedy } from './remedy.js'

/** Of each rule that something is asked of, in code-unit order, all cases it should have: those that say more in their place, new ones at the end. */
export function mendedCases({ subjects }: MutationReport, files: readonly RuleCases[]): readonly RuleCases[] {
  const byRule = new Map<string, Remedy[]>()
  for (const { remedy } of subjects.flatMap((subject) => subject.survivors))
    if (remedy !== undefined) byRule.set(remedy.rule, [...(byRule.get(remedy.rule) ?? []), remedy])
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, remedies]) => ({
      rule,
      cases: remedies.reduce(
        mended,
        files.filter((file) => file.rule === rule).flatMap((file) => file.cases),
      ),
    }))
}

function mended(cases: readonly RuleCase[], { isNew, case: asked }: Remedy): readonly RuleCase[] {
  const same = cases.findIndex((each) => (isNew ? factsOf(each) === factsOf(asked) : each.name === asked.name))
  if (same >= 0) return cases.map((each, at) => (at === same ? { ...each, expect: joined(each.expect, asked.expect) } : each))
  const taken = new Set(cases.map(({ name }) => name))
  const free = [asked.name, ...cases.map((_, at) => `${asked.name.replace(/。$/, '')}（${at + 2}）。`)].find((name) => !taken.has(name))
  return [...cases, { ...asked, name: free ?? asked.name }]
}

const factsOf = ({ date, region, facts, goods, plans }: RuleCase): string =>
  hashOf({ date, region: region ?? null, facts, goods: goods ?? null, plans: plans ?? [] })

/** Both say what hegui says: there is nothing to choose between. */
const joined = (a: RuleCase['expect'], b: RuleCase['expect']): RuleCase['expect'] => ({
  ...a,
  ...b,
  ...(a.due === undefined && b.due === undefined ? {} : { due: { ...a.due, ...b.due } }),
})
