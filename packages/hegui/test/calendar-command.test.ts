/** `hegui calendar`: what is listed, in which form, and what is said of bad input. */
import { describe, expect, test } from 'vitest'
import { type CalendarArguments, calendarCommand } from '../src/commands/calendar.js'
import { type Captured, captured, withFiles } from './captured.js'

const run = (args: Partial<CalendarArguments>): Promise<Captured> =>
  captured((output) => calendarCommand({ plan: 'changjianglu-2016', format: 'text', packs: [], language: 'zh', ...args }, output))
const json = async (args: Partial<CalendarArguments>): Promise<Record<string, never[]>> => JSON.parse((await run({ ...args, format: 'json' })).out)

describe('the calendar of a plan', () => {
  test('covers the plan where no days are asked for', async () => {
    const { code, out, err } = await run({})
    expect([code, err]).toEqual([0, ''])
    const at = (text: string): number => out.indexOf(text)
    const order = ['2016-12-26 至 2017-02-17', '\n阶段\n', '\n重点时段\n', '\n到期的职责', '2017-01-04 12:00　每周报送行动情况汇总表', '\n没有日子的职责\n']
    expect(order.map(at)).toEqual([...order.map(at)].sort((a, b) => a - b))
    expect(order.map(at)).not.toContain(-1)
    expect(out).toContain('· 发现问题随即报告主管部门（社区居民委员会、村民委员会、网格员）　[发现就做]')
    expect(out).not.toContain('放假')
  })

  test('in JSON gives the days, with the instant and the key of each duty', async () => {
    const { duties, stages, focus } = await json({ from: '2017-01-01', to: '2017-01-10' })
    expect(stages).toEqual([
      { stage: 'mobilisation', title: '动员部署', from: '2016-12-26', to: '2017-01-06' },
      { stage: 'enforcement', title: '组织实施', from: '2017-01-07', to: '2017-02-14' },
    ])
    expect(focus).toMatchObject([{ focus: 'key-areas', from: '2016-12-26', to: '2017-02-17', intensity: 'normal' }])
    expect(duties?.map(({ duty, key, instant }) => [duty, key, instant])).toEqual([
      ['weekly-summary-table', '2017-01-04', '2017-01-04T12:00:00+08:00'],
      ['submit-work-plan', 'once', undefined],
      ['mobilise', 'once', undefined],
      ['set-up-working-body', 'once', undefined],
      ['sign-target-letters', 'once', undefined],
    ])
  })

  test('lists the days off when asked, and how far they are known', async () => {
    const { daysOff } = await json({ daysOff: true })
    expect(daysOff).toMatchObject({
      holidays: [
        { name: '元旦', from: '2017-01-01', to: '2017-01-02' },
        { name: '春节', from: '2017-01-27', to: '2017-02-02' },
      ],
      makeUpWorkdays: ['2017-01-22', '2017-02-04'],
    })
    expect((await run({ daysOff: true })).out).toContain('调休上班：2017-01-22、2017-02-04')
  })

  test('shows days that the text leaves open as what they are', async () => {
    const { out } = await run({ plan: 'urban-order-2019', from: '2019-10-01', to: '2019-10-31' })
    expect(out).toContain('起止不确定（10月上旬：2019-10-01至2019-10-10中的一天；12月底：2019-12-21至2019-12-31中的一天）')
    expect(out).toContain('2019-10-30　报送进展情况和战果数据　[不一定要做]')
    expect(out).toContain('      要问：第一次是哪一天？')
  })

  test('a weekly duty of one stage is not listed after it', async () => {
    const { duties } = await json({ plan: 'urban-order-2019', from: '2019-10-11', to: '2019-12-31' })
    expect(duties?.filter(({ duty }) => duty === 'weekly-action')).toEqual([])
    expect(duties?.filter(({ duty }) => duty === 'weekly-emphasis')).toHaveLength(13)
  })

  test('speaks English when asked', async () => {
    const { out } = await run({ language: 'en', from: '2017-01-04', to: '2017-01-04' })
    expect(out).toContain('Duties falling due (the last day on time)\n  2017-01-04 12:00  每周报送行动情况汇总表\n      Responsible unit → Subdistrict office')
  })

  test('is the same on every host', async () => {
    const zone = process.env['TZ']
    try {
      const texts = []
      for (const host of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
        process.env['TZ'] = host
        for (const format of ['text', 'json', 'ics'] as const) texts.push((await run({ format, daysOff: true })).out)
      }
      expect(new Set(texts).size).toBe(3)
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})

describe('what cannot be listed', () => {
  test.each<[string, Partial<CalendarArguments>, string, string]>([
    ['an unknown plan', { plan: 'changjianglu-2017' }, 'HG8002', '是不是 “changjianglu-2016”？'],
    ['days the wrong way round', { from: '2017-02-01', to: '2017-01-01' }, 'HG6014', '2017-02-01 在止 2017-01-01 之后'],
    ['days after the plan', { from: '2018-01-01', to: '2018-12-31' }, 'HG6015', '（2016-12-26 至 2017-02-17）'],
    ['a first day after the plan', { from: '2018-01-01' }, 'HG6015', '2018-01-01'],
    ['days before the plan', { to: '2015-12-31' }, 'HG6015', '2015-12-31'],
    ['a plan without a first day', { plan: 'urban-order-2019' }, 'HG6016', '--from'],
  ])('%s', async (_, args, code, says) => {
    const { code: exit, out, err } = await run(args)
    expect([exit, out]).toEqual([1, ''])
    expect(err).toContain(code)
    expect(err).toContain(says)
    expect(JSON.parse((await run({ ...args, format: 'json' })).err)).toMatchObject({ code, severity: 'error' })
  })
})

describe('years before the table of festivals', () => {
  const plan = {
    id: 'old-plan',
    kind: 'plan',
    title: '某镇多年整治方案（虚构）',
    shortTitle: '某镇方案',
    englishTitle: 'Township plan over many years (fictitious)',
    issuer: '某镇人民政府',
    region: '500241',
    issuedOn: null,
    inForce: { from: null, to: '2010-12-31' },
    legalForce: 'normative-document',
    clauses: [{ id: '1', kinds: ['C'], title: '春节前后', encodings: [{ as: 'focus', id: 'new-year' }] }],
    measures: [],
    stages: [],
    focus: [
      {
        id: 'new-year',
        title: '春节前后',
        window: { kind: 'festival', year: 'every-year', from: { festival: 'little-new-year-north' }, to: { festival: 'lantern-festival' } },
        themes: ['零售点'],
      },
    ],
    duties: [{ id: 'report', title: '报送情况', by: ['township-government'], recurrence: { every: 'year', times: 1 } }],
    targets: [],
    accountability: [],
    roles: [],
  }
  const listed = (args: Partial<CalendarArguments>) =>
    withFiles({ 'plans/old-plan.json': JSON.stringify(plan) }, (path) =>
      captured((output) =>
        calendarCommand({ plan: 'old-plan', format: 'text', packs: [path('plans')], language: 'zh', from: '1998-01-01', to: '2001-12-31', ...args }, output),
      ),
    )

  test('are a problem each, and everything else is listed', async () => {
    const { code, out, err } = await listed({})
    expect(code).toBe(1)
    expect(err.match(/HG4025 节日表里没有 (\d{4}) 年/g)).toHaveLength(2)
    expect(err).toContain('1999 年的 “little-new-year-north”')
    expect(out).toContain('2001-01-17 至 2001-02-07　春节前后：零售点')
    expect(out).toContain('节日表里没有的\n  · new-year：little-new-year-north 1998')
    expect(out.match(/报送情况/g)).toHaveLength(4)
  })

  test('are written in the description of the .ics file too', async () => {
    const { out } = await listed({ format: 'ics' })
    expect(out.replaceAll('\r\n ', '')).toContain('节日表里没有的：new-year little-new-year-north 1999')
  })
})
