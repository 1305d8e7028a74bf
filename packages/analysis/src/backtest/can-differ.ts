/**
 * Which rules two versions can answer differently, and which can lead to other measures or tasks: every other rule needs no
 * second look. What a rule hangs on is followed from id to id through the data, so that it is rather too much than too little.
 */
import type { Ruleset } from '@hegui/engine'
import { instrumentOf } from '@hegui/model'
import { type DataChange, dataChanges } from '../diff/data-change.js'
import { editionChanges, saysSame } from '../diff/diff.js'

export interface CanDiffer {
  /** Rules whose answer can differ. */
  readonly answers: ReadonlySet<string>
  /** Rules that, where they are violated or may be, can lead to other measures or tasks with the answer unchanged. */
  readonly consequences: ReadonlySet<string>
  /** Both take and refuse the same records. */
  readonly readAlike: boolean
}

type Ids = ReadonlySet<string>

export function canDiffer(old: Ruleset, fresh: Ruleset): CanDiffer {
  const versions = [old, fresh] as const
  const changes = dataChanges(old, fresh).filter((change) => change.effect !== 'wording' && !isOrderOfChoices(change))
  const changed = changedIds(changes)
  const reaches = reacher(versions.map(mentionsOf), changed)
  const all = [...new Set(versions.flatMap(({ catalogue }) => [...catalogue.rules.keys()]))]
  const wherever = versions.flatMap(({ catalogue }) => [
    ...catalogue.organs.keys(),
    ...catalogue.plans.keys(),
    ...[catalogue.principles, catalogue.circumstances, catalogue.actions].flatMap((items) => items.map(({ id }) => id)),
  ])
  const answers = new Set(
    all.filter(
      (id) =>
        !versions.every(({ catalogue }) => catalogue.rules.has(id)) || !saysSame(id, old, fresh) || versions.some((each) => reaches(conditionsOf(id, each))),
    ),
  )
  const hit = new Set(changes.flatMap(({ path: [collection, id, part] }) => (collection === 'plans' && part === 'measures' ? [id as string] : [])))
  return {
    answers,
    consequences: new Set(
      wherever.some((id) => reaches(new Set([id])))
        ? all
        : all.filter(
            (id) =>
              editionChanges(id, old, fresh).some(({ effect }) => effect !== 'wording') ||
              versions.some((each) => reaches(consequencesOf(id, each, answers.has(id))) || measuresOfPlans(id, each).some(({ plan }) => hit.has(plan))),
          ),
    ),
    readAlike: alike(changes, versions),
  }
}

/** Packs that extend a fact may be read in another order. */
const isOrderOfChoices = ({ path: [collection, , part, ...rest], before, after }: DataChange): boolean =>
  collection === 'facts' && part === 'values' && rest.length === 0 && before !== undefined && after !== undefined

/** What says whether a record falls under a plan; its measures are looked up rule by rule, and the rest changes no measure or task. */
const ofPlan = ['region', 'partOfRegion', 'inForce', 'bounds'] as const

function changedIds(changes: readonly DataChange[]): Ids {
  return new Set(
    changes.flatMap(({ path: [collection = '', id = '', ...rest] }) => {
      if (collection === 'plans' && rest[0] !== undefined && !(ofPlan as readonly string[]).includes(rest[0])) return []
      // A case procedure is no part of an assessment.
      if (collection === 'caseProcedures') return []
      // Whether an article is in force and was read is asked of its instrument, also for articles that are norms.
      return collection === 'norms' && !rest.includes('consequence') ? [id, instrumentOf(id)] : [id]
    }),
  )
}

/** What each item mentions by id. Those of several collections that share an id are one. */
function mentionsOf({ catalogue, vocabulary }: Ruleset): ReadonlyMap<string, Ids> {
  const found = new Map<string, Set<string>>()
  const add = (id: string, value: unknown): void => {
    const own = found.get(id) ?? new Set()
    found.set(id, own)
    gather(value, own)
  }
  for (const items of [vocabulary.facts, vocabulary.conditions, catalogue.organs, catalogue.timeLimits] as const) for (const [id, item] of items) add(id, item)
  for (const circumstance of catalogue.circumstances) add(circumstance.id, circumstance)
  // Whose fines a principle is about it only names.
  for (const principle of catalogue.principles) add(principle.id, { ...principle, norms: null, positions: null })
  for (const [id, { norms: _, ...rest }] of catalogue.instruments) add(id, rest)
  for (const [id, norm] of catalogue.norms) add(id, [norm, instrumentOf(id)])
  // A benchmark concerns who is fined by its norm, and nobody else.
  for (const benchmark of catalogue.benchmarks) {
    add(benchmark.id, { ...benchmark, norm: null })
    add(benchmark.norm, benchmark.id)
  }
  // What a template follows it only names.
  for (const { follows: _, ...template } of catalogue.actions) add(template.id, template)
  for (const plan of catalogue.plans.values())
    add(
      plan.id,
      ofPlan.map((key) => plan[key]),
    )
  return found
}

function gather(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) gather(part, into)
}

const gathered = (value: unknown): Ids => {
  const into = new Set<string>()
  gather(value, into)
  return into
}

const editionsOf = (rule: string, { catalogue }: Ruleset) => catalogue.rules.get(rule) ?? []

const conditionsOf = (rule: string, ruleset: Ruleset): Ids =>
  gathered(editionsOf(rule, ruleset).map(({ appliesWhen, violatedWhen }) => [appliesWhen, violatedWhen]))

const measuresOfPlans = (rule: string, { catalogue }: Ruleset) =>
  [...catalogue.plans.values()].flatMap((plan) =>
    plan.measures.flatMap((measure) => (measure.onViolationOf.includes(rule) ? [{ plan: plan.id, measure: { ...measure, onViolationOf: [] } }] : [])),
  )

/** Of a rule with several editions the one of the day of the decision is asked, too, whether the act is still unlawful. */
function consequencesOf(rule: string, ruleset: Ruleset, canAnswerElse: boolean): Ids {
  const editions = editionsOf(rule, ruleset)
  const later = editions.length > 1 ? conditionsOf(rule, ruleset) : []
  return new Set([
    ...gathered([editions.map(({ norms }) => norms), measuresOfPlans(rule, ruleset)]),
    ...later,
    ...(canAnswerElse && editions.length > 1 ? [ITSELF] : []),
  ])
}
/** Stands for a rule whose own conditions changed. */
const ITSELF = '*'

/** Whether something among the ids, or anything they lead to in either version, was changed. */
function reacher(versions: readonly ReadonlyMap<string, Ids>[], changed: Ids): (ids: Iterable<string>) => boolean {
  const leads = new Set<string>([...changed, ITSELF])
  const mentionedBy = new Map<string, string[]>()
  for (const mentions of versions)
    for (const [id, named] of mentions)
      for (const other of named) {
        const known = mentionedBy.get(other)
        if (known === undefined) mentionedBy.set(other, [id])
        else known.push(id)
      }
  for (const id of leads) for (const by of mentionedBy.get(id) ?? []) leads.add(by)
  return (ids) => [...ids].some((id) => leads.has(id))
}

function alike(changes: readonly DataChange[], [old, fresh]: readonly [Ruleset, Ruleset]): boolean {
  const sameIds = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean => a.size === b.size && [...a.keys()].every((id) => b.has(id))
  return (
    sameIds(old.catalogue.organs, fresh.catalogue.organs) &&
    sameIds(old.catalogue.plans, fresh.catalogue.plans) &&
    changes.every(({ path: [collection, , part] }) => collection !== 'facts' || part === 'limit')
  )
}
