import { describe, expect, test } from 'vitest'
import { articlesMeet, articleWritten } from './chinese-article.js'

describe('an article as people write it', () => {
  test.each<[string, string | undefined]>([
    ['36', '36'],
    ['36(1)', '36(1)'],
    ['36（1）', '36(1)'],
    ['65(1)(4)', '65(1)(4)'],
    ['36条', '36'],
    ['第三十六条', '36'],
    ['第三十六条第一款', '36(1)'],
    ['第六十五条第一款第（四）项', '65(1)(4)'],
    ['第六十五条第一款第四项', '65(1)(4)'],
    ['第六十条第（三）项', '60(1)(3)'],
    ['十条', '10'],
    ['第一百零八条', '108'],
    ['第一百一十七条', '117'],
    ['第一千一百二十八条第一款第（一）项', '1128(1)(1)'],
    ['第二十条之一', undefined],
    ['36(', undefined],
    ['第条', undefined],
    ['', undefined],
    ['abc', undefined],
  ])('%s', (written, article) => {
    expect(articleWritten(written)).toBe(article)
  })
})

describe('two citations have a part in common', () => {
  test.each<[string, string, boolean]>([
    ['36', '36', true],
    ['36', '36(1)', true],
    ['36(1)', '36', true],
    ['36(1)', '36(2)', false],
    ['36(1)', '36(1)(3)', true],
    ['36', '3', false],
    ['3', '36', false],
    ['22-24', '23', true],
    ['22-24', '25', false],
    ['22-24', '24(1)', true],
    ['3,5', '5', true],
    ['3、5', '4', false],
  ])('%s and %s: %s', (a, b, meet) => {
    expect([articlesMeet(a, b), articlesMeet(b, a)]).toEqual([meet, meet])
  })
})
