/** The laws of a finding, over random rules and records with gaps: what is settled stays settled. */
import { assess } from '@hegui/engine'
import type { Finding, InspectionRecord } from '@hegui/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessed, deepFreeze, pack, rule, ruleset } from './support/builders.js'
import { type Facts, fuzz, type World, world } from './support/generators.js'

const set = ({ facts, named, conditions }: World) => {
  const [first, ...rest] = conditions
  if (first === undefined) throw new Error('no condition')
  return ruleset(
    pack({
      facts: [...pack().facts, ...facts],
      conditions: named,
      rules: rest.map((violatedWhen, index) => rule(`r${index}`, { appliesWhen: first, violatedWhen })),
    }),
  )
}
const recordOf = (facts: Facts): InspectionRecord => ({
  id: 'R1',
  inspectedOn: '2023-01-10',
  conducts: [{ id: 'c', date: '2023-01-10', facts: Object.fromEntries(facts) as never }],
})
const parameters = fuzz(300)
const settled = (finding: Finding): boolean => finding.verdict !== 'undetermined'

test('filling gaps one by one never overturns a settled finding, nor makes a violation of what cannot be one', () => {
  fc.assert(
    fc.property(world, (generated) => {
      const rules = set(generated)
      const known = new Map(generated.partial)
      let before = assessed(recordOf(known), rules).findings
      for (const [id, value] of generated.complete) {
        if (known.has(id)) continue
        known.set(id, value)
        const after = assessed(recordOf(known), rules).findings
        for (const [index, earlier] of before.entries()) {
          if (settled(earlier)) expect(after[index]).toMatchObject({ verdict: earlier.verdict })
          else if (earlier.canViolate === false) expect(after[index]?.verdict).not.toBe('violation')
        }
        before = after
      }
      expect(before.every(settled)).toBe(true)
    }),
    parameters,
  )
})

test('an undetermined finding names unknown facts, and with those answered it is settled', () => {
  fc.assert(
    fc.property(world, (generated) => {
      const rules = set(generated)
      for (const finding of assessed(recordOf(generated.partial), rules).findings) {
        if (settled(finding)) {
          expect(finding.missing).toEqual([])
          continue
        }
        expect(finding.missing.length).toBeGreaterThan(0)
        for (const id of finding.missing) expect(generated.partial.has(id)).toBe(false)
        const filled = new Map([...generated.partial, ...[...generated.complete].filter(([id]) => finding.missing.includes(id))])
        expect(assessed(recordOf(filled), rules).findings.find((each) => each.id === finding.id)?.verdict).not.toBe('undetermined')
      }
    }),
    parameters,
  )
})

test('the same input gives the same bytes, whatever the order of its keys, and is not written to', () => {
  fc.assert(
    fc.property(world, (generated) => {
      const rules = set(generated)
      const one = assess(deepFreeze(recordOf(generated.partial)), rules)
      const other = assess(recordOf(new Map([...generated.partial].reverse())), set(generated))
      expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    }),
    { ...parameters, numRuns: Math.ceil(parameters.numRuns / 3) },
  )
})
