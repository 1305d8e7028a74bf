/** What is done and when → the state of a step and the day it is due: each limit on its day before, its day and its day after. */
import type { StepState } from '@hegui/model'
import { describe, expect, test } from 'vitest'
import { type Given, statusFor, stepIn } from './support/cases.js'

type Row = readonly [asOf: string, state: StepState]
interface Limit {
  readonly name: string
  readonly given: Given
  readonly step: string
  readonly due: string | undefined
  readonly rows: readonly Row[]
}

const ordinary = (steps: string, facts: Given['facts'] = {}): Given => ({ procedure: 'administrative-ordinary', steps, facts })
const execution = (steps: string, facts: Given['facts'] = {}, excluded?: Given['excluded']): Given => ({
  procedure: 'penalty-execution',
  steps,
  facts: { 'case.penaltyKinds': ['fine'], 'case.fineYuan': 1000, ...facts },
  ...(excluded === undefined ? {} : { excluded }),
})
const seizure = (steps: string, urgent = false, excluded?: Given['excluded']): Given => ({
  procedure: 'seizure',
  steps,
  facts: { 'case.urgentSeizure': urgent },
  ...(excluded === undefined ? {} : { excluded }),
})
const transfer = (steps: string, facts: Given['facts'] = {}): Given => ({
  procedure: 'criminal-transfer',
  steps,
  facts: { 'case.referralApproved': true, ...facts },
})
const police = (steps: string, facts: Given['facts'] = {}, excluded?: Given['excluded']): Given => ({
  procedure: 'public-security',
  steps,
  facts: { 'case.penaltyKinds': ['detention'], 'case.hearingRequest': 'waived', ...facts },
  ...(excluded === undefined ? {} : { excluded }),
})

const filed = 'file-case 2024-03-01, investigate 2024-03-10, give-notice 2024-03-11'
const decided = `${filed}, decide 2024-05-06`
const heard = { 'case.penaltyKinds': ['suspension'] }
const offered = 'file-case 2024-01-10, investigate 2024-01-18, give-notice 2024-02-07, offer-hearing 2024-02-07'
const notified = 'file-case 2024-01-10, investigate 2024-01-18, give-notice 2024-02-20, offer-hearing 2024-02-20, notify-hearing 2024-03-01'
const published = `${filed}, decide 2024-05-06, publish-decision 2024-05-08, decision-overturned 2024-06-07`
const seized = 'approve-seizure 2024-04-01, carry-out-seizure 2024-04-02, deliver-seizure-decision 2024-04-02'
const reported = 'set-up-referral-team 2024-03-11, report-referral 2024-03-14'
const sent = `${reported}, decide-referral 2024-03-15T16:30, transfer-case 2024-03-16`
const told = `${sent}, police-notice-received 2024-03-18`
const accepted = 'file-police-case 2025-03-03, investigate-police 2025-03-05, notice-police 2025-03-06'
const filed2026 = 'file-police-case 2026-01-05, investigate-police 2026-01-06, notice-police 2026-01-07'

const limits: readonly Limit[] = [
  {
    name: '立案 90 日',
    given: ordinary(filed),
    step: 'decide',
    due: '2024-05-30',
    rows: [
      ['2024-05-29', 'ready'],
      ['2024-05-30', 'ready'],
      ['2024-05-31', 'overdue'],
    ],
  },
  {
    name: '送达 7 个工作日，经过劳动节',
    given: ordinary(`${decided}, announce-decision 2024-05-06`),
    step: 'serve-decision',
    due: '2024-05-14',
    rows: [
      ['2024-05-13', 'ready'],
      ['2024-05-14', 'ready'],
      ['2024-05-15', 'overdue'],
    ],
  },
  {
    name: '要求听证 5 个工作日，经过春节',
    given: ordinary(offered, heard),
    step: 'decide',
    due: '2024-04-09',
    rows: [
      ['2024-02-19', 'blocked'],
      ['2024-02-20', 'blocked'],
      ['2024-02-21', 'ready'],
    ],
  },
  {
    name: '明确放弃听证的不用等',
    given: ordinary(offered, { ...heard, 'case.hearingRequest': 'waived' }),
    step: 'decide',
    due: '2024-04-09',
    rows: [
      ['2024-02-07', 'ready'],
      ['2024-02-08', 'ready'],
    ],
  },
  {
    name: '听证 7 个工作日以前通知',
    given: ordinary(notified, { ...heard, 'case.hearingRequest': 'requested' }),
    step: 'hold-hearing',
    due: undefined,
    rows: [
      ['2024-03-11', 'blocked'],
      ['2024-03-12', 'blocked'],
      ['2024-03-13', 'ready'],
    ],
  },
  {
    name: '要求了听证，没有举行以前不得决定',
    given: ordinary(notified, { ...heard, 'case.hearingRequest': 'requested' }),
    step: 'decide',
    due: '2024-04-09',
    rows: [
      ['2024-03-13', 'blocked'],
      ['2024-04-10', 'overdue'],
    ],
  },
  {
    name: '举行听证以后可以决定',
    given: ordinary(`${notified}, hold-hearing 2024-03-13`, { ...heard, 'case.hearingRequest': 'requested' }),
    step: 'decide',
    due: '2024-04-09',
    rows: [['2024-03-13', 'ready']],
  },
  {
    name: '安全生产处罚 7 个工作日内公开',
    given: ordinary(decided, { 'case.workSafetyPenalty': true, 'case.seriousWorkSafetyViolation': false }),
    step: 'expose-work-safety-penalty',
    due: '2024-05-14',
    rows: [
      ['2024-05-13', 'ready'],
      ['2024-05-14', 'ready'],
      ['2024-05-15', 'overdue'],
    ],
  },
  {
    name: '撤回公开 3 个工作日，经过端午节',
    given: ordinary(published, { 'case.socialEffect': true }),
    step: 'withdraw-publication',
    due: '2024-06-13',
    rows: [
      ['2024-06-12', 'ready'],
      ['2024-06-13', 'ready'],
      ['2024-06-14', 'overdue'],
    ],
  },
  {
    name: '保存证据 7 个工作日，经过国庆节',
    given: { procedure: 'evidence-hold', steps: 'approve-evidence-hold 2024-09-27, hold-evidence 2024-09-27' },
    step: 'settle-evidence',
    due: '2024-10-12',
    rows: [
      ['2024-10-11', 'ready'],
      ['2024-10-12', 'ready'],
      ['2024-10-13', 'overdue'],
    ],
  },
  {
    name: '缴款 15 日',
    given: execution('decision-received 2024-06-03'),
    step: 'pay-fine',
    due: '2024-06-18',
    rows: [
      ['2024-06-17', 'ready'],
      ['2024-06-18', 'ready'],
      ['2024-06-19', 'overdue'],
    ],
  },
  {
    name: '缴款 15 日，中间暂缓 10 日',
    given: execution('decision-received 2024-06-03', {}, [{ from: '2024-06-10', to: '2024-06-19', why: 'deferral' }]),
    step: 'pay-fine',
    due: '2024-06-28',
    rows: [
      ['2024-06-28', 'ready'],
      ['2024-06-29', 'overdue'],
    ],
  },
  {
    name: '诉讼不停止执行',
    given: execution('decision-received 2024-06-03', {}, [{ from: '2024-06-10', to: '2024-06-19', why: 'review-or-litigation' }]),
    step: 'pay-fine',
    due: '2024-06-18',
    rows: [
      ['2024-06-18', 'ready'],
      ['2024-06-19', 'overdue'],
    ],
  },
  {
    name: '当场收缴 2 个工作日内交机关，经过清明节',
    given: execution('decision-received 2024-04-03, pay-fine 2024-04-03, collect-on-the-spot 2024-04-03'),
    step: 'hand-in-collected-fine',
    due: '2024-04-08',
    rows: [
      ['2024-04-07', 'ready'],
      ['2024-04-08', 'ready'],
      ['2024-04-09', 'overdue'],
    ],
  },
  {
    name: '机关 2 个工作日内缴付银行',
    given: execution('decision-received 2024-04-03, pay-fine 2024-04-03, collect-on-the-spot 2024-04-03, hand-in-collected-fine 2024-04-08'),
    step: 'deposit-collected-fine',
    due: '2024-04-10',
    rows: [
      ['2024-04-09', 'ready'],
      ['2024-04-10', 'ready'],
      ['2024-04-11', 'overdue'],
    ],
  },
  {
    name: '查封扣押 30 日',
    given: seizure(seized),
    step: 'settle-seizure',
    due: '2024-05-02',
    rows: [
      ['2024-05-01', 'ready'],
      ['2024-05-02', 'ready'],
      ['2024-05-03', 'overdue'],
    ],
  },
  {
    name: '查封扣押 30 日，最后一日延长 30 日',
    given: seizure(`${seized}, extend-seizure 2024-05-02`),
    step: 'settle-seizure',
    due: '2024-06-01',
    rows: [
      ['2024-05-31', 'ready'],
      ['2024-06-01', 'ready'],
      ['2024-06-02', 'overdue'],
    ],
  },
  {
    name: '届满以后的延长不算',
    given: seizure(`${seized}, extend-seizure 2024-05-03`),
    step: 'settle-seizure',
    due: '2024-05-02',
    rows: [['2024-05-03', 'overdue']],
  },
  {
    name: '届满以后不能再延长',
    given: seizure(seized),
    step: 'extend-seizure',
    due: '2024-05-02',
    rows: [
      ['2024-05-02', 'ready'],
      ['2024-05-03', 'blocked'],
    ],
  },
  {
    name: '鉴定期间不计',
    given: seizure(seized, false, [{ from: '2024-04-08', to: '2024-04-17', why: 'appraisal' }]),
    step: 'settle-seizure',
    due: '2024-05-12',
    rows: [
      ['2024-05-11', 'ready'],
      ['2024-05-12', 'ready'],
      ['2024-05-13', 'overdue'],
    ],
  },
  {
    name: '三日内决定移送',
    given: transfer(reported),
    step: 'decide-referral',
    due: '2024-03-17',
    rows: [
      ['2024-03-16', 'ready'],
      ['2024-03-17', 'ready'],
      ['2024-03-18', 'overdue'],
    ],
  },
  {
    name: '公安机关三日内审查',
    given: transfer(sent),
    step: 'police-review',
    due: '2024-03-19',
    rows: [
      ['2024-03-18', 'ready'],
      ['2024-03-19', 'ready'],
      ['2024-03-20', 'overdue'],
    ],
  },
  {
    name: '立案以后三日内移交物品',
    given: transfer(told, { 'case.policeFiled': true }),
    step: 'hand-over-exhibits',
    due: '2024-03-21',
    rows: [
      ['2024-03-20', 'ready'],
      ['2024-03-21', 'ready'],
      ['2024-03-22', 'overdue'],
    ],
  },
  {
    name: '不予立案，三日内可以提请复议',
    given: transfer(told, { 'case.policeFiled': false }),
    step: 'request-reconsideration',
    due: '2024-03-21',
    rows: [
      ['2024-03-20', 'ready'],
      ['2024-03-21', 'ready'],
      ['2024-03-22', 'blocked'],
    ],
  },
  {
    name: '公安机关三日内作出复议决定',
    given: transfer(`${told}, request-reconsideration 2024-03-20`, { 'case.policeFiled': false }),
    step: 'reconsideration-decided',
    due: '2024-03-23',
    rows: [
      ['2024-03-22', 'ready'],
      ['2024-03-23', 'ready'],
      ['2024-03-24', 'overdue'],
    ],
  },
  {
    name: '收到复议决定三日内可以建议监督',
    given: transfer(`${told}, request-reconsideration 2024-03-20, reconsideration-received 2024-03-25`, { 'case.policeFiled': false }),
    step: 'suggest-supervision',
    due: '2024-03-28',
    rows: [
      ['2024-03-28', 'ready'],
      ['2024-03-29', 'blocked'],
    ],
  },
  {
    name: '治安案件 30 日（2012年文本，自受理）',
    given: police(accepted),
    step: 'decide-police',
    due: '2025-04-02',
    rows: [
      ['2025-04-01', 'ready'],
      ['2025-04-02', 'ready'],
      ['2025-04-03', 'overdue'],
    ],
  },
  {
    name: '治安案件延长一次',
    given: police(`${accepted}, extend-police-case 2025-04-02`),
    step: 'decide-police',
    due: '2025-05-02',
    rows: [
      ['2025-05-01', 'ready'],
      ['2025-05-02', 'ready'],
      ['2025-05-03', 'overdue'],
    ],
  },
  {
    name: '2025年没有第二次延长',
    given: police(`${accepted}, extend-police-case 2025-04-02`),
    step: 'extend-police-case-again',
    due: undefined,
    rows: [['2025-05-01', 'not-required']],
  },
  {
    name: '治安案件 30 日（2025年文本，自立案）',
    given: police(filed2026),
    step: 'decide-police',
    due: '2026-02-04',
    rows: [
      ['2026-02-03', 'ready'],
      ['2026-02-04', 'ready'],
      ['2026-02-05', 'overdue'],
    ],
  },
  {
    name: '2026年起可以延长两次',
    given: police(`${filed2026}, extend-police-case 2026-02-04, extend-police-case-again 2026-03-06`),
    step: 'decide-police',
    due: '2026-04-05',
    rows: [
      ['2026-04-04', 'ready'],
      ['2026-04-05', 'ready'],
      ['2026-04-06', 'overdue'],
    ],
  },
  {
    name: '治安案件的听证期间2026年起不计',
    given: police(filed2026, {}, [{ from: '2026-01-20', to: '2026-01-24', why: 'hearing' }]),
    step: 'decide-police',
    due: '2026-02-09',
    rows: [
      ['2026-02-09', 'ready'],
      ['2026-02-10', 'overdue'],
    ],
  },
  {
    name: '治安案件的听证期间2025年照计',
    given: police(accepted, {}, [{ from: '2025-03-20', to: '2025-03-24', why: 'hearing' }]),
    step: 'decide-police',
    due: '2025-04-02',
    rows: [
      ['2025-04-02', 'ready'],
      ['2025-04-03', 'overdue'],
    ],
  },
  {
    name: '治安处罚 2 日内送达',
    given: police(`${filed2026}, decide-police 2026-02-02`),
    step: 'serve-police-decision',
    due: '2026-02-04',
    rows: [
      ['2026-02-03', 'ready'],
      ['2026-02-04', 'ready'],
      ['2026-02-05', 'overdue'],
    ],
  },
  {
    name: '行政处罚法2021年文本施行前没有读到',
    given: ordinary('file-case 2021-06-01, investigate 2021-06-05'),
    step: 'give-notice',
    due: undefined,
    rows: [
      ['2021-07-14', 'unread'],
      ['2021-07-15', 'ready'],
    ],
  },
  {
    name: '旧法时立案的，期限没有读到，不按新法算',
    given: ordinary('file-case 2021-06-01, investigate 2021-06-05, give-notice 2021-08-01'),
    step: 'decide',
    due: undefined,
    rows: [['2021-12-31', 'ready']],
  },
  {
    name: '行政强制法施行前没有读到',
    given: seizure(''),
    step: 'carry-out-seizure',
    due: undefined,
    rows: [
      ['2011-12-31', 'unread'],
      ['2012-01-01', 'blocked'],
    ],
  },
  {
    name: '310号令2020年修订以前没有读到',
    given: transfer(''),
    step: 'set-up-referral-team',
    due: undefined,
    rows: [
      ['2020-08-06', 'unread'],
      ['2020-08-07', 'ready'],
    ],
  },
  {
    name: '治安管理处罚法2005年文本没有读到',
    given: police(''),
    step: 'file-police-case',
    due: undefined,
    rows: [
      ['2012-12-31', 'unread'],
      ['2013-01-01', 'ready'],
    ],
  },
]

describe.each(limits)('$name', ({ given, step, due, rows }) => {
  test.each(rows)('截至 %s：%s', (asOf, state) => {
    const status = statusFor(given, asOf)
    const found = stepIn(status, step)
    expect([found.state, found.due?.date ?? undefined]).toEqual([state, due])
    expect(status.overdue.includes(step)).toBe(state === 'overdue')
    expect(status.blocked.includes(step)).toBe(found.blockedBy.length > 0 && (state === 'blocked' || state === 'overdue'))
    expect(status.next.includes(step)).toBe(state === 'ready' || (state === 'overdue' && found.blockedBy.length === 0))
  })
})

const spot = (facts: Given['facts']): Given => ({
  procedure: 'administrative-summary',
  steps: 'show-id-on-the-spot 2024-03-12, tell-on-the-spot 2024-03-12',
  facts: { 'case.penaltyKinds': ['fine'], ...facts },
})
const policeSpot = (day: string, yuan: number): Given => ({
  procedure: 'public-security-summary',
  steps: `show-police-id ${day}, tell-police-on-the-spot ${day}`,
  facts: { 'case.penaltyKinds': ['fine'], 'case.fineYuan': yuan },
})
const offer = (day: string, yuan: number): Given =>
  police(`file-police-case ${day}, investigate-police ${day}`, { 'case.penaltyKinds': ['fine'], 'case.fineYuan': yuan })
const on = (given: Given, day: string, step: string): StepState => stepIn(statusFor(given, day), step).state

describe('the summary procedure', () => {
  test.each<[string, Given['facts'], StepState]>([
    ['个人 200 元', { 'case.fineYuan': 200 }, 'ready'],
    ['个人 201 元', { 'case.fineYuan': 201 }, 'blocked'],
    ['个体工商户 201 元，按较严的算', { 'party.kind': 'sole-trader', 'case.fineYuan': 201 }, 'blocked'],
    ['企业 3000 元', { 'party.kind': 'enterprise', 'case.fineYuan': 3000 }, 'ready'],
    ['企业 3001 元', { 'party.kind': 'enterprise', 'case.fineYuan': 3001 }, 'blocked'],
    ['警告', { 'case.penaltyKinds': ['warning'] }, 'ready'],
    ['通报批评', { 'case.penaltyKinds': ['public-criticism'] }, 'blocked'],
    ['罚款 100 元并没收', { 'case.penaltyKinds': ['fine', 'confiscation'], 'case.fineYuan': 100 }, 'blocked'],
    ['罚多少不知道', {}, 'blocked'],
    ['是个人还是单位不知道，500 元', { 'case.fineYuan': 500, 'party.kind': null }, 'blocked'],
  ])('%s', (_name, facts, state) => {
    expect(on(spot(facts), '2024-03-12', 'decide-on-the-spot')).toBe(state)
  })

  test('asks for what it lacks', () => {
    expect(statusFor(spot({}), '2024-03-12').questions.map((question) => question.fact)).toContain('case.fineYuan')
    expect(statusFor(spot({ 'case.fineYuan': 500, 'party.kind': null }), '2024-03-12').questions.map((question) => question.fact)).toContain('party.kind')
  })

  test.each([
    ['2025-12-31', 200, 'ready'],
    ['2025-12-31', 201, 'blocked'],
    ['2026-01-01', 500, 'ready'],
    ['2026-01-01', 501, 'blocked'],
  ] as const)('公安 %s 当场罚 %i 元：%s', (day, yuan, state) => {
    expect(on(policeSpot(day, yuan), day, 'decide-police-on-the-spot')).toBe(state)
  })

  test.each([
    ['2025-12-31', 1999, 'not-required'],
    ['2025-12-31', 2000, 'ready'],
    ['2026-01-01', 2000, 'not-required'],
    ['2026-01-01', 3999, 'not-required'],
    ['2026-01-01', 4000, 'ready'],
  ] as const)('公安 %s 罚 %i 元，告知听证：%s', (day, yuan, state) => {
    expect(on(offer(day, yuan), day, 'offer-police-hearing')).toBe(state)
  })
})

describe('hours', () => {
  const decide = `${reported}, decide-referral 2024-03-15T16:30`
  test.each([
    [`${decide}, transfer-case 2024-03-16T16:30`, 'done', '做了'],
    [`${decide}, transfer-case 2024-03-16T16:31`, 'done-late', '期限到'],
    [`${decide}, transfer-case 2024-03-16`, 'done', '钟点没有记录'],
    [`${decide}, transfer-case 2024-03-17`, 'done-late', '期限到'],
    [`${reported}, decide-referral 2024-03-15, transfer-case 2024-03-16`, 'done', '钟点没有记录'],
    [`${reported}, decide-referral 2024-03-15, transfer-case 2024-03-17`, 'done-late', '期限到'],
  ])('%s：%s', (steps, state, reason) => {
    const found = stepIn(statusFor(transfer(steps), '2024-03-20'), 'transfer-case')
    expect([found.state, found.reason]).toEqual([state, expect.stringContaining(reason)])
  })

  test('the due instant is written down', () => {
    expect(stepIn(statusFor(transfer(decide), '2024-03-16'), 'transfer-case').due).toMatchObject({
      date: '2024-03-16',
      instant: '2024-03-16T16:30:00+08:00',
      certain: true,
    })
  })

  test.each([
    ['report-urgent-seizure 2024-04-03T10:00', 'done'],
    ['report-urgent-seizure 2024-04-03T10:01', 'done-late'],
  ])('紧急扣押二十四小时：%s', (report, state) => {
    expect(on(seizure(`carry-out-seizure 2024-04-02T10:00, ${report}`, true), '2024-04-05', 'report-urgent-seizure')).toBe(state)
  })
})

describe('what must come before the decision', () => {
  test.each<[string, Given['facts'], readonly string[], readonly string[]]>([
    ['什么都不缺', {}, [], []],
    ['当事人申辩了，没有听取', { 'case.partyStatement': 'made' }, ['hear-party'], []],
    ['不知道当事人有没有申辩', { 'case.partyStatement': null }, [], ['hear-party']],
    ['吊销许可，没有告知听证', { 'case.penaltyKinds': ['licence-revocation'], 'case.hearingRequest': 'waived' }, ['offer-hearing'], []],
    ['不知道罚款是不是较大数额', { 'case.penaltyKinds': ['fine'], 'case.fineYuan': 30000, 'case.hearingRequest': 'waived' }, [], ['offer-hearing']],
    ['罚款属于较大数额', { 'case.penaltyKinds': ['fine'], 'case.largeFine': true, 'case.hearingRequest': 'waived' }, ['offer-hearing'], []],
    ['涉及重大公共利益，没有法制审核', { 'case.majorPublicInterest': true }, ['legal-review'], []],
    ['重大权益但不经过听证，不用审核', { 'case.majorRights': true }, [], []],
    [
      '重大权益并要求听证',
      { 'case.penaltyKinds': ['closure'], 'case.majorRights': true, 'case.hearingRequest': 'requested' },
      ['offer-hearing', 'hold-hearing', 'legal-review'],
      [],
    ],
    ['情节复杂，没有集体讨论', { 'case.complexCircumstances': true }, ['collective-discussion'], []],
    ['不知道是否重大违法', { 'case.majorViolation': null }, [], ['collective-discussion']],
  ])('%s', (_name, facts, undone, unknown) => {
    const { blockedBy } = stepIn(statusFor(ordinary(filed, facts), '2024-04-01'), 'decide')
    const of = (kind: string): readonly (string | undefined)[] => blockedBy.filter((block) => block.kind === kind).map((block) => block.step)
    expect([of('step'), of('unknown')]).toEqual([undone, unknown])
  })

  test('a decision without notice is out of order, and the notice is still shown as missing', () => {
    const status = statusFor(ordinary('file-case 2024-03-01, investigate 2024-03-10, decide 2024-04-01'), '2024-04-02')
    expect(stepIn(status, 'decide')).toMatchObject({ state: 'done-out-of-order', blockedBy: [{ kind: 'step', step: 'give-notice' }] })
    expect(stepIn(status, 'give-notice').reason).toContain('已经做了')
  })

  test('a decision while the party may still ask for a hearing is out of order', () => {
    expect(on(ordinary(`${offered}, decide 2024-02-20`, heard), '2024-03-01', 'decide')).toBe('done-out-of-order')
    expect(on(ordinary(`${offered}, decide 2024-02-21`, heard), '2024-03-01', 'decide')).toBe('done')
  })

  test('a late decision is late', () => {
    expect(on(ordinary(`${filed}, decide 2024-05-30`), '2024-07-01', 'decide')).toBe('done')
    expect(on(ordinary(`${filed}, decide 2024-05-31`), '2024-07-01', 'decide')).toBe('done-late')
  })
})

describe('two officers', () => {
  test('one is too few: what builds on it is blocked', () => {
    const status = statusFor(ordinary('file-case 2024-03-01, investigate 2024-03-10 x1'), '2024-04-01')
    expect(stepIn(status, 'investigate').state).toBe('done-out-of-order')
    expect(stepIn(status, 'give-notice')).toMatchObject({ state: 'blocked', blockedBy: [{ kind: 'officers', step: 'investigate' }] })
  })

  const one = (day: string, facts: Given['facts']): Given => ({
    ...policeSpot(day, 100),
    steps: `show-police-id ${day}, tell-police-on-the-spot ${day}, decide-police-on-the-spot ${day}T09:00 x1`,
    facts: { ...policeSpot(day, 100).facts, ...facts },
  })
  test.each<[string, Given['facts'], StepState, StepState]>([
    ['2025-12-31', { 'case.noObjection': true, 'case.fullyRecorded': true }, 'done-out-of-order', 'blocked'],
    ['2026-01-01', { 'case.noObjection': true, 'case.fullyRecorded': true }, 'done', 'ready'],
    ['2026-01-01', { 'case.noObjection': false, 'case.fullyRecorded': true }, 'done-out-of-order', 'blocked'],
    ['2026-01-01', { 'case.noObjection': true, 'case.fullyRecorded': false }, 'done-out-of-order', 'blocked'],
    ['2026-01-01', { 'case.noObjection': true }, 'done', 'blocked'],
  ])('公安一人当场处罚 %s %o', (day, facts, decision, report) => {
    const status = statusFor(one(day, facts), day)
    expect([stepIn(status, 'decide-police-on-the-spot').state, stepIn(status, 'report-police-spot-penalty').state]).toEqual([decision, report])
  })
})

describe('加处罚款', () => {
  const fee = (given: Given, asOf: string) => statusFor(given, asOf).lateFees.map(({ days, amountYuan, capped }) => [days, amountYuan, capped])
  test.each<[string, Given, string, unknown]>([
    ['到期日没有', execution('decision-received 2024-06-03'), '2024-06-18', []],
    ['第一日', execution('decision-received 2024-06-03'), '2024-06-19', [[1, 30, false]]],
    ['第三十三日', execution('decision-received 2024-06-03'), '2024-07-21', [[33, 990, false]]],
    ['第三十四日封顶', execution('decision-received 2024-06-03'), '2024-07-22', [[34, 1000, true]]],
    ['缴了就不再加', execution('decision-received 2024-06-03, pay-fine 2024-06-20'), '2024-12-31', [[2, 60, false]]],
    ['按时缴的没有', execution('decision-received 2024-06-03, pay-fine 2024-06-18'), '2024-12-31', []],
    [
      '复议、诉讼期间不计',
      execution('decision-received 2024-06-03', {}, [{ from: '2024-06-20', to: '2024-06-29', why: 'review-or-litigation' }]),
      '2024-06-30',
      [[2, 60, false]],
    ],
    ['诉讼没有结束', execution('decision-received 2024-06-03', {}, [{ from: '2024-06-20', why: 'review-or-litigation' }]), '2024-12-31', [[1, 30, false]]],
    ['罚款数额未知', execution('decision-received 2024-06-03', { 'case.fineYuan': null }), '2024-06-20', [[2, null, false]]],
  ])('%s', (_name, given, asOf, expected) => {
    expect(fee(given, asOf)).toEqual(expected)
  })
})

test('the most urgent step comes first, what need not be done last', () => {
  const given: Given = {
    procedure: 'administrative-ordinary+evidence-hold+seizure',
    steps: `file-case 2024-04-01, investigate 2024-04-02, approve-evidence-hold 2024-04-02, hold-evidence 2024-04-02, ${seized}`,
    facts: { 'case.urgentSeizure': false },
  }
  expect(statusFor(given, '2024-04-08').next).toEqual(['settle-evidence', 'settle-seizure', 'give-notice', 'extend-seizure'])
})

test('past the last holiday notice a due date is provisional, and only past its latest day overdue', () => {
  const given: Given = { procedure: 'evidence-hold', steps: 'approve-evidence-hold 2026-12-22, hold-evidence 2026-12-22' }
  const { due } = stepIn(statusFor(given, '2026-12-23'), 'settle-evidence')
  expect(due).toMatchObject({ certain: false })
  const latest = due?.latest ?? ''
  expect(latest > (due?.date ?? '')).toBe(true)
  expect(on(given, latest, 'settle-evidence')).toBe('ready')
  expect(statusFor(given, '2027-03-31').overdue).toEqual(['settle-evidence'])
})
