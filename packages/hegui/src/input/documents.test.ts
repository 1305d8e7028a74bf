/** What a file is, by its name and folder before its content. */
import { expect, test } from 'vitest'
import { kindOf } from './documents.js'

test('a list of clauses is one under its own name or under that of its source, and no plan', () => {
  const list = { clauses: [] }
  expect(kindOf('pack/plans/clauses.json', list)).toBe('clauses')
  expect(kindOf('pack/plans/clauses-forestry-roadworks.json', list)).toBe('clauses')
  expect(kindOf('pack/plans/clause-by-clause.json', list)).toBe('plan')
  expect(kindOf('pack/plans/forestry-summary.json', list)).toBe('plan')
})
