/** What the texts proved, committed, still covers what the packs say now. The texts themselves are not part of this project. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { everyPack } from '../../../scripts/law-text/packs.mjs'
import { placesOf } from '../../../scripts/law-text/places.mjs'
import { differences } from '../../../scripts/law-text/verify.mjs'

const read = (file: string) => JSON.parse(readFileSync(new URL(`../verification/${file}`, import.meta.url), 'utf8'))
const { alsoArticles } = read('sources.json')
const result = read('result.json')
const places = placesOf(everyPack())

test('every article and figure that was read is the one found in its text', () => {
  const lines = differences(places, result, alsoArticles)
  if (lines.length > 0) throw new Error(`与核对结果不同，对着原文运行 npm run verify-law -- --sources <文件夹>：\n${lines.join('\n')}`)
  expect(Object.keys(result.places)).toHaveLength(places.length)
})

test('a changed amount and a new norm are told apart from the result', () => {
  const name = 'norm fireworks-regulation/36-1@2016'
  const changed = places.map((place) => (place.name === name ? { ...place, figures: ['20000元以上200000元以下'] } : place))
  expect(differences(changed, result, alsoArticles)).toEqual([`${name}：现在是 20000元以上200000元以下，核对时是 20000元以上100000元以下`])
  const [first, ...others] = places
  expect(differences(others, result, alsoArticles)).toEqual([`${first?.name}：规则包里已经没有`])
})
