/**
 * An appraisal file against the plan and the packs, before anyone is appraised by it.
 *
 * Everything wrong is told at once. What is wrong is left out and the rest goes on: one slip in one submission must not
 * keep a unit from being appraised, and nothing is left out in silence.
 */
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import { type AppraisalFile, type AppraisalRequest, appraisalRequestSchema } from '../schema/appraisal-input.js'
import type { Plan } from '../schema/plan.js'
import { earliestOf } from '../schema/primitives.js'
import type { Unit } from '../schema/unit.js'
import { unknownReference } from './appraisal-reference.js'
import { appraisalEntries, type Entries, type Entry } from './appraisal-shape.js'
import { checkUnits } from './appraisal-units.js'
import { dayInChina } from './case-progress.js'
import type { Catalogue } from './catalogue.js'
import { checkFormula, type FigureUse, figureUses, sameUnit } from './formula.js'
import { valueProblems } from './record.js'
import { checkShape } from './shape.js'
import { concerns, inMatrix } from './unit-organs.js'
import type { Vocabulary } from './vocabulary.js'

export interface AppraisalFileContext {
  readonly vocabulary: Vocabulary
  readonly catalogue: Catalogue
  readonly request: AppraisalRequest
}

export interface CheckedAppraisalFile {
  /** What of it can be used. Null: the unit cannot be appraised with it. */
  readonly file: AppraisalFile | null
  /** Paths lead into the file as written; those of the request itself are empty. Warnings keep what they are about. */
  readonly problems: readonly Problem[]
}

interface Known extends AppraisalFileContext {
  readonly plan: Plan
  readonly units: ReadonlyMap<string, Unit>
  /** Also the units left out: what leans on them is left out with them, told once. */
  readonly unitsWritten: ReadonlySet<string>
}

/** `value` may be anything; never throws. */
export function checkAppraisalFile(value: unknown, { vocabulary, catalogue, request }: AppraisalFileContext): CheckedAppraisalFile {
  const wrongRequest = checkShape(appraisalRequestSchema, request).map((found) => ({ ...found, path: [] }))
  const { entries, problems: shape } = appraisalEntries(value)
  const plan = wrongRequest.length > 0 ? undefined : catalogue.plans.get(request.plan)
  const asked = wrongRequest.length > 0 ? wrongRequest : requestProblems(request, plan, catalogue)
  if (entries === null || plan === undefined) return { file: null, problems: [...asked, ...shape] }
  const { units, problems: register } = checkUnits(entries.units, plan, catalogue)
  const known: Known = {
    vocabulary,
    catalogue,
    request,
    plan,
    units: new Map(units.map((unit) => [unit.id, unit])),
    unitsWritten: writtenUnits(value),
  }
  const appraised = appraisedUnit(entries, known)
  const { parts, problems } = checkParts(entries, known)
  const all = [...asked, ...shape, ...register, ...appraised, ...problems]
  const usable = asked.length === 0 && appraised.length === 0 && known.units.has(request.unit)
  return { file: usable ? { units: [...units], ...parts } : null, problems: all }
}

function requestProblems({ plan: id, period: { from, to } }: AppraisalRequest, plan: Plan | undefined, { plans }: Catalogue): readonly Problem[] {
  const ids = [...plans.keys()]
  const unknown = plan === undefined ? [problem('HG8002', [], { id: shown(id), ...suggestion(id, ids), ids: ids.join('、'), idsEn: ids.join(', ') })] : []
  if (from > to) return [...unknown, problem('HG2007', [], { from, to })]
  if (plan === undefined) return unknown
  const { inForce } = plan
  const apart = (inForce.from !== null && to < inForce.from) || (inForce.to != null && from > inForce.to)
  return apart ? [problem('HG8021', [], { from, to, plan: id, days: `${inForce.from ?? '…'}—${inForce.to ?? '…'}` })] : []
}

const writtenUnits = (value: unknown): ReadonlySet<string> => {
  const { units } = value as { readonly units: readonly unknown[] }
  return new Set(units.flatMap((unit) => (typeof unit === 'object' && unit !== null && 'id' in unit && typeof unit.id === 'string' ? [unit.id] : [])))
}

/** A unit left out for a fault of its own was told already. */
function appraisedUnit({ units: entries }: Entries, { request, plan, units, unitsWritten, catalogue }: Known): readonly Problem[] {
  const unit = units.get(request.unit)
  if (unit === undefined) return unitsWritten.has(request.unit) ? [] : [unknownReference('unit', request.unit, unitsWritten, ['units'])]
  if (inMatrix(plan, unit)) return []
  const at = entries.find(({ item }) => item.id === unit.id)?.at ?? 0
  const roles = plan.roles.map(({ id }) => id)
  return [
    problem('HG8014', ['units', at, 'organ'], {
      id: unit.id,
      plan: plan.id,
      organ: catalogue.organs.get(unit.organ)?.title ?? unit.organ,
      organEn: unit.organ,
      roles: roles.length > 0 ? roles.join('、') : '没有分工',
      rolesEn: roles.length > 0 ? roles.join(', ') : 'it has none',
    }),
  ]
}

type Faults = readonly Problem[] | 'left-out'

function checkParts(entries: Entries, known: Known): { readonly parts: Omit<AppraisalFile, 'units'>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const { plan } = known
  const kept = <T>(
    list: readonly Entry<T>[],
    section: string,
    check: (item: T, path: Path) => Faults,
    key: (item: T) => string,
    what: readonly [string, string],
  ) => {
    const seen = new Set<string>()
    return list.flatMap(({ at, item }): readonly T[] => {
      const path = [section, at]
      const again = seen.has(key(item))
      seen.add(key(item))
      const faults = again ? [problem('HG5006', path, { what: what[0], whatEn: what[1], id: key(item) })] : check(item, path)
      if (faults === 'left-out') return []
      problems.push(...faults)
      return faults.some(({ severity }) => severity === 'error') ? [] : [item]
    })
  }
  const id = (item: { readonly id: string }): string => item.id
  const targets = kept(
    entries.targets,
    'targets',
    (item, path) => target(item, path, known),
    (item) => `${item.target}/${item.item}`,
    ['配置的指标', 'a configured target'],
  )
  const uses = figureUses(plan, targets)
  const readable = new Map(
    [...plan.targets, ...plan.accountability].flatMap((each) => (each.readings === undefined ? [] : [[each.id, each.readings.map(id)] as const])),
  )
  const mapped = (section: readonly (readonly [string, string])[], check: (key: string, value: string) => Problem | undefined) =>
    Object.fromEntries(
      section.filter(([key, value]) => {
        const found = check(key, value)
        if (found !== undefined) problems.push(found)
        return found === undefined
      }),
    )
  const parts = {
    submissions: kept(entries.submissions, 'submissions', (item, path) => submission(item, path, known), id, ['报送', 'a submission']),
    figures: kept(entries.figures, 'figures', (item, path) => figure(item, path, uses, known), id, ['外来数字', 'an outside figure']),
    established: kept(
      entries.established,
      'established',
      (item, path) => established(item, path, known),
      // Two different words of one day are no repetition: the appraisal leaves the fact unknown and says so.
      (item) => `${item.unit} ${item.fact} ${item.on ?? ''} ${shown(item.value)}`,
      ['已经查明的事实', 'an established fact'],
    ),
    closings: kept(entries.closings, 'closings', (item, path) => closing(item, path, known), id, ['销号清单', 'a checklist']),
    targets,
    readings: mapped(entries.readings, (key, value) => {
      const readings = readable.get(key)
      if (readings === undefined) return unknownReference('readings', key, readable.keys(), ['readings', key])
      return readings.includes(value) ? undefined : unknownReference('reading', value, readings, ['readings', key])
    }),
    anchors: mapped(entries.anchors, (key) => anchor(key, plan)),
  }
  return { parts, problems }
}

type Of<Section extends 'submissions' | 'figures' | 'established' | 'closings' | 'targets'> = NonNullable<AppraisalFile[Section]>[number]

/** The unit of an entry: unknown, or left out itself. */
function unitFaults(unit: string, path: Path, { units, unitsWritten }: Known): Faults {
  if (units.has(unit)) return []
  return unitsWritten.has(unit) ? 'left-out' : [unknownReference('unit', unit, unitsWritten, [...path, 'unit'])]
}

function withUnit(unit: string, path: Path, known: Known, others: readonly Problem[]): Faults {
  const faults = unitFaults(unit, path, known)
  return faults === 'left-out' ? (others.length > 0 ? others : faults) : [...faults, ...others]
}

const dayOf = (moment: string): string => (moment.length > 10 ? dayInChina(moment) : moment)

function submission({ id, duty: dutyId, unit: unitId, on }: Of<'submissions'>, path: Path, known: Known): Faults {
  const { plan, units, request, catalogue } = known
  const duty = plan.duties.find((each) => each.id === dutyId)
  const unit = units.get(unitId)
  const faults: Problem[] = []
  if (duty === undefined)
    faults.push(
      unknownReference(
        'duty',
        dutyId,
        plan.duties.map((each) => each.id),
        [...path, 'duty'],
      ),
    )
  else if (unit !== undefined && !concerns(plan, unit, duty))
    faults.push(
      problem('HG8017', [...path, 'duty'], {
        id,
        duty: dutyId,
        title: duty.title,
        titleEn: dutyId,
        unit: unitId,
        by: duty.by.map((organ) => catalogue.organs.get(organ)?.title ?? organ).join('、'),
        byEn: duty.by.join(', '),
      }),
    )
  const before = beginningOf(plan)
  if (before !== null && dayOf(on) < before.day)
    faults.push(problem('HG8015', [...path, 'on'], { id, on, limit: `${before.zh}${before.day}`, limitEn: `${before.en} ${before.day}` }))
  const [day, today] = [dayOf(on), dayOf(request.now)]
  const later = day > today || (day === today && on.length > 10 && request.now.length > 10 && Date.parse(on) > Date.parse(request.now))
  if (later) faults.push(problem('HG8016', [...path, 'on'], { id, on, now: request.now }))
  return withUnit(unitId, path, known, faults)
}

/** The first day on which anything can have been done for the plan; null where the text leaves it open. */
function beginningOf({ issuedOn, inForce }: Plan): { readonly day: string; readonly zh: string; readonly en: string } | null {
  const issued = issuedOn === null ? undefined : earliestOf(issuedOn)
  if (inForce.from === null || issued === null) return null
  return issued === undefined || inForce.from <= issued
    ? { day: inForce.from, zh: '方案期间开始于', en: 'it begins on' }
    : { day: issued, zh: '方案最早印发于', en: 'it was issued on' }
}

function figure({ id, figure: name, unit, measuredIn }: Of<'figures'>, path: Path, uses: readonly FigureUse[], known: Known): Faults {
  const mine = uses.filter((use) => use.figure === name)
  if (mine.length === 0) {
    const names = uses.map((use) => use.figure)
    return withUnit(unit, path, known, [unknownReference('figure', name, names, [...path, 'figure'])])
  }
  const other = mine.find((use) => use.unit !== undefined && !sameUnit(use.unit, measuredIn))
  const params = { id, found: measuredIn, expected: other?.unit ?? '', what: `“${other?.title ?? ''}”`, whatEn: `“${other?.id ?? ''}”` }
  return withUnit(unit, path, known, other === undefined ? [] : [problem('HG8020', [...path, 'measuredIn'], params)])
}

function established({ unit, fact: id, value }: Of<'established'>, path: Path, known: Known): Faults {
  const { facts } = known.vocabulary
  const fact = facts.get(id)
  if (fact === undefined) {
    const names = [...facts.values()].filter(({ scope }) => scope === 'unit').map((each) => each.id)
    return withUnit(unit, path, known, [unknownReference('fact', id, names, [...path, 'fact'])])
  }
  if (fact.scope !== 'unit')
    return withUnit(unit, path, known, [problem('HG8022', [...path, 'fact'], { fact: id, title: fact.title, titleEn: id, scope: fact.scope })])
  return withUnit(unit, path, known, value === null ? [] : valueProblems(fact, value, [...path, 'value']))
}

function closing({ id, accountability, unit, items }: Of<'closings'>, path: Path, known: Known): Faults {
  const { plan } = known
  const of = plan.accountability.find((each) => each.id === accountability)
  if (of === undefined) {
    const names = plan.accountability.map((each) => each.id)
    return withUnit(unit, path, known, [unknownReference('accountability', accountability, names, [...path, 'accountability'])])
  }
  const expected = of.checklist?.length ?? 0
  const params = { id, accountability, found: String(items.length), expected: String(expected) }
  return withUnit(unit, path, known, items.length === expected ? [] : [problem('HG8023', [...path, 'items'], params)])
}

function target({ target: id, item, title, formula }: Of<'targets'>, path: Path, { plan, vocabulary, catalogue }: Known): readonly Problem[] {
  const known = plan.targets.find((each) => each.id === id)
  const names = plan.targets.map((each) => each.id)
  if (known === undefined) return [unknownReference('target', id, names, [...path, 'target'])]
  const items = known.items.map((each) => each.id)
  return [
    ...(title === undefined && !items.includes(item) ? [unknownReference('item', item, items, [...path, 'item'])] : []),
    ...(formula === undefined ? [] : checkFormula(formula, [...path, 'formula'], vocabulary, catalogue)),
  ]
}

function anchor(id: string, { duties }: Plan): Problem | undefined {
  const duty = duties.find((each) => each.id === id)
  const fortnightly = duties.filter(({ recurrence }) => recurrence.every === 'two-weeks').map((each) => each.id)
  if (duty === undefined) return unknownReference('duty', id, fortnightly, ['anchors', id])
  const why =
    duty.recurrence.every !== 'two-weeks'
      ? { why: '它不是每两周一次的', whyEn: 'it does not come round every two weeks' }
      : duty.recurrence.anchor === null
        ? undefined
        : { why: `原文写了从${duty.recurrence.anchor}起算`, whyEn: `the text counts from ${duty.recurrence.anchor}` }
  return why === undefined ? undefined : problem('HG8024', ['anchors', id], { duty: id, title: duty.title, titleEn: id, ...why })
}
