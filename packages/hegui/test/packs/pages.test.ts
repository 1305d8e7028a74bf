/** The generated pages say what the packs hold, and every link in them leads somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { legalityOf } from '@hegui/analysis'
import { unitTitle } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { cataloguePages } from '../../../../scripts/catalogue-pages.mjs'
import { allPlans, caseFiles, packs, rules } from './support/shipped.js'

const docs = new URL('../../../../docs/', import.meta.url)
const pages = cataloguePages({ packs, cases: caseFiles, catalogue: rules.catalogue, legalityOf, unitTitle })
const files: Readonly<Record<string, string>> = {
  'catalogue.md': pages['catalogue.md'],
  'facts.md': pages['facts.md'],
  ...Object.fromEntries(Object.entries(pages.plans).map(([name, text]) => [`plans/${name}`, text])),
}

describe.each(Object.keys(files))('docs/%s', (name) => {
  test('is what `npm run generate` writes', () => {
    expect(readFileSync(new URL(name, docs), 'utf8')).toBe(files[name])
  })

  test('links to files that exist', () => {
    const targets = [...(files[name] ?? '').matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] as string)
    expect([...new Set(targets)].filter((target) => !existsSync(new URL(target, new URL(name, docs))))).toEqual([])
  })
})

test('there is one page a plan', () => {
  expect(readdirSync(new URL('plans/', docs)).sort()).toEqual(['README.md', ...allPlans.map((plan) => `${plan.id}.md`)].sort())
})

test('a page has a row for every clause, of as many cells as its head', () => {
  for (const plan of allPlans) {
    const rows = (pages.plans[`${plan.id}.md`] ?? '').split('\n').filter((line) => line.startsWith('| '))
    expect(rows.slice(2).map((line) => line.split(' | ')[0])).toEqual(plan.clauses.map((clause) => `| ${clause.id}`))
    for (const line of rows) expect([line.slice(0, 20), line.split(/(?<!\\)\|/).length]).toEqual([line.slice(0, 20), 7])
  }
})
