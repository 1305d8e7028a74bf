import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { between, exactly, figuresIn } from './figures.mjs'
import { chineseOf, numberOf } from './numerals.mjs'
import type { CheckedPlace } from './places.mjs'
import { articlesOf, placesIn, referredTo } from './statute.mjs'
import { differences, verifyPlaces } from './verify.mjs'

describe('numerals', () => {
  test.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零一', 101],
    ['一百一十三', 113],
    ['二百', 200],
    ['一千二百四十二', 1242],
    ['二万', 20_000],
    ['十万', 100_000],
    ['一百万', 1_000_000],
    ['两', 2],
    ['零', 0],
    ['2000', 2000],
    ['1,000', 1000],
    ['10万', 100_000],
    ['0.5', 0.5],
    ['1亿', 100_000_000],
  ])('%s is %d', (text, value) => {
    expect(numberOf(text)).toBe(value)
  })

  test.each(['', '十百', '一二', '万', '百一', '三十元', '一十二十', '零五十百'])('“%s” is no numeral', (text) => {
    expect(numberOf(text)).toBeNull()
  })

  test('every number is read back from its Chinese numeral', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => numberOf(chineseOf(number)) === number))
    expect([110, 1005, 10_010, 120_000].map(chineseOf)).toEqual(['一百一十', '一千零五', '一万零一十', '十二万'])
  })
})

describe('figures', () => {
  const of = (text: string) => [...figuresIn(text)].sort()

  test('a range is one figure, and its ends are no ranges of their own', () => {
    expect(of('处二万元以上十万元以下的罚款')).toEqual(['100000元', '20000元', '20000元以上100000元以下'])
    expect(figuresIn('处十日以上十五日以下拘留').has('15日以下')).toBe(false)
    expect(figuresIn('处五日以下拘留').has('5日以下')).toBe(true)
  })

  test('digits, wide digits and 万 read the same', () => {
    for (const text of ['5000元以上2万元以下', '５０００元以上２００００元以下', '五千元以上二万元以下'])
      expect(figuresIn(text).has(between({ min: 5000, max: 20_000 }, '元'))).toBe(true)
  })

  test('multiples are written as times, as a percentage or as 等值', () => {
    expect(figuresIn('货值金额等值以上三倍以下').has(between({ min: 1, max: 3 }, '倍'))).toBe(true)
    expect(figuresIn('百分之五十以上三倍以下').has(between({ min: 0.5, max: 3 }, '倍'))).toBe(true)
    expect(figuresIn('上一年年收入30%').has(exactly(0.3, '倍'))).toBe(true)
    expect(figuresIn('上一年年收入百分之六十至百分之一百的罚款').has(between({ min: 0.6, max: 1 }, '倍'))).toBe(true)
    expect(figuresIn('上一年年收入40%至80%的罚款').has(between({ min: 0.4, max: 0.8 }, '倍'))).toBe(true)
    expect(figuresIn('三至五倍').has(between({ min: 3, max: 5 }, '倍'))).toBe(true)
  })

  test('a number is not found inside a larger one', () => {
    expect(figuresIn('一千二百元').has('200元')).toBe(false)
    expect(figuresIn('1200元').has('200元')).toBe(false)
    expect(figuresIn('二十五日').has('5日')).toBe(false)
  })

  test('years also count in months, ages do not', () => {
    expect(figuresIn('二年内未被发现').has('24个月')).toBe(true)
    expect(of('已满十四周岁不满十八周岁')).toEqual(['14周岁', '18周岁'])
    expect(figuresIn('最长不超过二十日').has('20日以下')).toBe(true)
  })
})

const statute = [
  '# 示例法',
  '## 第一章 总则',
  '第一条 甲。',
  '乙，处二百元以下罚款。',
  '第二条 有下列行为之一的，处五百元以下罚款：',
  '（一）丙；',
  '（二）丁。',
  '第二条之一 戊。',
  '第三条 己，处五日以下拘留。',
  '庚，依照前款的规定处罚。',
  '第四条 逾期的，依照第一条处罚。',
].join('\n\n')

describe('articles', () => {
  const articles = articlesOf(statute)

  test('have paragraphs and items, and 之一 stands apart', () => {
    expect([...articles.keys()]).toEqual(['1', '2', '2之1', '3', '4'])
    expect(articles.get('1')?.paragraphs.map((paragraph) => paragraph.text)).toEqual(['甲。', '乙，处二百元以下罚款。'])
    expect([...(articles.get('2')?.paragraphs[0]?.items.keys() ?? [])]).toEqual(['1', '2'])
  })

  test.each([
    ['1(2)', []],
    ['2(2)', []],
    ['2(1)(2)', []],
    ['1-3', []],
    ['1,3', []],
    ['1(3)', ['1(3)']],
    ['2(3)', ['2(3)']],
    ['2(1)(9)', ['2(1)(9)']],
    ['3-6', ['5', '6']],
  ])('of %s are missing %j', (reference, missing) => {
    expect(placesIn(articles, reference).missing).toEqual(missing)
  })

  test('a paragraph refers to the one before it', () => {
    const article = articles.get('3')
    if (!article?.paragraphs[1]) throw new Error('no article 3(2)')
    expect(referredTo(article, article.paragraphs[1])).toEqual([article.paragraphs[0]])
  })
})

describe('verification', () => {
  const place = (article: string, ...figures: string[]): CheckedPlace => ({ name: `norm x/${article}`, at: [{ source: 'x@1', article }], figures })
  const texts = { 'x@1': { title: '示例法', promulgatedOn: '2020-01-01', text: statute } }
  const problems = (places: readonly CheckedPlace[], also = {}) => verifyPlaces(places, texts, also).problems

  test('finds the figures in the paragraph cited, or in the one it refers to', () => {
    expect(problems([place('1(2)', '200元以下'), place('2', '500元以下'), place('3(2)', '5日以下')])).toEqual([])
  })

  test('names a figure that stands elsewhere, an article that is not there and a text that is not named', () => {
    expect(problems([place('1(1)', '200元以下')])).toEqual(['norm x/1(1)：x@1 第一条(1)里没有 200元以下'])
    expect(problems([place('9')])).toEqual(['norm x/9：x@1 的文本里没有第九条'])
    expect(problems([{ name: 'norm y/1', at: [{ source: 'y@1', article: '1' }], figures: [] }])).toEqual([
      'norm y/1：没有 y@1 的文本，先在 sources.json 里写明对应哪个文件',
    ])
    expect(problems([{ name: 'norm y/1', at: [], figures: [] }])).toEqual(['norm y/1：没有读过的版本可以核对'])
  })

  test('compares the number of the article with its Chinese title', () => {
    const titled = (article: string, title: string): CheckedPlace => ({ name: 'n', at: [{ source: 'x@1', article, title }], figures: [] })
    expect(problems([titled('2(2)', '第二条第（二）项')])).toEqual([])
    expect(problems([titled('2(2)', '第二条第（一）项')])).toEqual(['n：条款写作“第二条第（一）项”，与 2(2) 不一致'])
  })

  test('takes a figure from another article only where that is said', () => {
    const fourth = place('4', '200元以下')
    expect(problems([fourth])).toHaveLength(1)
    expect(problems([fourth], { 'norm x/4': [{ article: '1', reason: '依照第一条处罚' }] })).toEqual([])
  })

  test('finds the amount in the paragraph that says what follows from the items', () => {
    const text = '第一条 有下列行为之一的，处以罚款：\n\n（一）甲；\n\n（二）乙。\n\n单位有前款第一项行为的，处五万元以下的罚款。'
    const at = [{ source: 'x@1', article: '1(1)(1)' }]
    expect(verifyPlaces([{ name: 'n', at, figures: ['50000元以下'] }], { 'x@1': { title: '示例法', promulgatedOn: null, text } }, {}).problems).toEqual([])
  })

  test('takes a computed figure only where it is said what it is computed from', () => {
    const half = place('1(2)', '100元以下')
    expect(problems([half])).toHaveLength(1)
    expect(verifyPlaces([half], texts, {}, { 'norm x/1(2)': { '100元以下': { from: '200元以下', reason: '一半' } } }).problems).toEqual([])
  })

  test('a committed result proves the places it was made of, and no others', () => {
    const places = [place('1(2)', '200元以下'), place('2', '500元以下')]
    const { result } = verifyPlaces(places, texts, {})
    expect(differences(places, result, {})).toEqual([])
    expect(differences([place('1(2)', '300元以下'), place('3')], result, {})).toEqual([
      'norm x/1(2)：现在是 300元以下，核对时是 200元以下',
      'norm x/3：没有核对过',
      'norm x/2：规则包里已经没有',
    ])
    const unproved = [place('1(1)', '200元以下')]
    expect(differences(unproved, verifyPlaces(unproved, texts, {}).result, {})).toEqual(['norm x/1(1)：原文里没有找到 200元以下'])
  })
})
