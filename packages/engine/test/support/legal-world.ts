/** Random laws with editions, tiers, gates, successions and circumstances, and records with gaps under them. */
import type { ActionTemplate, Circumstance, Condition, Consequence, InspectionRecord, Norm, NormEdition, Pack, Principle, Rule } from '@hegui/model'
import * as fc from 'fast-check'
import {
  beside,
  circumstance,
  continuingAct,
  detentionCapOf,
  fact,
  norm,
  normEdition,
  openQuestion,
  pack,
  principle,
  rule,
  severityOrder,
  testLaw,
  withFacts,
  yes,
} from './builders.js'

const switches = ['test.p', 'test.q', 'test.r', 'test.s'] as const
const facts = withFacts(
  ...switches.map((id) => fact(id)),
  fact('party.showed'),
  fact('gains.yuan', { type: 'number', unit: 'yuan' }),
  fact('progress.prosecutionOutcome', { type: 'enum', values: ['pending', 'exempted'].map((value) => ({ value, title: value })) }),
)
const trigger: fc.Arbitrary<Condition> = fc.constantFrom(...switches).chain((id) => fc.constantFrom<Condition>(yes(id), { not: yes(id) }))

const amount = fc.tuple(fc.constantFrom(0, 100, 200, 500), fc.constantFrom(0, 100, 300)).map(([min, more]) => ({ min, max: min + more + 1 }))
const measure: fc.Arbitrary<Consequence> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(amount, fc.constantFrom('must' as const, 'may' as const))
      .map(([amountYuan, force]): Consequence => ({ measure: { kind: 'fine', title: '罚款', force, amountYuan } })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Consequence>({ measure: { kind: 'fine', title: '罚款若干倍', force: 'must', multiple: { of: 'gains.yuan', min: 1, max: 5 } } }),
  },
  { weight: 1, arbitrary: fc.constant<Consequence>({ measure: { kind: 'order-to-stop', title: '停止', force: 'must' } }) },
  { weight: 1, arbitrary: fc.constant<Consequence>({ measure: { kind: 'confiscation', title: '没收', force: 'must', object: 'illegal-goods' } }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 15 })
      .map((max): Consequence => ({ measure: { kind: 'detention', title: '拘留', force: 'must', days: { min: 1, max } } })),
  },
)
const consequence: fc.Arbitrary<Consequence> = fc.letrec<{ node: Consequence }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    measure,
    fc.array(tie('node'), { minLength: 1, maxLength: 2 }).map((all): Consequence => ({ all })),
    fc.array(tie('node'), { minLength: 2, maxLength: 2 }).map((oneOf): Consequence => ({ oneOf })),
    fc
      .record({ base: tie('node'), when: trigger, relation: fc.constantFrom('adds' as const, 'replaces' as const), then: tie('node') })
      .map(({ base, when, relation, then }): Consequence => ({ base, tiers: [{ tier: 'serious', title: '情节严重', relation, when, then }] })),
  ),
})).node

const OLD = { from: '2010-01-01', to: '2019-12-31' }
const NEW = { from: '2020-01-01' }
const read = { status: 'primary-text', dates: 'text' } as const
const wasRead = fc.constantFrom('primary-text' as const, 'primary-text' as const, 'primary-text' as const, 'secondary' as const)

const edition = (id: 'old' | 'new'): fc.Arbitrary<NormEdition> =>
  fc
    .record({
      consequence,
      gate: fc.option(trigger, { nil: undefined, freq: 3 }),
      status: wasRead,
      authority: fc.constantFrom(['bureau'], ['police'], ['bureau', 'police']),
    })
    .map(({ gate, status, ...rest }) =>
      normEdition(id, id === 'old' ? OLD : NEW, {
        consequence: rest.consequence,
        authority: rest.authority,
        verification: { status, dates: 'text' },
        ...(gate === undefined ? {} : { appliesWhen: gate }),
      }),
    )

const normOf = (name: string): fc.Arbitrary<Norm> =>
  fc
    .record({
      old: edition('old'),
      new: fc.option(edition('new'), { nil: undefined, freq: 4 }),
      track: fc.constantFrom('administrative' as const, 'administrative' as const, 'public-security' as const),
      on: fc.constantFrom('party' as const, 'party' as const, 'principal' as const),
      after: fc.constantFrom('replaced', 'abolished', 'remembered', 'nothing'),
      upper: fc.boolean(),
    })
    .map(({ old, new: newer, track, on, after, upper }) => {
      const succession: Norm['succession'] | undefined =
        newer !== undefined || after === 'nothing'
          ? undefined
          : after === 'replaced'
            ? { kind: 'replaced', by: ['test-law/last'], verification: read }
            : { kind: 'abolished', verification: after === 'abolished' ? read : { status: 'memory', dates: 'memory' } }
      return norm(name, [old, ...(newer === undefined ? [] : [newer])], {
        track,
        on,
        ...(succession === undefined ? {} : { succession }),
        ...(upper && name !== 'n0' ? { upperNorms: ['test-law/n0'] } : {}),
      })
    })

const last = edition('new').map((only) => norm('last', [only]))
const crime: Norm = norm(
  'crime',
  [
    normEdition('old', OLD, { consequence: { measure: { kind: 'criminal-referral', title: '移送', force: 'must' } }, appliesWhen: yes('test.s') }),
    normEdition('new', NEW, { consequence: { measure: { kind: 'criminal-referral', title: '移送', force: 'must' } }, appliesWhen: yes('test.s') }),
  ],
  { track: 'criminal' },
)

const principles: fc.Arbitrary<readonly Principle[]> = fc.subarray([
  principle('lighter-law'),
  principle('one-fine'),
  principle('referral-first'),
  principle('local-within-national'),
  severityOrder,
  continuingAct,
  detentionCapOf(20),
  beside('test-law/n0'),
  openQuestion('test-law/n0', 'test-law/n1'),
])
const circumstances: fc.Arbitrary<readonly Circumstance[]> = fc.subarray([
  circumstance('minor', 'no-penalty', 'test.q'),
  circumstance('mild', 'must-mitigate', 'test.r'),
  circumstance('faultless', 'no-penalty', 'party.showed', { burden: 'party', notice: '可以举证。' }),
  circumstance('late', 'time-barred', 'test.s', { tracks: ['public-security'] }),
])
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .tuple(
    ...[0, 1, 2].map((index) =>
      fc.record({ violatedWhen: trigger, norms: fc.subarray(['test-law/n0', 'test-law/n1', 'test-law/n2', 'test-law/crime']), index: fc.constant(index) }),
    ),
  )
  .map((all) => all.map(({ violatedWhen, norms, index }) => rule(`r${index}`, { norms, violatedWhen })))

const template = (id: string, extra: Partial<ActionTemplate>): ActionTemplate => ({
  id,
  title: id,
  englishTitle: id,
  follows: {},
  assignee: 'authority',
  basis: [{ instrument: 'test-law', article: '1' }],
  ...extra,
})
const actions: readonly ActionTemplate[] = [
  template('fine', { follows: { kinds: ['fine'] }, kind: 'fine' }),
  template('stop', { follows: { kinds: ['order-to-stop'] }, kind: 'order-to-stop' }),
  template('detain', { follows: { kinds: ['detention'] }, kind: 'detention' }),
  template('report', { follows: { lacksPower: true, perConduct: true }, assignee: 'inspecting-organ', kind: 'report' }),
]

export interface LegalWorld {
  readonly pack: Pack
  readonly record: InspectionRecord
  readonly decidedOn: string
  /** A value for each fact the record lacks. What only the party has to show is no gap: not shown, it counts as not so. */
  readonly gaps: readonly (readonly [string, boolean | number | string])[]
}

const known = fc.tuple(
  ...switches.map((id) => fc.boolean().map((value) => [id, value] as const)),
  fc.constantFrom(0, 50, 1_000).map((value) => ['gains.yuan', value] as const),
  fc.constantFrom('pending', 'exempted').map((value) => ['progress.prosecutionOutcome', value] as const),
)

export const legalWorld: fc.Arbitrary<LegalWorld> = fc
  .record({
    norms: fc.tuple(normOf('n0'), normOf('n1'), normOf('n2'), last),
    principles,
    circumstances,
    rules,
    values: known,
    showed: fc.option(fc.boolean(), { nil: undefined }),
    kept: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    date: fc.constantFrom<InspectionRecord['conducts'][number]['date']>('2019-12-31', '2020-01-01', '2018-06-01', { from: '2019-01-01', to: '2020-02-01' }),
    decidedOn: fc.constantFrom('2020-02-01', '2023-01-10'),
    inspectedBy: fc.constantFrom('village', 'town', 'bureau', 'police'),
  })
  .map((world) => {
    const { norms } = world
    const base = pack({ facts, norms: [...norms, crime], principles: world.principles, circumstances: world.circumstances, rules: world.rules, actions })
    const editions = [
      { id: 'old', title: '旧文本', inForce: OLD, read: true, datesFrom: 'text' as const },
      { id: 'new', title: '新文本', inForce: NEW, read: true, datesFrom: 'text' as const },
    ]
    return {
      pack: { ...base, instruments: [testLaw([...norms, crime], editions)] },
      decidedOn: world.decidedOn,
      record: {
        id: 'R1',
        inspectedOn: '2020-02-01',
        inspectedBy: world.inspectedBy,
        conducts: [
          {
            id: 'c',
            date: world.date,
            party: 'p',
            facts: {
              'test.a': true,
              ...(world.showed === undefined ? {} : { 'party.showed': world.showed }),
              ...Object.fromEntries(world.values.filter((_, index) => world.kept[index])),
            },
          },
        ],
        parties: [{ id: 'p' }],
      },
      gaps: world.values.filter((_, index) => world.kept[index] === false),
    }
  })
