/** The norms: who may, how much, and in which edition. */
import { articleSchema, checkPacks, type MeasureSpec, type NormEdition } from '@hegui/model'
import { lawPack } from '@hegui/pack-law'
import { describe, expect, test } from 'vitest'
import { specsIn } from './support/specs.js'

const organs = new Map(lawPack.organs.map((organ) => [organ.id, organ]))
const norms = lawPack.instruments.flatMap((instrument) => instrument.norms.map((norm) => ({ instrument, norm })))
const editions = norms.flatMap(({ instrument, norm }) => norm.editions.map((edition) => ({ instrument, norm, edition, name: `${norm.id}@${edition.edition}` })))

/** The measures of an edition, with the wording of another where its own was not read. */
const specsOf = (edition: NormEdition, all: readonly NormEdition[]): readonly MeasureSpec[] => {
  const wording = edition.consequence ?? all.find((other) => other.edition === edition.verification.wordingOf)?.consequence
  return wording === undefined ? [] : specsIn(wording)
}
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

test('the pack alone checks without error', () => {
  expect(checkPacks([lawPack]).problems.filter((found) => found.severity === 'error')).toEqual([])
})

describe.each(editions.map((each) => [each.name, each] as const))('%s', (_, { instrument, norm, edition }) => {
  const specs = specsOf(edition, norm.editions)

  test('gives measures, each by organs that have the power', () => {
    expect(specs.length).toBeGreaterThan(0)
    for (const spec of specs) {
      for (const id of spec.authority ?? edition.authority) {
        const organ = organs.get(id)
        expect([id, organ?.may.map((power) => power.kind)]).toEqual([id, expect.arrayContaining([spec.kind])])
        expect([id, organ?.level]).not.toEqual([id, expect.stringMatching(/^(village|township|unit)$/)])
      }
    }
  })

  test('detention is the power of the police alone', () => {
    for (const spec of specs.filter((each) => each.kind === 'detention')) expect(spec.authority ?? edition.authority).toEqual(['public-security'])
  })

  test('amounts run from the smaller to the larger', () => {
    for (const { amountYuan, multiple, days } of specs) {
      for (const range of [amountYuan, multiple, days]) if (range?.min != null && range.max !== null) expect(range.min).toBeLessThanOrEqual(range.max)
      if (days !== undefined) expect(days.max).toBeLessThanOrEqual(20)
    }
  })

  test('a fine has an amount or a multiple, or says why not', () => {
    for (const spec of specs.filter((each) => each.kind === 'fine'))
      expect([spec.title, spec.amountYuan !== undefined || spec.multiple !== undefined || spec.note !== undefined]).toEqual([spec.title, true])
  })

  test('stands in an article of an edition of its instrument, in force no longer than that', () => {
    expect(articleSchema.safeParse(edition.article).success).toBe(true)
    const of = instrument.editions.find((each) => each.id === edition.edition)
    expect(of).toBeDefined()
    expect((of?.inForce.from ?? '') <= (edition.inForce.from ?? '')).toBe(true)
    expect((edition.inForce.to ?? '9999') <= (of?.inForce.to ?? '9999')).toBe(true)
  })

  test('is taken for read only where its edition was, and then stands under a number', () => {
    if (edition.verification.status !== 'primary-text') return
    expect(instrument.editions.find((each) => each.id === edition.edition)?.read).toBe(true)
    expect(edition.article).not.toMatch(/^0/)
    expect(edition.consequence).toBeDefined()
    expect(edition.verification.sources?.length ?? 0).toBeGreaterThan(0)
  })
})

test('editions touch: on every day from the first to the last exactly one is in force', () => {
  const dated = [
    ...lawPack.instruments.map((each) => [each.id, each.editions] as const),
    ...norms.map(({ norm }) => [norm.id, norm.editions] as const),
    ...lawPack.timeLimits.map((each) => [each.id, each.editions] as const),
    ...lawPack.facts.flatMap((fact) =>
      [...new Set((fact.limit ?? []).map((edition) => edition.region))].map(
        (region) => [`${fact.id} ${region ?? ''}`, (fact.limit ?? []).filter((edition) => edition.region === region)] as const,
      ),
    ),
  ]
  const apart = dated.flatMap(([id, list]) => {
    const sorted = [...list].sort((a, b) => ((a.inForce.from ?? '') < (b.inForce.from ?? '') ? -1 : 1))
    return sorted.slice(1).flatMap((next, index) => {
      const end = sorted[index]?.inForce.to
      return end != null && dayAfter(end) === next.inForce.from ? [] : [`${id} ${end ?? '…'} ${next.inForce.from ?? '…'}`]
    })
  })
  expect(apart).toEqual([])
})

describe('organs', () => {
  const binding = [
    'order-to-stop',
    'order-to-correct',
    'warning',
    'public-criticism',
    'fine',
    'confiscation',
    'collection',
    'recovery',
    'suspension',
    'licence-suspension',
    'licence-revocation',
    'closure',
    'detention',
    'sealing',
    'seizure',
    'towing',
    'destruction',
    'criminal-referral',
  ] as const

  test.each(lawPack.organs.filter((organ) => ['village', 'township', 'unit'].includes(organ.level)).map((organ) => [organ.id, organ] as const))(
    '%s may not do anything that binds a party',
    (_, organ) => {
      expect(organ.may.map((power) => power.kind).filter((kind) => (binding as readonly string[]).includes(kind))).toEqual([])
    },
  )

  test('nobody but the police detains', () => {
    expect(lawPack.organs.filter((organ) => organ.may.some((power) => power.kind === 'detention')).map((organ) => organ.id)).toEqual(['public-security'])
  })

  test('lines of reporting come to an end', () => {
    for (const organ of lawPack.organs) {
      const passed = new Set<string>()
      for (let id: string | undefined = organ.id; id !== undefined; id = organs.get(id)?.reportsTo) {
        expect(passed.has(id)).toBe(false)
        passed.add(id)
      }
    }
  })
})

test('an action that goes to a named organ is one it may do', () => {
  const beyond = lawPack.actions.filter(
    (action) =>
      action.kind !== undefined && organs.has(action.assignee) && organs.get(action.assignee)?.may.some((power) => power.kind === action.kind) !== true,
  )
  expect(beyond.map((action) => action.id)).toEqual([])
})

test('only the calendar of the statute counts in working days', () => {
  const working = lawPack.timeLimits.flatMap((limit) =>
    limit.editions.filter((edition) => edition.unit === 'working-day').map((edition) => [limit.id, edition.amount]),
  )
  // 行政处罚法 85: two, three, five and seven days; 行政强制法 69: up to ten.
  for (const [, amount] of working) expect([2, 3, 5, 7, 10]).toContain(amount)
})
