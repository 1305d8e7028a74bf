/** The laws of legal reasoning, over random statutes and records with gaps. */
import type { AssessedMeasure, Assessment, InspectionRecord, Norm } from '@hegui/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareOutcomes } from '../src/measures/lighter-law/compare.js'
import { type Option, optionsOf } from '../src/measures/lighter-law/option.js'
import { assessed, ruleset } from './support/builders.js'
import { fuzz } from './support/generators.js'
import { type LegalWorld, legalWorld } from './support/legal-world.js'

const parameters = fuzz(400)
const run = ({ pack, record, decidedOn }: LegalWorld): Assessment => assessed(record, ruleset(pack), { decidedOn })
const completed = ({ record, gaps }: LegalWorld): InspectionRecord => ({
  ...record,
  conducts: record.conducts.map((conduct) => ({ ...conduct, facts: { ...conduct.facts, ...Object.fromEntries(gaps) } })),
})
const normIn = (world: LegalWorld, id: string | undefined): Norm | undefined =>
  world.pack.instruments.flatMap((each) => each.norms).find((norm) => norm.id === id)
const editionIn = (world: LegalWorld, measure: Pick<AssessedMeasure, 'norm' | 'edition'>) =>
  normIn(world, measure.norm)?.editions.find((each) => each.edition === measure.edition)

test('filling gaps never withdraws a firm measure', () => {
  fc.assert(
    fc.property(legalWorld, (world) => {
      let current = world.record
      let before = run(world)
      for (const gap of world.gaps) {
        current = { ...current, conducts: current.conducts.map((conduct) => ({ ...conduct, facts: { ...conduct.facts, [gap[0]]: gap[1] } })) }
        const after = run({ ...world, record: current })
        for (const firm of before.measures.filter((each) => each.proposed && each.status === 'firm'))
          expect([firm.id, after.measures.find((each) => each.id === firm.id)?.proposed]).toEqual([firm.id, true])
        before = after
      }
    }),
    parameters,
  )
})

test('no party is fined twice for one act: fines of several norms are alternatives, and are marked as such', () => {
  fc.assert(
    fc.property(legalWorld, (world) => {
      const fines = run(world).measures.filter((each) => each.kind === 'fine' && each.proposed)
      for (const on of new Set(fines.map((each) => each.on))) {
        const own = fines.filter((each) => each.on === on)
        if (new Set(own.map((each) => each.norm)).size < 2) continue
        expect(new Set(own.map((each) => each.exclusive)).size).toBe(1)
        expect(own[0]?.exclusive).toBeDefined()
        for (const fine of own) expect(fine.status).toBe('provisional')
      }
    }),
    parameters,
  )
})

test('no measure of a norm is proposed that was not read, or not in force on a day of the act or on that of the decision', () => {
  fc.assert(
    fc.property(legalWorld, (world) => {
      const { conducts } = world.record
      const [date] = conducts.map((conduct) => conduct.date)
      const firstDay = typeof date === 'string' ? date : (date?.from ?? '')
      const lastDay = typeof date === 'string' ? date : (date?.to ?? world.decidedOn)
      for (const measure of run(world).measures.filter((each) => each.proposed)) {
        const edition = editionIn(world, measure)
        expect(edition?.verification.status).toBe('primary-text')
        const inForce = (from: string, to: string): boolean =>
          edition !== undefined && (edition.inForce.from ?? '') <= to && from <= (edition.inForce.to ?? '9999')
        expect(inForce(firstDay, lastDay) || inForce(world.decidedOn, world.decidedOn)).toBe(true)
      }
    }),
    parameters,
  )
})

test('the law that is applied is no heavier than either candidate', () => {
  fc.assert(
    fc.property(legalWorld, (generated) => {
      const world = { ...generated, record: completed(generated) }
      const facts = world.record.conducts[0]?.facts ?? {}
      const outcome = (norms: readonly { readonly norm: string; readonly edition: string }[]): readonly Option[] =>
        norms.flatMap((candidate) => {
          const edition = editionIn(world, candidate)
          const holds = (condition: unknown): boolean => {
            const { fact, not } = condition as { fact?: string; not?: unknown }
            return not === undefined ? facts[fact as string] === true : !holds(not)
          }
          if (edition?.consequence === undefined || (edition.appliesWhen !== undefined && !holds(edition.appliesWhen)))
            return [{ penalties: new Map(), titles: [] }]
          return optionsOf(edition.consequence, holds, (id) => facts[id] as never) ?? []
        })
      for (const choice of run(world).editionChoices) {
        const act = outcome(choice.conductDay.norms)
        const decision = choice.decisionDay === null ? [{ penalties: new Map(), titles: [] }] : outcome(choice.decisionDay.norms)
        const order = choice.assumptions.some((each) => each.includes('轻于')) ? ['warning', 'fine', 'detention'] : undefined
        const result = compareOutcomes(act, decision, order)
        if (choice.outcome === 'conduct-day') expect(result).toBe('lighter')
        if (choice.outcome === 'decision-day') expect(result).toBe('heavier')
        if (choice.outcome === 'same') expect(result).toBe('same')
      }
    }),
    parameters,
  )
})

test('no action goes to an organ without the power', () => {
  fc.assert(
    fc.property(legalWorld, (world) => {
      const kinds = new Map(world.pack.actions.map((each) => [each.id, each.kind]))
      for (const { template, assignee } of run(world).actions) {
        if (assignee === null) continue
        const organ = world.pack.organs.find((each) => each.id === assignee)
        expect(organ?.may.map((power) => power.kind)).toContain(kinds.get(template))
      }
    }),
    parameters,
  )
})

test('the order of rules, norms, principles, circumstances and facts changes nothing', () => {
  const results = ({ findings, measures, planItems, editionChoices, circumstances, concurrence, actions, questions, pending }: Assessment): string =>
    JSON.stringify({
      findings,
      measures,
      planItems,
      editionChoices,
      circumstances: [...circumstances].sort((a, b) => (a.circumstance < b.circumstance ? -1 : 1)),
      concurrence,
      actions,
      questions,
      pending,
    })
  fc.assert(
    fc.property(legalWorld, (world) => {
      const { pack, record } = world
      const turned = {
        ...world,
        pack: {
          ...pack,
          facts: [...pack.facts].reverse(),
          rules: [...pack.rules].reverse(),
          circumstances: [...pack.circumstances].reverse(),
          principles: [...pack.principles].reverse(),
          organs: [...pack.organs].reverse(),
          actions: [...pack.actions].reverse(),
          instruments: pack.instruments.map((each) => ({ ...each, norms: [...each.norms].reverse() })),
        },
        record: {
          ...record,
          conducts: record.conducts.map((conduct) => ({ ...conduct, facts: Object.fromEntries(Object.entries(conduct.facts ?? {}).reverse()) })),
        },
      }
      expect(results(run(turned))).toBe(results(run(world)))
    }),
    parameters,
  )
})
