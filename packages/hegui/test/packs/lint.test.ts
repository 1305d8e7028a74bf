/** The shipped packs say nothing in vain. */
import { conditionPlaces, lintPacks, packSchema } from '@hegui/model'
import { expect, test } from 'vitest'
import { shippedPacks, shippedRuleset } from '../../src/packs.js'

test('no condition of a shipped pack is without effect, and no rule is there twice', () => {
  const found = lintPacks(shippedPacks, shippedRuleset().vocabulary)
  expect(found.map(({ code, path, message }) => `${code} ${shippedPacks[Number(path[0])]?.id}.${path.slice(1).join('.')} ${message}`)).toEqual([])
})

test('every kind of place that can hold a condition was looked at', () => {
  const kinds = new Set(shippedPacks.flatMap((pack) => conditionPlaces(pack, packSchema)).map(({ path }) => `${path[0]} ${path.at(-1)}`))
  expect([...kinds].sort()).toMatchInlineSnapshot(`
    [
      "caseProcedures condition",
      "caseProcedures requiredWhen",
      "caseProcedures when",
      "circumstances when",
      "conditions condition",
      "facts askedWhen",
      "instruments appliesWhen",
      "instruments when",
      "plans unit",
      "plans when",
      "plans where",
      "rules appliesWhen",
      "rules violatedWhen",
    ]
  `)
})
