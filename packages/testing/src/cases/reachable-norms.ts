/** Which norms, and by them which kinds of measure, can come of a rule at all: a wide net, so that nothing possible is called impossible. */
import type { Ruleset } from '@hegui/engine'
import type { Consequence, MeasureKind, Rule } from '@hegui/model'

type Catalogue = Ruleset['catalogue']

/** Those the rule names, what succeeds or bounds them, what a principle adds to any of them, and where the plans of the case lead. */
export function reachableNorms(editions: readonly Rule[], plans: readonly string[], { norms, principles, plans: known }: Catalogue): ReadonlySet<string> {
  const routes = plans.flatMap((id) => known.get(id)?.measures ?? []).flatMap((measure) => measure.routes)
  const start = [
    ...editions.flatMap((each) => each.norms),
    ...principles.flatMap((each) => (each.kind === 'disgorgement' ? [each.norm] : [])),
    ...routes.flatMap((route) => ('norm' in route && typeof route.norm === 'string' ? [route.norm] : [])),
  ]
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    const norm = norms.get(id)
    for (const next of [...(norm?.upperNorms ?? []), ...(norm?.succession?.kind === 'replaced' ? norm.succession.by : [])]) visit(next)
  }
  for (const id of start) visit(id)
  return found
}

/** A plan may besides order matters within the administration, which rest on no norm. */
export function reachableKinds(norms: ReadonlySet<string>, plans: readonly string[], catalogue: Catalogue): ReadonlySet<MeasureKind> {
  return new Set([
    ...[...norms].flatMap((id) =>
      (catalogue.norms.get(id)?.editions ?? []).flatMap(({ consequence }) => (consequence === undefined ? [] : kindsIn(consequence))),
    ),
    ...plans.flatMap((id) => catalogue.plans.get(id)?.measures ?? []).map((measure) => measure.kind),
  ])
}

function kindsIn(node: Consequence): readonly MeasureKind[] {
  if ('measure' in node) return [node.measure.kind]
  if ('all' in node) return node.all.flatMap(kindsIn)
  if ('oneOf' in node) return node.oneOf.flatMap(kindsIn)
  return [...(node.base === null ? [] : kindsIn(node.base)), ...node.tiers.flatMap((tier) => kindsIn(tier.then))]
}
