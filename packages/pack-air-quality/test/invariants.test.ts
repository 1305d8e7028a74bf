/** What must be true of every assessment of a case, whoever found it. */
import { assess } from '@hegui/engine'
import { lawPack } from '@hegui/pack-law'
import { expect, test } from 'vitest'
import { allCases, recordOf, rules } from './support/cases.js'

const { organs, norms, instruments } = rules.catalogue
const inspectors = [...lawPack.organs.map((organ) => organ.id), null]
const samples = allCases.map((placed, index) => {
  const result = assess({ ...recordOf(placed), inspectedBy: inspectors[index % inspectors.length] ?? null }, rules)
  if (!result.ok) throw new Error(`${placed.rule} ${placed.case.name}: ${result.problems[0]?.message ?? ''}`)
  return { name: `${placed.rule} ${placed.case.name}`, placed, assessment: result.assessment }
})
const measures = samples.flatMap(({ name, placed, assessment }) => assessment.measures.map((measure) => ({ name, placed, measure })))

test('the samples hold measures that are proposed and measures that are only shown', () => {
  expect([...new Set(measures.map(({ measure }) => measure.backing))].sort()).toEqual(['statutory', 'unverified'])
})

test('every measure has an authority with the power, and none is a village, a township or a unit', () => {
  for (const { name, measure } of measures) {
    expect([name, measure.id, measure.authority.length > 0]).toEqual([name, measure.id, true])
    for (const id of measure.authority) {
      expect([id, organs.get(id)?.may.some((power) => power.kind === measure.kind)]).toEqual([id, true])
      expect(organs.get(id)?.level).toBe('county')
    }
  }
})

test('what is proposed rests on the wording in force on the day of the conduct', () => {
  for (const { name, placed, measure } of measures) {
    const edition = norms.get(measure.norm ?? '')?.editions.find((each) => each.edition === measure.edition)
    expect([name, measure.proposed]).toEqual([name, edition?.verification.status === 'primary-text' && measure.withheldBy === undefined])
    const day = placed.case.date ?? ''
    expect([name, (edition?.inForce.from ?? '') <= day && day <= (edition?.inForce.to ?? '9999')]).toEqual([name, true])
  }
})

test('no finding cites a law after its end or before its beginning, nor one of another region', () => {
  for (const { name, placed, assessment } of samples) {
    for (const cited of assessment.findings.flatMap((finding) => finding.articles)) {
      const instrument = instruments.get(cited.instrument)
      const day = placed.case.date ?? ''
      const inForce = instrument?.editions.some((each) => (each.inForce.from ?? '') <= day && day <= (each.inForce.to ?? '9999'))
      expect([name, cited.instrument, inForce]).toEqual([name, cited.instrument, true])
      if (instrument?.region !== undefined) expect(placed.case.region?.startsWith(instrument.region.slice(0, 2))).toBe(true)
    }
  }
})
