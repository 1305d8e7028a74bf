/**
 * A backtest assesses few records in full. What it finds must be what assessing every record finds, whatever was edited:
 * single edits of the shipped packs, chosen and random, over the example records, whole and with gaps.
 * `HEGUI_BACKTEST_EDITS` sets how many random edits, `HEGUI_BACKTEST_SEED` where they begin.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createBacktester, type RuleChange, ruleChanges } from '@hegui/analysis'
import { assess, createRuleOutcomes, hashOf, type Ruleset, trustedRuleset } from '@hegui/engine'
import type { Assessment, InspectionRecord, Pack } from '@hegui/model'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedPacks } from '../src/packs.js'

const folder = new URL('../../../examples/records/', import.meta.url)
const whole = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as InspectionRecord)

/** Every fifth fact forgotten, another fifth for each record; which plans it belongs to is not said. */
const gapped = whole.map(({ plans: _, ...record }, turn): InspectionRecord => {
  const conducts = record.conducts.map((conduct) => ({
    ...conduct,
    facts: Object.fromEntries(Object.entries(conduct.facts ?? {}).filter((_, index) => (index + turn) % 5 > 0)),
  }))
  return { ...record, id: `${record.id} gaps`, conducts }
})
const records = [...whole, ...gapped]

type Path = readonly (string | number)[]
const hashes = shippedPacks.map(hashOf)
const built = (packs: readonly Pack[]): Ruleset => trustedRuleset(packs, hashes, [])
const old = built(shippedPacks)

function assessed(record: InspectionRecord, ruleset: Ruleset): Assessment {
  const result = assess(record, ruleset)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.assessment
}
const before = records.map((record) => assessed(record, old))

/** Changes of every record that has any, found by assessing all. Throws where the edit left no packs that can be used. */
const slowly = (fresh: Ruleset): readonly (readonly [string, readonly RuleChange[]])[] =>
  records.flatMap((record, at) => {
    const changes = ruleChanges(before[at] as Assessment, assessed(record, fresh))
    return changes.length === 0 ? [] : [[record.id, changes] as const]
  })

function quickly(fresh: Ruleset) {
  const backtester = createBacktester(old, fresh)
  const found = records.flatMap((record) => {
    const result = backtester.add(record)
    if (!result.ok) throw new Error(result.problems[0]?.message)
    return result.change === undefined ? [] : [[record.id, result.change.changes.map(({ why: _, ...change }) => change)] as const]
  })
  return { found, counts: backtester.result().backtest.counts }
}

/** The packs with what stands at the path replaced, or taken out of its list. */
function edited(path: Path, change: (value: unknown) => unknown): readonly Pack[] {
  const visit = (node: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return change(node)
    const copy = (Array.isArray(node) ? [...node] : { ...(node as object) }) as Record<string | number, unknown>
    copy[key] = visit(copy[key], rest)
    return Array.isArray(copy) ? copy.filter((each) => each !== undefined) : copy
  }
  return visit(shippedPacks, path) as readonly Pack[]
}

type Item = { readonly id: string }
const itemsIn = (collection: keyof Pack, pack: Pack | undefined): readonly Item[] => (pack?.[collection] ?? []) as readonly Item[]

/** Where the collection of some pack has the item, and on to what is in it. */
function placeOf(collection: keyof Pack, id: string, ...more: Path): Path {
  const pack = shippedPacks.findIndex((each) => itemsIn(collection, each).some((item) => item.id === id))
  return [pack, collection, itemsIn(collection, shippedPacks[pack]).findIndex((item) => item.id === id), ...more]
}
const normAt = (id: string, ...more: Path): Path => {
  const instrument = placeOf('instruments', id.split('/')[0] as string)
  const norms = shippedPacks[instrument[0] as number]?.instruments[instrument[2] as number]?.norms ?? []
  return [...instrument, 'norms', norms.findIndex((norm) => norm.id === id), ...more]
}
const gone = (): undefined => undefined

const chosen: readonly (readonly [name: string, path: Path, change: (value: unknown) => unknown])[] = [
  ['a rule compares otherwise', placeOf('rules', 'fireworks/unlicensed-business', 'violatedWhen', 'all', 0, 'value'), () => ['held']],
  ['a rule is gone', placeOf('rules', 'fireworks/unlicensed-business'), gone],
  ['a rule begins later', placeOf('rules', 'fireworks/unlicensed-business', 'inForce', 'from'), () => '2020-01-01'],
  ['a rule leads to nothing', placeOf('rules', 'fireworks/unlicensed-business', 'norms'), () => []],
  ['a limit is another', placeOf('facts', 'limit.privateStockKg', 'limit', 0, 'value'), () => 1_000_000],
  ['a norm is gone', normAt('fireworks-regulation/36-1'), gone],
  ['a norm was not read', normAt('fireworks-regulation/36-1', 'editions', 1, 'verification', 'status'), () => 'memory'],
  ['a norm is for another organ', normAt('fireworks-regulation/36-1', 'editions', 1, 'authority'), () => ['county-government']],
  ['an organ has no powers', placeOf('organs', 'emergency-management', 'may'), () => []],
  ['there is no rule of one fine', [0, 'principles'], (value) => (value as readonly { kind: string }[]).filter(({ kind }) => kind !== 'one-fine')],
  ['no circumstances', [0, 'circumstances'], () => []],
  ['a plan is somewhere else', placeOf('plans', 'erong-2023', 'region'), () => '110000'],
  ['a plan has no measures', placeOf('plans', 'erong-2023', 'measures'), () => []],
  ['no tasks', [0, 'actions'], () => []],
  [
    'time limits are a day longer',
    [0, 'timeLimits'],
    (value) => JSON.parse(JSON.stringify(value).replace(/"amount":(\d+)/g, (_, days) => `"amount":${Number(days) + 1}`)),
  ],
]

/** Everywhere that a number, a day or a yes can be another, or an item can be missing, in the data that decides. */
function sitesIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))) return [path]
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([key, part]) => sitesIn(part, [...path, Array.isArray(value) ? Number(key) : key]))
  return typeof path.at(-1) === 'number' && path.length > 2 ? [...inside, path] : inside
}
const collections = ['facts', 'conditions', 'organs', 'instruments', 'timeLimits', 'actions', 'principles', 'circumstances', 'benchmarks', 'plans', 'rules']
const sites = collections
  .map((collection) => shippedPacks.flatMap((pack, at) => sitesIn(pack[collection as keyof Pack] ?? [], [at, collection])))
  .filter((found) => found.length > 0)

function other(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return typeof value === 'string' ? `${Number(value.slice(0, 4)) + 3}${value.slice(4)}` : undefined
}

test('the outcomes are those of the findings', () => {
  const outcomes = createRuleOutcomes(old, new Set(old.rules.map(([id]) => id)))
  for (const [at, record] of records.entries()) {
    const findings = (before[at] as Assessment).findings.map(({ conduct, rule, verdict, canViolate }) => [conduct, rule, verdict, canViolate])
    const quick = outcomes
      .of(record)
      .flatMap((each, conduct) =>
        each.map(({ verdict, canViolate }, rule) => [
          record.conducts[conduct]?.id,
          outcomes.rules[rule],
          verdict,
          verdict === 'undetermined' ? canViolate : undefined,
        ]),
      )
    expect(quick).toEqual(findings)
  }
})

test('every measure and task belongs to a rule: none can change unseen', () => {
  for (const { measures, actions } of before) {
    expect(measures.filter(({ findings }) => findings.length === 0)).toEqual([])
    expect(actions.filter((each) => each.measures.length === 0 && each.chain.every(({ step }) => step !== 'finding'))).toEqual([])
  }
})

test('two versions that say the same: nothing is assessed', () => {
  expect(quickly(built(structuredClone(shippedPacks)))).toMatchObject({ found: [], counts: { records: records.length, assessed: 0, changed: 0 } })
})

describe('finds what assessing every record finds', () => {
  test.each(chosen)('%s', (_, path, change) => {
    const fresh = built(edited(path, change))
    const expected = slowly(fresh)
    expect(expected.length).toBeGreaterThan(0)
    expect(quickly(fresh).found).toEqual(expected)
  })

  test('random edits', () => {
    const count = Number(process.env['HEGUI_BACKTEST_EDITS'] ?? 12)
    const seed = Number(process.env['HEGUI_BACKTEST_SEED'] ?? 1)
    const where = fc.integer({ min: 0, max: sites.length - 1 }).chain((collection) => fc.constantFrom(...(sites[collection] as readonly Path[])))
    let effective = 0
    for (const path of fc.sample(where, { numRuns: count, seed })) {
      let fresh: Ruleset
      let expected: ReturnType<typeof slowly>
      try {
        fresh = built(edited(path, other))
        expected = slowly(fresh)
      } catch {
        // The packs do not hold together any more: the check of packs would have said so.
        continue
      }
      if (expected.length > 0) effective += 1
      expect(quickly(fresh).found, path.join('.')).toEqual(expected)
    }
    expect(effective).toBeGreaterThan(0)
  })
})
