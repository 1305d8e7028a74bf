/** What follows a law that ended, and what bounds a local rule: the data that a comparison of editions needs. */
import type { MeasureSpec, Norm } from '@hegui/model'
import { lawPack } from '@hegui/pack-law'
import { describe, expect, test } from 'vitest'
import { specsIn } from './support/specs.js'

const norms = new Map(lawPack.instruments.flatMap((instrument) => instrument.norms.map((norm) => [norm.id, norm] as const)))
const norm = (id: string): Norm => norms.get(id) as Norm
const last = (each: Norm) => each.editions.at(-1)
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const finesOf = (id: string): readonly MeasureSpec[] => {
  const edition = norm(id).editions.find((each) => each.consequence !== undefined)
  return edition?.consequence === undefined ? [] : specsIn(edition.consequence).filter((spec) => spec.kind === 'fine')
}
const rangesOf = (id: string) => finesOf(id).map((fine) => [fine.amountYuan?.min ?? null, fine.amountYuan?.max ?? null])

const replaced = [...norms.values()].filter((each) => each.succession?.kind === 'replaced')

/** Their articles in the code are not in the text that was read. */
const notTraced = ['108-1-1', '108-1-2', '108-1-3', '113'].map((id) => `air-pollution-law/${id}`)

test('every norm of the air and the solid waste law says what replaced it, or that this was not read', () => {
  const silent = lawPack.instruments
    .filter((instrument) => ['air-pollution-law', 'solid-waste-law'].includes(instrument.id))
    .flatMap((instrument) => instrument.norms)
    .filter((each) => each.succession === undefined)
  expect(silent.map((each) => each.id)).toEqual(notTraced)
  for (const each of silent) expect(each.note).toContain('不在读到的摘录里')
  expect(replaced.length).toBeGreaterThan(15)
})

test.each(replaced.map((each) => [each.id, each] as const))('%s is followed without a gap by norms that were read', (_, each) => {
  const end = last(each)?.inForce.to
  expect(end).toBeTruthy()
  for (const id of each.succession?.kind === 'replaced' ? each.succession.by : []) {
    const first = norm(id).editions[0]
    expect([id, first?.inForce.from, first?.verification.status]).toEqual([id, dayAfter(end ?? ''), 'primary-text'])
  }
})

describe('on 2026-08-15', () => {
  test('the fine for an open barbecue becomes lighter, and heavier only for refusal', () => {
    expect(rangesOf('air-pollution-law/118-3')).toEqual([[500, 20000]])
    expect(rangesOf('ecological-environment-code/1132-3')).toEqual([
      [500, 5000],
      [5000, 20000],
    ])
  })

  test('the fine for household waste becomes heavier for a person and for a unit', () => {
    expect(rangesOf('solid-waste-law/111-litter-individual')).toEqual([[100, 500]])
    expect(rangesOf('ecological-environment-code/1169-3')).toEqual([[100, 1000]])
    expect(rangesOf('solid-waste-law/111-litter-unit')).toEqual([[50000, 500000]])
    expect(rangesOf('ecological-environment-code/1169-1')).toEqual([[100000, 1000000]])
  })

  test('machinery in a ban zone gets an amount where there was none', () => {
    expect(rangesOf('air-pollution-law/114-2')).toEqual([[null, null]])
    expect(rangesOf('ecological-environment-code/1127-2')).toEqual([[5000, 5000]])
  })
})

test('a local norm and the national one that bounds it: within it in Beijing, Chongqing and Zhengzhou, above it in Henan', () => {
  const bounded = [...norms.values()].filter((each) => each.upperNorms !== undefined)
  const outside = bounded.filter((each) => {
    const [local] = [finesOf(each.id).map((fine) => fine.amountYuan)]
    const upper = (each.upperNorms ?? []).flatMap(finesOf).map((fine) => fine.amountYuan)
    return local.some((fine) => !upper.some((of) => (fine?.min ?? 0) >= (of?.min ?? 0) && (fine?.max ?? 0) <= (of?.max ?? 0)))
  })
  expect(bounded.map((each) => each.id).sort()).toEqual([
    'beijing-fire-regulation/81-1',
    'beijing-fire-regulation/81-2',
    'beijing-fire-regulation/89',
    'beijing-property-regulation/98-10-individual',
    'beijing-property-regulation/98-10-unit',
    'beijing-road-transport-regulation/55-passenger',
    'beijing-road-transport-regulation/55-passenger-2023',
    'beijing-traffic-measures/85-1',
    'beijing-traffic-measures/85-3',
    'beijing-traffic-measures/86-1',
    'beijing-traffic-measures/86-2',
    'beijing-traffic-measures/86-3',
    'beijing-traffic-measures/88-1-3',
    'beijing-traffic-measures/91-4',
    'beijing-traffic-measures/99-1',
    'chongqing-fireworks-regulation/17',
    'chongqing-fireworks-regulation/18',
    'chongqing-fireworks-regulation/19',
    'henan-air-regulation/82-individual',
    'henan-air-regulation/82-unit',
    'zhengzhou-fireworks-ban/set-off',
  ])
  expect(outside.map((each) => each.id).sort()).toEqual(['henan-air-regulation/82-individual', 'henan-air-regulation/82-unit'])
})
