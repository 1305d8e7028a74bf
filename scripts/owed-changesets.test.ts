/** A repository of one small pack: what is changed in it since its first commit, and the changesets that cover it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as analysis from '@hegui/analysis'
import * as engine from '@hegui/engine'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { baseOf, isOwed, owedChangesets, owedText } from './owed-changesets.mjs'
import { pack } from './problem-examples.mjs'

const stocked = (operator: string, value: number) => ({ fact: 'goods.weightKg', operator, value })
const rule = { ...pack.rules[0], violatedWhen: stocked('greaterThan', 30) }
const stricter = { ...rule, violatedWhen: stocked('greaterThan', 20) }
const limit = (value: number) => pack.facts.map((fact) => ('limit' in fact ? { ...fact, limit: fact.limit?.map((edition) => ({ ...edition, value })) } : fact))

let root = ''
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, encoding: 'utf8' }).trim()
function write(file: string, content: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
}
const inPack = (file: string, content: unknown): void => write(`packages/pack-example/${file}`, content)
const changeset = (name: string, bump: string): void => write(`.changeset/${name}.md`, `---\n'@hegui/pack-example': ${bump}\n---\n\n★ 改了。\n`)
const commit = (message: string): string => {
  git('add', '-A')
  git('commit', '-qm', message)
  return git('rev-parse', 'HEAD')
}

let base = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hegui-owed-'))
  git('init', '-q', '-b', 'main')
  inPack('package.json', { name: '@hegui/pack-example', version: '1.0.0', hegui: { pack: 'example', title: '示例包' } })
  inPack('facts/facts.json', { facts: pack.facts })
  inPack('conditions/conditions.json', { conditions: pack.conditions })
  inPack('organs/organs.json', { organs: pack.organs })
  inPack('laws/example-regulation.json', pack.instruments[0])
  inPack('procedures/procedures.json', { timeLimits: pack.timeLimits, actions: pack.actions, caseProcedures: pack.caseProcedures })
  inPack('plans/example-plan.json', pack.plans[0])
  inPack('rules/unlicensed-retail/rule.json', rule)
  // Written for what the base already has: it covers nothing that comes after.
  changeset('first', 'minor')
  base = commit('first')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const owed = () => owedChangesets(root, base, { ...engine, ...analysis })

describe('what a change of a pack owes', () => {
  test('without a change of data, nothing', () => {
    inPack('README.md', '说明')
    inPack('package.json', { name: '@hegui/pack-example', version: '1.1.0', hegui: { pack: 'example', title: '示例包' } })
    expect(owed()).toEqual([])
  })

  test.each<[string, string | undefined, boolean]>([
    ['without a changeset', undefined, true],
    ['with a patch', 'patch', true],
    ['with a minor', 'minor', false],
    ['with a major', 'major', false],
  ])('a lower threshold %s', (_, bump, fails) => {
    inPack('rules/unlicensed-retail/rule.json', stricter)
    if (bump !== undefined) changeset('second', bump)
    const found = owed()
    expect(found).toMatchObject([{ name: '@hegui/pack-example', owes: 'minor', written: bump ?? 'none' }])
    expect(found.filter(isOwed)).toHaveLength(fails ? 1 : 0)
    expect(owedText(found).join('\n')).toContain('无证零售（example/unlicensed-retail）：「货物重量」超过 30 千克 → 20 千克')
  })

  test('the same once it is committed, with the changeset rewritten or in a commit before', () => {
    changeset('first', 'major')
    commit('the changeset')
    inPack('rules/unlicensed-retail/rule.json', stricter)
    commit('the rule')
    expect(owed()).toMatchObject([{ owes: 'minor', written: 'major' }])
  })

  test('a limit, a gone fact and another wording, each what it owes', () => {
    inPack('facts/facts.json', { facts: limit(20) })
    expect(owed()).toMatchObject([{ owes: 'minor' }])
    inPack('facts/facts.json', { facts: pack.facts.filter(({ id }) => id !== 'site.sleepsPeople') })
    expect(owed()).toMatchObject([{ owes: 'major' }])
    inPack('facts/facts.json', { facts: pack.facts.map((fact) => (fact.id === 'site.sleepsPeople' ? { ...fact, title: '店里有人住宿' } : fact)) })
    expect(owed()).toMatchObject([{ owes: 'patch', reasons: [] }])
  })

  test('a rule written otherwise that means the same owes no minor', () => {
    inPack('rules/unlicensed-retail/rule.json', { ...rule, violatedWhen: { not: stocked('lessThanInclusive', 30) } })
    expect(owed().filter(({ owes }) => owes === 'minor')).toEqual([])
  })

  test('another pack is asked for nothing that did not change in it', () => {
    write('packages/pack-other/package.json', { name: '@hegui/pack-other', version: '1.0.0', hegui: { pack: 'other', title: '另一包' } })
    write('packages/pack-other/rules/other/rule.json', { ...rule, id: 'other/rule' })
    base = commit('other')
    inPack('rules/unlicensed-retail/rule.json', stricter)
    expect(owed()).toMatchObject([{ name: '@hegui/pack-example', owes: 'minor' }])
  })

  test('a base that is refused today cannot be called unchanged', () => {
    inPack('rules/unlicensed-retail/rule.json', { ...rule, weight: 'grave' })
    base = commit('with a fault')
    inPack('rules/unlicensed-retail/rule.json', rule)
    const [found] = owed()
    expect(found).toMatchObject({ owes: 'minor', written: 'none' })
    expect(found?.reasons[0]).toContain('不能比较')
  })
})

describe('what it is compared with', () => {
  test('the commit that is named; one that there is not is an error', () => {
    expect(baseOf(root, 'HEAD')).toBe(base)
    expect(() => baseOf(root, 'v9')).toThrow('v9')
  })

  test('where a branch left main; on main the last release; else nothing', () => {
    expect(baseOf(root)).toBeUndefined()
    git('tag', 'v1.0.0')
    write('note.md', '一')
    commit('after the release')
    expect(baseOf(root)).toBe(base)
    const fork = git('rev-parse', 'HEAD')
    git('update-ref', 'refs/remotes/origin/main', fork)
    expect(baseOf(root)).toBe(base)
    git('switch', '-qc', 'work')
    write('note.md', '二')
    commit('on the branch')
    expect(baseOf(root)).toBe(fork)
  })
})
