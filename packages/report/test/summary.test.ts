import { type Aggregate, aggregateSchema, type SummaryColumn } from '@hegui/model'
import readExcelFile, { readSheet } from 'read-excel-file/node'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { aggregateTable, summaryTable } from '../src/index.js'
import { appraisal, statistic } from './appraisals.js'

const rowsOf = (bytes: Uint8Array, sheet: string) => readSheet(Buffer.from(bytes), sheet)
const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('the summary table, read back', () => {
  test('has typed cells under Chinese headers, and says that its columns are a default', async () => {
    const bytes = await summaryTable([appraisal()])
    const [flag, headers = [], first = []] = await rowsOf(bytes, '汇总表')
    expect(flag?.[0]).toBe('附件不在原文内，栏目为默认，可配置')
    const under = (title: string) => [first[headers.indexOf(title)], first[headers.indexOf(title) + 1]]
    expect(headers.slice(0, 5)).toEqual(['单位', '起', '止', '记录份数', '下限'])
    expect(first.slice(0, 5)).toEqual(['甲社区', day('2016-12-26'), day('2017-02-16'), 5, null])
    expect(under('罚款（元）')).toEqual([12_000, null])
    expect(under('没收烟花爆竹（箱）')).toEqual([40, '下限'])
    expect(under('检查场所（处）')).toEqual([3, '下限，至多 5'])
    expect(under('全国事故（起）')).toEqual([null, '没有算出'])
    expect(under('职责（按时）')).toEqual([1, null])
    expect(under('追责（成立）')).toEqual([1, null])
  })

  test('lists for every figure the records behind it', async () => {
    const bytes = await summaryTable([appraisal()])
    const sources = await rowsOf(bytes, '出处')
    const of = (column: string) => sources.filter((row) => row[2] === column).map((row) => row.slice(3))
    expect(of('罚款（元）')).toEqual([
      ['12000', '记录', 'R-1'],
      ['12000', '记录', 'R-2'],
      ['12000', '记录', '另有 3 份'],
    ])
    expect(of('职责（按时）')).toEqual([['1', '报送', 'report-1']])
    expect(of('全国事故（起）')).toEqual([['没有算出', null, '没有涉及的记录']])
  })

  test('keeps text that looks like a formula as text', async () => {
    const titles = ['=1+1', '+cmd', '-2', '@SUM(A1)', '=HYPERLINK("http://x")']
    const rows = titles.map((title) => appraisal({ unit: { id: 'u', title, organ: 'community', region: '370211' } }))
    const columns: SummaryColumn[] = [
      { id: 'a', title: '=2+2', type: 'text', source: 'unit/title' },
      { id: 'b', title: '链接', type: 'link', source: 'unit/title' },
    ]
    const [, headers, ...read] = await rowsOf(await summaryTable(rows, { columns }), '汇总表')
    expect(headers?.[0]).toBe('=2+2')
    expect(read).toEqual(titles.map((title) => [title, title]))
  })

  test('says what a column of the user does not find, and what is no number', async () => {
    const columns: SummaryColumn[] = [
      { id: 'a', title: '甲', type: 'number', source: 'statistics/nothing/value' },
      { id: 'b', title: '乙', type: 'number', source: 'unit/title' },
      { id: 'c', title: '丙', type: 'number', source: '__proto__/x' },
      { id: 'd', title: '丁', type: 'date', source: 'unit/title' },
      { id: 'e', title: '戊', type: 'text', source: 'duties/weekly-report@2017-01-11/state' },
      { id: 'f', title: '己', type: 'text', source: 'statistics/cartons/value' },
    ]
    const [, , row] = await rowsOf(await summaryTable([appraisal()], { columns }), '汇总表')
    expect(row).toEqual([null, '没有这一栏的数据', '甲社区', '不是数', null, '没有这一栏的数据', '甲社区', 'upcoming', '40 以上（下限）'])
  })

  test('takes an aggregate, whose open terms are lower bounds', async () => {
    const aggregate: Aggregate = aggregateSchema.parse({
      schema: 'hegui/aggregate@1',
      plan: 'changjianglu-2016',
      packs: [],
      sources: [{ id: 's', records: 2, hash: 'h' }],
      formulas: ['f1', 'f2', 'f3'],
      traces: { listed: [], more: 0 },
      cells: [
        { formula: 'f1', region: '370211', day: '2017-01-04', min: 2, possible: 0, unbounded: 0, evidence: { records: ['R-1'], more: 0 } },
        { formula: 'f2', region: null, day: null, min: 2, possible: 1, unbounded: 0, evidence: { records: ['R-1'], more: 0 } },
        { formula: 'f3', region: null, day: null, min: 2, possible: 1, unbounded: 1, evidence: { records: ['R-1'], more: 0 } },
      ],
    })
    const [, , ...read] = await rowsOf(await aggregateTable(aggregate), '汇总表')
    expect(read).toEqual([
      ['f1', '370211', day('2017-01-04'), 2, null],
      ['f2', null, null, 2, '下限，至多 3'],
      ['f3', null, null, 2, '下限'],
    ])
  })

  test('stands in English on demand, with the titles of the data as they are', async () => {
    const sheets = await readExcelFile(Buffer.from(await summaryTable([appraisal()], { language: 'en' })))
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Summary table', 'Sources'])
    expect(sheets[0]?.data[1]).toContain('罚款 (元)')
  })
})

describe('the same input', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  test('gives the same bytes at any time, in any zone', async () => {
    const at = async (now: string, zone: string) => {
      vi.stubEnv('TZ', zone)
      vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
      return Buffer.from(await summaryTable([appraisal()])).toString('base64')
    }
    const first = await at('2020-02-02T03:04:06Z', 'UTC')
    expect(await at('2031-12-31T23:59:58Z', 'Asia/Shanghai')).toBe(first)
    expect(await at('2031-12-31T23:59:58Z', 'America/Los_Angeles')).toBe(first)
  })

  test('gives other bytes for other figures', async () => {
    const one = await summaryTable([appraisal()])
    const other = await summaryTable([appraisal({ statistics: [statistic({ value: { min: 1, max: 1 } })] })])
    expect(Buffer.from(other).equals(Buffer.from(one))).toBe(false)
  })
})
