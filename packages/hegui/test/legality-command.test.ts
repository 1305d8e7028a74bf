/** `hegui check --legality`: which plans it takes, what it says when there is none, and that a plan's text stays text. */
import { mkdirSync } from 'node:fs'
import type { Plan } from '@hegui/model'
import { shippedRuleset } from 'hegui'
import { expect, it } from 'vitest'
import { type LegalityFormat, legalityCommand } from '../src/commands/legality.js'
import { type Captured, captured, withFiles } from './captured.js'

const legality = (plans: readonly string[], format: LegalityFormat = 'json', packs: readonly string[] = [], language: 'zh' | 'en' = 'zh'): Promise<Captured> =>
  captured((output) => legalityCommand({ plans, packs, language, format }, output))
const plansIn = (out: string): readonly string[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { plan: string }).plan)

const shipped = shippedRuleset().catalogue.plans
const erong = shipped.get('erong-2023') as Plan

it('takes every loaded plan where none is named, else those named, in order and once', async () => {
  expect(plansIn((await legality([])).out)).toEqual([...shipped.keys()])
  expect(plansIn((await legality(['erong-2023', 'changjianglu-2016', 'erong-2023'])).out)).toEqual(['erong-2023', 'changjianglu-2016'])
})

it('says of an unknown plan that there is none, with a suggestion, and shows nothing else', async () => {
  const { code, out, err } = await legality(['erong-2023', 'erong-2032'], 'json')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(err)).toMatchObject({ code: 'HG8002', params: { id: 'erong-2032' }, message: expect.stringContaining('erong-2023') })
  expect((await legality(['erong-2032'], 'text', [], 'en')).err).toContain('Did you mean “erong-2023”?')
})

it('takes a plan file or a folder laid over the packs, and places what is wrong in it', async () => {
  const changed = {
    ...erong,
    id: 'village-2023',
    clauses: erong.clauses.map((each) => (each.id === '3.4' ? { ...each, legal: { status: 'ok', note: '有依据' } } : each)),
  }
  const files = { 'plans/village.json': JSON.stringify(changed, null, 2) }
  for (const argument of ['plans/village.json', 'plans']) {
    const { code, out, err } = await withFiles(files, (path) => legality([path(argument)]))
    expect(plansIn(out)).toEqual(['village-2023'])
    expect(code).toBe(1)
    expect(JSON.parse(err)).toMatchObject({ code: 'HG8001', file: 'plans/village.json', range: { start: { line: expect.any(Number) } } })
  }
})

it('takes the plans of --pack', async () => {
  const files = { 'mine/plans/village.json': JSON.stringify({ ...erong, id: 'village-2023' }) }
  const { code, out } = await withFiles(files, (path) => legality(['village-2023'], 'json', [path('mine')]))
  expect(plansIn(out)).toEqual(['village-2023'])
  expect(code).toBe(0)
})

it('reports a broken plan file instead of judging it, and a folder without a plan as none', async () => {
  const broken = await withFiles({ 'plans/broken.json': JSON.stringify({ ...erong, issuer: 7 }) }, (path) => legality([path('plans/broken.json')]))
  expect(broken.out).toBe('')
  expect(broken.code).toBe(1)
  expect(broken.err).toContain('HG2')
  const empty = await withFiles({}, (path) => {
    mkdirSync(path('empty'))
    return legality([path('empty')])
  })
  expect(empty).toMatchObject({ code: 1, out: '' })
  expect(empty.err).toContain('HG8002')
})

it('keeps a plan’s text from becoming markup or control codes', async () => {
  const nasty = '<script>alert("x")</script> | **粗** [链](javascript:1) \u001b[31m & \'单\''
  const plan = {
    ...erong,
    id: 'nasty',
    title: nasty,
    clauses: erong.clauses.map((each, index) => (index === 0 ? { ...each, title: nasty, flags: [nasty] } : each)),
  }
  const files = { 'plans/nasty.json': JSON.stringify(plan) }
  const shown = async (format: LegalityFormat): Promise<string> => (await withFiles(files, (path) => legality([path('plans/nasty.json')], format))).out
  const html = await shown('html')
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
  expect(html).not.toContain('<script')
  const markdown = await shown('markdown')
  expect(markdown).not.toMatch(/<script|[^\\]\*\*粗|\]\(javascript/)
  const columns = markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => [...line.matchAll(/(?<!\\)\|/g)].length)
  expect(new Set(columns)).toEqual(new Set([6]))
  for (const format of ['text', 'html', 'markdown'] as const) expect(await shown(format), format).not.toContain('\u001b')
})

it('reports a part of a clause that names what the clause was not encoded as, or an article that is not on file', async () => {
  const parts = [{ of: ['annual-appraisal'], status: 'ok', note: '测试', basis: [{ instrument: 'fireworks-regulation', article: '999' }] }]
  const clauses = erong.clauses.map((each) => (each.id === '3.4' ? { ...each, legal: { status: 'internal', note: '测试', parts } } : each))
  const { code, out, err } = await withFiles({ 'plans/parts.json': JSON.stringify({ ...erong, clauses }) }, (path) => legality([path('plans/parts.json')]))
  expect([code, out]).toEqual([1, ''])
  const found = err.trimEnd().split('\n')
  expect(found.map((line) => (JSON.parse(line) as { path: readonly unknown[] }).path.slice(-6).join('.'))).toEqual(
    expect.arrayContaining([expect.stringMatching(/legal\.parts\.0\.of\.0$/), expect.stringMatching(/legal\.parts\.0\.basis\.0/)]),
  )
  expect(err).toContain('HG4011')
})
