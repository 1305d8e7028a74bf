import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { pageDocx } from './docx.js'
import { cell, type Page, say } from './page.js'

const page: Page = {
  language: 'zh',
  title: '比较 <&>',
  colon: '：',
  blocks: [
    { kind: 'heading', level: 2, text: '一、结论' },
    { kind: 'paragraph', line: [...say('更严'), ...say('请看', 'bad')] },
    { kind: 'facts', facts: [{ label: '依据', line: say('第三条') }] },
    {
      kind: 'table',
      caption: '汇总',
      columns: ['规则', '结论'],
      rows: [{ cells: [[say('甲'), say('乙')], []] }],
    },
    { kind: 'list', items: [{ line: say('反例 1'), nested: [say('行为发生在 2023-06-30')] }] },
    { kind: 'chart', svg: '<svg/>' },
  ],
}

async function partsOf(given: Page): Promise<(name: string) => string> {
  const parts = unzipSync(await pageDocx(given))
  return (name) => strFromU8(parts[name] ?? new Uint8Array())
}
/** The paragraphs of the document, each with the text of its runs, and what they look like. */
const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:p\/>|<w:p[ >].*?<\/w:p>/g)].map(([whole]) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(whole)?.[1]
    const level = /<w:ilvl w:val="(\d)"/.exec(whole)?.[1]
    const text = [...whole.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/g)].map(([, each]) => each).join('')
    return [style, level, text].filter((each) => each !== undefined).join('|')
  })

describe('a page as a Word file', () => {
  test('says everything that the page says, in its order; a cell without lines is a cell', async () => {
    const xml = (await partsOf(page))('word/document.xml')
    expect(paragraphs(xml)).toEqual([
      'Title|比较 &lt;&amp;&gt;',
      'Heading1|一、结论',
      '更严 请看',
      '依据： 第三条',
      '汇总',
      '规则',
      '结论',
      '甲',
      '乙',
      '',
      'ListParagraph|0|反例 1',
      'ListParagraph|1|行为发生在 2023-06-30',
    ])
    expect(xml.match(/<w:tc>/g)).toHaveLength(4)
    expect(xml).toContain('<w:tblHeader/>')
    expect(xml).toContain('w:w="11906" w:h="16838"')
  })

  test('is turned where the page is', async () => {
    expect((await partsOf({ ...page, landscape: true }))('word/document.xml')).toContain('w:w="16838" w:h="11906" w:orient="landscape"')
  })

  test('holds no character that XML cannot hold, nor one that turns the direction of writing', async () => {
    const xml = (await partsOf({ ...page, blocks: [{ kind: 'list', items: [{ line: say('甲\u0000\uFFFF\u202E乙') }] }] }))('word/document.xml')
    expect(paragraphs(xml).at(-1)).toBe('ListParagraph|0|甲   乙')
  })

  test('has the same bytes at any time', async () => {
    const first = await pageDocx({ ...page, blocks: [...page.blocks, { kind: 'table', caption: '', columns: ['空'], rows: [{ cells: [cell('')] }] }] })
    vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] })
    try {
      const again = await pageDocx({ ...page, blocks: [...page.blocks, { kind: 'table', caption: '', columns: ['空'], rows: [{ cells: [cell('')] }] }] })
      expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})
