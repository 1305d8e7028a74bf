import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appraisalHtml, appraisalMarkdown, appraisalText, dutyOverviewHtml, dutyOverviewMarkdown } from '../src/index.js'
import { deadLinks, doubledIds } from './anchors.js'
import { appraisal, duty, statistic, target } from './appraisals.js'

const other = appraisal({
  unit: { id: 'community-b', title: '乙社区', organ: 'community', region: '370211' },
  duties: [duty({ state: 'missing', made: 0, submissions: [] })],
})

test.each(['zh', 'en'] as const)('the lines for a terminal, %s', async (language) => {
  await expect(appraisalText(appraisal(), { language })).toMatchFileSnapshot(`goldens/appraisal.${language}.txt`)
})

describe('goldens', () => {
  test.each([
    ['appraisal.html', () => appraisalHtml(appraisal())],
    ['appraisal.md', () => appraisalMarkdown(appraisal())],
    ['appraisal.en.md', () => appraisalMarkdown(appraisal(), { language: 'en' })],
    ['two-units.html', () => appraisalHtml([appraisal(), other])],
    ['duties.html', () => dutyOverviewHtml(appraisal())],
    ['duties.md', () => dutyOverviewMarkdown(appraisal())],
  ])('%s', async (name, write) => {
    const page = write()
    expect(deadLinks(page)).toEqual([])
    await expect(page).toMatchFileSnapshot(`goldens/${name}`)
  })
})

const hostile = [
  '<script>alert(1)</script>',
  'a|b',
  'line\nbreak\r\n# x',
  '\u202Eturned',
  '"><img src=x onerror=y>',
  '](javascript:x)',
  'http://x.example',
  '&lt;b',
  '- item',
  "' onload='x",
  '\\|',
]
const foreign = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }))
const count = fc.integer({ min: 0, max: 50 })
const value = fc.oneof(
  fc.constant(null),
  fc.record({ min: count, more: fc.option(count) }).map(({ min, more }) => ({ min, max: more === null ? null : min + more })),
)
const evidence = fc.record({ records: fc.uniqueArray(foreign, { maxLength: 4 }), more: fc.nat(3) })
const duties = fc.array(
  fc
    .record({
      title: foreign,
      reason: foreign,
      made: count,
      state: fc.constantFrom('met' as const, 'late' as const, 'missing' as const, 'undetermined' as const),
      flags: fc.array(foreign, { maxLength: 2 }),
    })
    .map(duty),
  { maxLength: 4 },
)
const targets = fc.array(fc.record({ title: foreign, value, evidence, reason: foreign, figures: fc.constant(['air-quality']) }).map(target), { maxLength: 3 })
const statistics = fc.array(
  fc.record({ title: foreign, unit: fc.option(foreign), value, reported: value, formula: fc.option(foreign), evidence }).map(statistic),
  { maxLength: 4 },
)
const appraisals = fc
  .record({ title: foreign, records: count, duties, targets, statistics })
  .map(({ title, ...rest }) => appraisal({ ...rest, unit: { id: 'u', title, organ: 'community', region: '370211' } }))
const runs = { numRuns: 60 }

describe('any appraisal', () => {
  test('shows no figure without an anchor that exists, and no anchor twice', () => {
    fc.assert(
      fc.property(fc.array(appraisals, { minLength: 1, maxLength: 3 }), (several) => {
        const html = appraisalHtml(several)
        expect(deadLinks(html)).toEqual([])
        expect(doubledIds(html)).toEqual([])
        expect(deadLinks(appraisalMarkdown(several))).toEqual([])
      }),
      runs,
    )
  })

  test('cites each figure once, the made of every duty and the value of every target and statistic among them', () => {
    fc.assert(
      fc.property(appraisals, (each) => {
        const html = appraisalHtml(each)
        const linked = (text: string): number => html.split(`">${text}</a>`).length - 1
        for (const { made, needed } of each.duties) expect(linked(`${made}/${needed}`)).toBeGreaterThan(0)
        const groups = 4 + new Set(each.duties.map((one) => one.duty)).size
        const values = each.targets.length + each.statistics.length + each.statistics.filter(({ reported }) => reported !== null).length
        const cited = html.split(' id="u1-cited-').length - 1
        expect(cited).toBeGreaterThanOrEqual(each.duties.length + values + each.accountability.length)
        expect(cited).toBeLessThanOrEqual(each.duties.length + values + each.accountability.length + groups * 7)
        // Cells of figures hold a link or nothing: a bare number in a cell would be one nobody can follow.
        expect(html.split('<h2 id="u1-sources">')[0]).not.toMatch(/<td>\d+(?:\/\d+)?<\/td>/)
      }),
      runs,
    )
  })

  test('cannot become markup, a script, a resource from elsewhere or a turned line', () => {
    const allowed = 'html|head|meta|title|style|body|main|h1|h2|h3|p|dl|dt|dd|table|thead|tbody|tr|th|td|caption|ul|li|span|a|br|figure|svg|desc|rect|text'
    const foreignTag = new RegExp(`<(?!/?(?:${allowed})[ >])(?!!doctype html>)`)
    fc.assert(
      fc.property(appraisals, (each) => {
        const html = appraisalHtml(each)
        expect(foreignTag.exec(html)).toBeNull()
        expect(html).not.toMatch(/<[^>]* (?:src|on\w+)=/)
        expect(html).not.toMatch(/href="(?!#)/)
        expect(html).not.toMatch(/[\p{Bidi_Control}\u2028\u2029]/u)
      }),
      runs,
    )
  })

  test('keeps every Markdown table row on one line with as many cells as its head', () => {
    fc.assert(
      fc.property(appraisals, (each) => {
        const cells = (line: string): number => line.replace(/\\./g, '').split('|').length
        let head: string | undefined
        for (const line of appraisalMarkdown(each).split('\n')) {
          if (!line.startsWith('|')) head = undefined
          else if (head === undefined) head = line
          else expect(cells(line), line).toBe(cells(head))
        }
      }),
      runs,
    )
  })
})

describe('a page', () => {
  test('leads from a figure to its records, and from a record back to the figure', () => {
    const lines = appraisalHtml(appraisal()).split('\n')
    const rowOf = (id: string | undefined): string => lines.find((line) => line.startsWith(`<tr id="${id}">`)) ?? ''
    const [, entry] = /<a href="#([^"]*)">12000<\/a>/.exec(lines.join('\n')) ?? []
    expect(rowOf(entry)).toContain('另有 3 份')
    const [, record] = /<a href="#([^"]*)">R-1<\/a>/.exec(rowOf(entry)) ?? []
    expect(rowOf(record)).toContain(`<a href="#${entry}">罚款</a>`)
  })

  test('never shows a lower bound or a range as one number', () => {
    const markdown = appraisalMarkdown(appraisal())
    expect(markdown).toContain('[40 以上（下限）]')
    expect(markdown).toContain('[3 至 5]')
  })

  test('is for print: A4, in Chinese or English, with charts that tell what they show', () => {
    const html = appraisalHtml(appraisal())
    expect(html).toContain('<html lang="zh-CN">')
    expect(html).toContain('@page { size: A4')
    expect(html).toContain('role="img" aria-labelledby="u1-by-stage-title u1-by-stage-desc"')
    expect(html).toContain('<desc id="u1-by-stage-desc">部署 按时 1 ')
    expect(appraisalHtml(appraisal(), { language: 'en' })).toContain('<html lang="en">')
  })

  test('puts units beside each other only where there are several', () => {
    expect(appraisalHtml(appraisal())).not.toContain('按单位')
    expect(appraisalHtml([appraisal(), other])).toContain('<a href="#u2-unit">')
  })
})
