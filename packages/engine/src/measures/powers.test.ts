import { expect, test } from 'vitest'
import { organs, pack, ruleset } from '../../test/support/builders.js'
import { empowered, mayDo } from './powers.js'

const rules = ruleset(pack())

test('an organ does what it may', () => {
  expect([mayDo('bureau', 'fine', rules), mayDo('town', 'fine', rules), mayDo('nobody', 'fine', rules)]).toEqual([true, false, false])
})

test('what an organ may not do goes to the first above it that may', () => {
  expect([empowered('village', 'report', rules), empowered('village', 'tracing', rules), empowered('village', 'fine', rules)]).toEqual([
    'village',
    'town',
    'bureau',
  ])
})

test('where nobody above may, it goes to nobody', () => {
  expect([empowered('village', 'detention', rules), empowered(null, 'report', rules)]).toEqual([null, null])
})

test('a circle of superiors comes to an end', () => {
  const circular = ruleset(pack({ organs: organs.map((organ) => (organ.id === 'bureau' ? { ...organ, reportsTo: 'village' } : organ)) }))
  expect(empowered('village', 'detention', circular)).toBeNull()
})
