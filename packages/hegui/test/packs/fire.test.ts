/** The fire rules: what the law of 2019 that was read allows, who is struck, and what has no penalty at all. */
import { lawPack } from '@hegui/pack-law'
import { urbanOrderPack } from '@hegui/pack-urban-order'
import { urbanOrderCases } from '@hegui/pack-urban-order/cases'
import { expect, test } from 'vitest'
import { assessed, recordOf } from './support/shipped.js'

const fireInstruments = ['fire-protection-law', 'beijing-fire-regulation', 'beijing-property-regulation']
const cites = (ids: readonly { readonly instrument: string }[]) => ids.some((each) => fireInstruments.includes(each.instrument))
const fireRules = urbanOrderPack.rules.filter((rule) => cites(rule.basis))
const files = urbanOrderCases.filter((file) => fireRules.some((rule) => rule.id === file.rule))
const samples = files.flatMap((file) =>
  file.cases.map((each) => ({ rule: file.rule, each, measures: assessed(recordOf({ rule: file.rule, case: each })).measures })),
)
const proposedOf = (wanted: (sample: (typeof samples)[number]) => boolean) =>
  samples.filter(wanted).flatMap(({ rule, each, measures }) => measures.filter((measure) => measure.proposed).map((measure) => ({ rule, each, measure })))

test('every norm that a fire rule leads to is proposed by some case', () => {
  const proposed = new Set(proposedOf(() => true).map(({ measure }) => measure.norm))
  const wanted = new Set(fireRules.flatMap((rule) => rule.norms))
  expect(wanted.size).toBeGreaterThan(20)
  expect([...wanted].filter((id) => !proposed.has(id))).toEqual([])
})

test('before 2020-05-01 the Beijing property regulation gives no measure, nor before 2021-04-29 the Fire Protection Law any proposed one', () => {
  const early = proposedOf(({ each }) => each.date !== null && each.date < '2020-05-01').map(({ measure }) => measure.norm ?? '')
  expect(early.length).toBeGreaterThan(0)
  expect(early.filter((norm) => norm.startsWith('beijing-property-regulation/') || norm.startsWith('fire-protection-law/'))).toEqual([])
})

test('outside Beijing no measure of its regulations is proposed', () => {
  const outside = proposedOf(({ each }) => each.region === '500241').map(({ measure }) => measure.norm ?? '')
  expect(outside.length).toBeGreaterThan(0)
  expect(outside.filter((norm) => norm.startsWith('beijing-'))).toEqual([])
})

test('an individual is never given the fine that the law lays down for units', () => {
  const individuals = proposedOf(
    ({ each }) => each.facts['party.kind'] === 'individual' && /escape-route|fire-lane|separation/.test(each.facts['fire.matter'] as string),
  )
  expect(individuals.length).toBeGreaterThan(0)
  const most = individuals.filter(({ measure }) => measure.kind === 'fine').map(({ measure }) => measure.amountYuan?.max ?? 0)
  expect(Math.max(...most)).toBe(500)
})

test('charging over private wires is fined only after the order was refused', () => {
  const fines = proposedOf(({ each }) => each.facts['progress.correctionOverdue'] === false).filter(
    ({ measure }) => measure.norm === 'beijing-property-regulation/98-5' && measure.kind === 'fine',
  )
  expect(fines).toEqual([])
})

test('what no statute that was read punishes has no norm, and says why', () => {
  const bare = fireRules.filter((rule) => rule.norms.length === 0)
  expect([...new Set(bare.map((rule) => rule.id))].sort()).toEqual([
    'urban-order/basement-illegal-use',
    'urban-order/rental-gas-cylinders',
    'urban-order/rental-group-letting',
    'urban-order/rental-unauthorised-building',
  ])
  for (const rule of bare) expect([rule.id, /没有读|没有对/.test(rule.note ?? '')]).toEqual([rule.id, true])
})

test('the duty to correct of article 67 carries no fine', () => {
  const norm = lawPack.instruments.flatMap((instrument) => instrument.norms).filter((each) => /fire-protection-law\/67/.test(each.id))
  expect(norm).toHaveLength(2)
  expect(JSON.stringify(norm)).not.toContain('"fine"')
})
