/** `hegui mutate`: what no case notices, what would, and what is not run again. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { MutationReport } from '@hegui/testing'
import { describe, expect, test } from 'vitest'
import { type MutateArguments, mutateCommand } from '../src/commands/mutate.js'
import { testCommand } from '../src/commands/test.js'
import { shippedRuleset } from '../src/packs.js'
import { captured, withFiles } from './captured.js'

const run = (given: Partial<MutateArguments>) =>
  captured((output) => mutateCommand({ paths: [], format: 'text', language: 'zh', propose: false, write: false, ...given }, output))

const rule = shippedRuleset().catalogue.rules.get('fireworks/unlicensed-business')?.[0]
const facts = { 'conduct.activity': 'retail', 'conduct.goods': 'fireworks', 'licence.status': 'none' }
const violated = { name: '无证零售，成立。', date: '2023-01-12', facts, expect: { verdict: 'violation' } }
const files = (cases: readonly unknown[]) => ({
  'rules/unlicensed-business/rule.json': JSON.stringify(rule),
  'rules/unlicensed-business/cases.json': JSON.stringify({ rule: rule?.id, cases }),
})

describe('one rule with one case', () => {
  test('as text: the score, each survivor under its article with its place and the case that would notice', () =>
    withFiles(files([violated]), async (path) => {
      const { code, out, err } = await run({ paths: [path('rules')] })
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/合计　\d+\.\d%（看出 \d+，没有看出 \d+，证不出 \d+；等价 0，不计）/)
      expect(out).toContain('  规则 fireworks/unlicensed-business　')
      expect(out).toContain('烟花爆竹安全管理条例')
      expect(out).toMatch(/○ .*（0\/violatedWhen.*）\n {8}可以写：/)
      return { code, out, err }
    }))

  test('in English names stay as they are in law', () =>
    withFiles(files([violated]), async (path) => {
      const ran = await run({ paths: [path('rules')], language: 'en' })
      expect(ran.out).toContain('Mistakes that no case notices')
      return ran
    }))

  test('as JSON one report, the same bytes each time', () =>
    withFiles(files([violated]), async (path) => {
      const [first, again] = [await run({ paths: [path('rules')], format: 'json' }), await run({ paths: [path('rules')], format: 'json' })]
      expect(first.out).toBe(again.out)
      const report = JSON.parse(first.out) as MutationReport
      // Norms, limits and time limits are not written in these files.
      expect(report.subjects.map(({ kind, id }) => [kind, id])).toEqual([['rule', 'fireworks/unlicensed-business']])
      return first
    }))

  test('what is proposed and written passes, and nothing survives that it could notice', () =>
    withFiles(files([violated]), async (path) => {
      const written = await run({ paths: [path('rules')], propose: true, write: true })
      expect([written.code, written.out, written.err]).toEqual([0, '', ''])
      const tested = await captured((output) => testCommand({ paths: [path('rules')], language: 'zh', format: 'text' }, output))
      expect(tested.out).toContain('全部通过')
      const after = JSON.parse((await run({ paths: [path('rules')], format: 'json' })).out) as MutationReport
      expect(after.subjects.flatMap(({ survivors }) => survivors.filter(({ state }) => state === 'survived'))).toEqual([])
      const cases = JSON.parse(readFileSync(path('rules/unlicensed-business/cases.json'), 'utf8')) as { cases: readonly { proposed?: true }[] }
      // What was there comes first, and is nobody's proposal.
      expect(cases.cases.map((each) => each.proposed ?? false)).toEqual([false, ...cases.cases.slice(1).map(() => true)])
      return tested
    }))

  test('a case that fails as it is notices nothing: HG9021', () =>
    withFiles(files([{ ...violated, expect: { verdict: 'compliant' } }]), async (path) => {
      const ran = await run({ paths: [path('rules')] })
      expect(ran.code).toBe(0)
      expect(ran.err).toContain('HG9021')
      return ran
    }))
})

describe('the cache', () => {
  test('gives the same report; a file that is none is told and replaced', () =>
    withFiles({ ...files([violated]), 'notes.txt': 'no cache' }, async (path) => {
      const fresh = await run({ paths: [path('rules')], format: 'json' })
      const told = await run({ paths: [path('rules')], format: 'json', cache: path('notes.txt') })
      expect([told.code, told.out]).toEqual([0, fresh.out])
      expect(told.err).toContain('HG9020')
      const served = await run({ paths: [path('rules')], format: 'json', cache: path('notes.txt') })
      expect([served.out, served.err]).toEqual([fresh.out, ''])
      return served
    }))

  test('serves the results of what has not changed', () =>
    withFiles(files([violated]), async (path) => {
      const cache = path('cache.json')
      await run({ paths: [path('rules')], cache })
      const kept = JSON.parse(readFileSync(cache, 'utf8')) as { results: readonly object[] }
      // Whoever reads this number has not run the rule again.
      const counts = { threshold: { killed: 4242, equivalent: 0, survived: 0, undecided: 0 } }
      const marked = JSON.stringify({ ...kept, results: kept.results.map((each) => ({ ...each, counts })) })
      writeFileSync(cache, marked)
      const served = await run({ paths: [path('rules')], cache, format: 'json' })
      expect(served.out).toContain('4242')
      return served
    }))
})

test('a rule that is not there: HG6001', async () => {
  const { code, err } = await run({ rule: 'fireworks/unlicenced-business' })
  expect(code).toBe(1)
  expect(err).toContain('HG6001')
  expect(err).toContain('fireworks/unlicensed-business')
})
