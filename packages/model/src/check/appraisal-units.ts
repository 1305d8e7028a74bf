/** The register of units: each once, of a known organ, below a known unit, holding known roles. */
import { type Problem, problem } from '../problems/problem.js'
import type { Plan } from '../schema/plan.js'
import type { Unit } from '../schema/unit.js'
import { unknownReference } from './appraisal-reference.js'
import type { Entry } from './appraisal-shape.js'
import type { Catalogue } from './catalogue.js'

/** The units that can be used. An unknown superior or role is taken off its unit, an unknown organ or a second id takes the unit out. */
export function checkUnits(
  entries: readonly Entry<Unit>[],
  plan: Plan,
  { organs }: Catalogue,
): { readonly units: readonly Unit[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const byId = new Map<string, Unit>()
  for (const { item } of entries) if (!byId.has(item.id)) byId.set(item.id, item)
  const roles = plan.roles.map(({ id }) => id)
  const circles = circlesIn(byId)
  const units = entries.flatMap(({ at, item }): readonly Unit[] => {
    const path = ['units', at] as const
    if (byId.get(item.id) !== item) {
      problems.push(problem('HG5006', [...path, 'id'], { what: '单位', whatEn: 'a unit', id: item.id }))
      return []
    }
    const { parent, responsibilities, ...unit } = item
    const circle = circles.get(item.id)
    if (circle?.[0] === item.id) problems.push(problem('HG8013', [...path, 'parent'], { id: item.id, chain: [...circle, item.id].join(' → ') }))
    if (parent !== undefined && !byId.has(parent)) problems.push(unknownReference('superior', parent, byId.keys(), [...path, 'parent']))
    const held = (responsibilities ?? []).filter(({ role }, index) => {
      if (!roles.includes(role)) problems.push(unknownReference('role', role, roles, [...path, 'responsibilities', index, 'role']))
      return roles.includes(role)
    })
    if (!organs.has(item.organ)) {
      problems.push(unknownReference('organ', item.organ, organs.keys(), [...path, 'organ']))
      return []
    }
    return [
      {
        ...unit,
        ...(parent === undefined || !byId.has(parent) || circle !== undefined ? {} : { parent }),
        ...(responsibilities === undefined ? {} : { responsibilities: held }),
      },
    ]
  })
  return { units, problems }
}

/** Of each unit on a circle of superiors, the circle, from its first unit in the file on. */
function circlesIn(units: ReadonlyMap<string, Unit>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const settled = new Set<string>()
  for (const start of units.keys()) {
    const way: string[] = []
    const onWay = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !settled.has(at) && !onWay.has(at) && units.has(at)) {
      way.push(at)
      onWay.add(at)
      at = units.get(at)?.parent
    }
    if (at !== undefined && onWay.has(at)) {
      const circle = way.slice(way.indexOf(at))
      for (const id of circle) found.set(id, circle)
    }
    for (const id of way) settled.add(id)
  }
  return found
}
