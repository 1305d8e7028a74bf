import { expect, test } from 'vitest'
import { pack, replaced } from '../../../../scripts/problem-examples.mjs'
import { said } from '../../test/said.js'
import { checkPacks } from './packs.js'

const check = (sanctions: readonly string[], more: Readonly<Record<string, unknown>> = {}): readonly string[] => {
  const then = { kind: 'village-cadre-measure', title: '处分', on: 'village-cadre', sanctions, backing: 'unverified', ...more }
  const item = { id: 'village', title: '村干部', trigger: '监管不到位', officials: [pack.organs[0]?.id], consequence: [then], backing: 'internal' }
  return said(checkPacks([replaced(pack, ['plans', 0, 'accountability'], [item])]).problems)
}
const at = '0.plans.0.accountability.0.consequence.0.sanctions'

test('a village cadre is warned or given a demerit, and no more', () => {
  expect(check(['warning', 'demerit', 'serious-demerit'])).toEqual([])
  expect(check(['warning', 'demotion', 'dismissal'])).toEqual([`HG4031 ${at}.1`, `HG4031 ${at}.2`])
  expect(check(['removal'], { kind: 'sanction' })).toEqual([`HG4031 ${at}.0`])
})
test('an official of an organ is not meant, nor what ended before the law', () => {
  expect(check(['removal'], { kind: 'sanction', on: 'principal' })).toEqual([])
  expect(check(['removal'], { inForce: { from: null, to: '2020-06-30' } })).toEqual([])
  expect(check(['removal'], { inForce: { from: null, to: '2020-07-01' } })).toEqual([`HG4031 ${at}.0`])
})
