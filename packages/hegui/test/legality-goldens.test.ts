/**
 * The legality of the shipped plans against the goldens in examples/legality, in each format. A changed golden is
 * read and its reason told in the commit message; `npx vitest run packages/hegui/test/legality-goldens.test.ts -u` writes them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shippedRuleset } from 'hegui'
import { describe, expect, it } from 'vitest'
import { type LegalityFormat, legalityCommand } from '../src/commands/legality.js'
import { type Captured, captured } from './captured.js'

const folder = fileURLToPath(new URL('../../../examples/legality/', import.meta.url))
const plans = [...shippedRuleset().catalogue.plans.keys()].sort()
const extensions: Readonly<Record<LegalityFormat, string>> = { text: 'txt', markdown: 'md', html: 'html', json: 'json' }
const legality = (names: readonly string[], format: LegalityFormat, language: 'zh' | 'en' = 'zh'): Promise<Captured> =>
  captured((output) => legalityCommand({ plans: names, packs: [], language, format }, output))

describe.each(plans)('the legality of %s', (plan) => {
  it.each(Object.entries(extensions) as [LegalityFormat, string][])('as %s is its golden, without a problem', async (format, extension) => {
    const { code, out, err } = await legality([plan], format)
    expect(err).toBe('')
    expect(code).toBe(0)
    await expect(format === 'json' ? `${JSON.stringify(JSON.parse(out), null, 2)}\n` : out).toMatchFileSnapshot(join(folder, `${plan}.${extension}`))
  })

  it('is told in English too', async () => {
    const { out } = await legality([plan], 'text', 'en')
    expect(out).toContain('Legality of the plan')
    expect(out).not.toContain('undefined')
  })
})

it('has a golden for each plan and format, and no other', () => {
  expect(readdirSync(folder).sort()).toEqual(plans.flatMap((plan) => Object.values(extensions).map((extension) => `${plan}.${extension}`)).sort())
})

it('loads nothing from elsewhere and runs no script in the page', () => {
  for (const plan of plans) {
    const page = readFileSync(join(folder, `${plan}.html`), 'utf8')
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|src=|href=/)
    expect(page).toContain('@media print')
  }
})
