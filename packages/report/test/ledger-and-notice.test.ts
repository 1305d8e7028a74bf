import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { ledgerHtml, ledgerMarkdown, ledgerTable, violationNoticeHtml, violationNoticeMarkdown } from '../src/index.js'
import { assessment, record } from './assessments.js'

const entry = { record: record(), assessment: assessment() }
const clean = { record: record({ id: 'R-0', outcomes: undefined, sites: [] }), assessment: assessment({ findings: [], measures: [], actions: [] }) }

describe('the ledger', () => {
  test('reads back as a sheet with days as days', async () => {
    const [headers, first, second] = await readSheet(Buffer.from(await ledgerTable([entry, clean])), '台账')
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    expect(headers).toEqual(['记录编号', '检查日', '地点', '发现的问题', '结论', '措施建议', '最早的期限', '各项期限', '处理结果'])
    expect(first).toEqual(['R-0', day('2023-01-04'), '山东省（370211）', null, '没有发现', null, null, null, '没有记录处理结果'])
    expect(second).toEqual([
      'R-1',
      day('2023-01-04'),
      '山东省（370211） 后院库房',
      '非法储存；在禁放区燃放（不符合方案要求）',
      '违法成立；待查 1 条',
      '罚款（待定）；内部通报；拘留',
      day('2023-01-12'),
      '处罚前告知 2023-01-20；解除扣押 2023-01-12（待定）；作出决定 立案起九十日',
      '罚款 3000元 2023-02-01；拘留 2人',
    ])
  })

  test('is the same whatever order the records come in', async () => {
    expect(Buffer.from(await ledgerTable([clean, entry])).equals(Buffer.from(await ledgerTable([entry, clean])))).toBe(true)
    expect(ledgerMarkdown([clean, entry])).toBe(ledgerMarkdown([entry, clean]))
  })

  test('as Markdown', async () => {
    await expect(ledgerMarkdown([entry, clean])).toMatchFileSnapshot('goldens/ledger.md')
  })

  test('keeps a hostile record id and title on its row and without effect', async () => {
    const hostile = { ...entry, record: record({ id: '=cmd|\n<script>x</script>\u202E' }) }
    const [, row] = await readSheet(Buffer.from(await ledgerTable([hostile])), '台账')
    expect(row?.[0]).toBe('=cmd| <script>x</script>')
    expect(ledgerHtml([hostile])).not.toContain('<script')
    expect(ledgerMarkdown([hostile]).trimEnd().split('\n')).toHaveLength(5)
    expect(ledgerMarkdown([hostile])).toContain('| \\=cmd\\| &lt;script&gt;')
  })
})

describe('the notice', () => {
  const markdown = violationNoticeMarkdown(assessment(), record())
  /** The part of one party. */
  const sectionOf = (name: string): string => markdown.split(/^## /m).find((part) => part.includes(name)) ?? ''

  test('goldens', async () => {
    await expect(markdown).toMatchFileSnapshot('goldens/notice.md')
    await expect(violationNoticeHtml(assessment(), record())).toMatchFileSnapshot('goldens/notice.html')
    await expect(violationNoticeMarkdown(assessment(), record(), { language: 'en' })).toMatchFileSnapshot('goldens/notice.en.md')
  })

  test('says first that it is a draft without effect', () => {
    expect(markdown.split('\n')[0]).toContain('草稿')
    expect(markdown.split('\n')[2]).toContain('没有法律效力')
  })

  test('tells each party only what concerns it', () => {
    expect(sectionOf('甲商店')).toContain('非法储存')
    expect(sectionOf('甲商店')).not.toContain('在禁放区燃放')
    expect(sectionOf('当事人：person')).toContain('在禁放区燃放')
  })

  test('names articles with their edition, and says which were not read in it', () => {
    expect(sectionOf('甲商店')).toContain('fireworks-regulation 3（rev-2016）')
    expect(sectionOf('甲商店')).toContain('fireworks-regulation 36\\(1\\)（rev-2016、当日版本未读，条号取自其他版本）')
  })

  test('says of what only the plan demands that no penalty can rest on it', () => {
    expect(sectionOf('当事人：person')).toContain('不能据以处罚')
  })

  test('leaves out what is not proposed, what is internal, and what can no longer hold', () => {
    for (const title of ['没有依据的罚款', '内部通报', '不可能成立的']) expect(markdown).not.toContain(title)
    expect(markdown).toContain('20000 – 100000元')
    expect(markdown).toContain('不超过 15日')
  })

  test('says on whom a measure falls, that options exclude each other, and what it waits for', () => {
    expect(markdown).toContain('拘留 不超过 15日 \\[确定、应当、择一 B\\] 对直接负责的主管人员和其他直接责任人员')
    expect(markdown).toContain('取决于：goods.weightKg、是否移送还没有定。')
  })

  test('lists what is open: facts missing, circumstances, decisions left', () => {
    for (const open of ['超量存放：goods.weightKg', '轻微并及时改正', '是否移送还没有定。']) expect(sectionOf('甲商店')).toContain(open)
  })

  test('gives rights only where the assessment carries them', () => {
    expect(sectionOf('甲商店')).toContain('可以举证没有主观过错（penalties-law 45（rev-2021））')
    expect(sectionOf('甲商店')).toContain('处罚前告知；截止 2023-01-20')
    expect(sectionOf('当事人：person')).toContain('研判里没有告知权利的内容')
  })

  test('of a record without violations says that there is nothing to notify', () => {
    expect(violationNoticeMarkdown(assessment({ findings: [] }), record())).toContain('没有违法成立的认定')
  })
})
