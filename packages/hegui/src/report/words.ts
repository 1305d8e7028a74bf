/** The words of reports, in both languages. Titles of rules and facts are Chinese in either: they are legal terms. */
import type { AssessedMeasure, Backing, Language, PlanItem, SubjectTo } from '@hegui/model'

const zh = {
  colon: '：',
  semicolon: '；',
  comma: '、',
  gap: '　',
  bracket: (text: string): string => `（${text}）`,
  assessment: '研判',
  inspectedOn: '检查日',
  decidedOn: '研判日',
  recordedBy: '检查主体',
  conduct: '行为',
  party: '当事人',
  unknownDate: '日期不明',
  to: '至',
  violations: '违法成立',
  planOnly: '不符合方案要求（没有读到法律依据）',
  undetermined: '待查',
  moreUndetermined: '另有 {n} 条规则因缺事实不能判断，见 --format json。',
  compliant: '不成立',
  notApplicable: '不适用',
  cannotViolate: '再查也不会成立',
  errored: '出错',
  basis: '依据',
  missing: '缺',
  noLimit: '当日当地没有读到法定限值',
  noPenalty: '没有读到罚则',
  measures: '措施建议',
  notProposed: '仅列出，不建议',
  planItems: '方案措施逐项核对',
  route: '路径',
  actions: '任务',
  questions: '还要问',
  moreQuestions: '另有 {n} 个问题，见 --format json。',
  evidence: '证据',
  pending: '留待决定',
  firm: '确定',
  provisional: '待定',
  must: '应当',
  may: '可以',
  subjectTo: '取决于',
  oneOf: '择一',
  on: '对象',
  reason: '原因',
  alternative: '依法可做',
  due: '期限',
  counting: '算法',
  bounds: '暂定',
  overdue: '已过',
  unassigned: '未指定',
  none: '无',
  unread: '当日版本未读，条号取自其他版本',
  unnumbered: '条号没有核对',
  explanation: '说明',
  got: '记录',
  unknown: '未知',
  notInForce: '行为当日规则尚未生效或已失效',
  lighterLaw: '从旧兼从轻',
  circumstances: '情节',
  concurrences: '竞合',
  conductDay: '行为时',
  decisionDay: '研判时',
  assumption: '假定',
  choice: { same: '轻重相同，按行为时', 'conduct-day': '适用行为时', 'decision-day': '适用研判时', undetermined: '不能确定' },
  established: '成立',
  notShown: '当事人没有证明，按不成立',
  notice: '告知当事人',
  accompanying: '同时',
  openCircumstances: '还没有查明的 {n} 项',
  andMore: ' 等',
  openCount: '情节 {n} 项未查明',
  benchmark: '裁量基准',
  effect: {
    'no-penalty': '不予处罚',
    'time-barred': '不再处罚',
    'may-waive': '可以不予处罚',
    'must-mitigate': '应当从轻或者减轻',
    'may-mitigate': '可以从轻或者减轻',
    'not-executed': '决定不执行',
    aggravate: '从重',
  },
  concurrence: { 'one-fine': '一事不再罚', 'open-question': '有不同理解', 'detention-cap': '拘留合并执行', beside: '拘留与罚款' },
  advice: 'hegui 只提建议，由执法人员依法决定。',
} as const

type Worded<T> = T extends string ? string : T extends (...args: never[]) => unknown ? T : { readonly [Key in keyof T]: Worded<T[Key]> }
export type Words = Worded<typeof zh>

const en: Words = {
  colon: ': ',
  semicolon: '; ',
  comma: ', ',
  gap: '  ',
  bracket: (text) => ` (${text})`,
  assessment: 'Assessment',
  inspectedOn: 'inspected',
  decidedOn: 'as of',
  recordedBy: 'inspected by',
  conduct: 'Conduct',
  party: 'party',
  unknownDate: 'date unknown',
  to: 'to',
  violations: 'Violations',
  planOnly: 'Against the plan (no legal basis was read)',
  undetermined: 'Undetermined',
  moreUndetermined: '{n} more rules cannot be decided for want of facts; see --format json.',
  compliant: 'Compliant',
  notApplicable: 'Not applicable',
  cannotViolate: 'Cannot become a violation',
  errored: 'Errored',
  basis: 'basis',
  missing: 'missing',
  noLimit: 'no statutory limit of that day and place was read',
  noPenalty: 'no penalty clause was read',
  measures: 'Proposed measures',
  notProposed: 'Shown, not proposed',
  planItems: "The plan's measures, item by item",
  route: 'route',
  actions: 'Actions',
  questions: 'To ask',
  moreQuestions: '{n} more questions in --format json.',
  evidence: 'evidence',
  pending: 'Left open',
  firm: 'firm',
  provisional: 'provisional',
  must: 'must',
  may: 'may',
  subjectTo: 'subject to',
  oneOf: 'one of',
  on: 'on',
  reason: 'reason',
  alternative: 'lawful instead',
  due: 'due',
  counting: 'counting',
  bounds: 'provisional',
  overdue: 'past',
  unassigned: 'unassigned',
  none: 'none',
  unread: 'the edition of that day was not read; article number from another edition',
  unnumbered: '(article number not verified)',
  explanation: 'Explanation',
  got: 'got',
  unknown: 'unknown',
  notInForce: 'the rule was not in force on the day of the conduct',
  lighterLaw: 'Old law or lighter law',
  circumstances: 'Circumstances',
  concurrences: 'Concurrence',
  conductDay: 'on the day of the act',
  decisionDay: 'on the day of the decision',
  assumption: 'assumption',
  choice: { same: 'alike: the law of the act', 'conduct-day': 'the law of the act', 'decision-day': 'the law of the decision', undetermined: 'undetermined' },
  established: 'established',
  notShown: 'not shown by the party: not established',
  notice: 'tell the party',
  accompanying: 'besides',
  openCircumstances: '{n} still open',
  andMore: ' …',
  openCount: '{n} circumstances open',
  benchmark: 'benchmark',
  effect: {
    'no-penalty': 'no penalty',
    'time-barred': 'time-barred',
    'may-waive': 'may be waived',
    'must-mitigate': 'must be mitigated',
    'may-mitigate': 'may be mitigated',
    'not-executed': 'not carried out',
    aggravate: 'aggravated',
  },
  concurrence: { 'one-fine': 'one fine', 'open-question': 'open question', 'detention-cap': 'detention together', beside: 'detention beside a fine' },
  advice: 'hegui advises; an officer decides.',
}
export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en)

const backings: Readonly<Record<Language, Readonly<Record<Backing, string>>>> = {
  zh: { statutory: '有法律依据', unverified: '依据未核对', internal: '内部工作', unbacked: '没有法律依据' },
  en: { statutory: 'statutory', unverified: 'unverified', internal: 'internal', unbacked: 'unbacked' },
}
export const backingTitle = (backing: Backing, language: Language): string => backings[language][backing]

const states: Readonly<Record<Language, Readonly<Record<PlanItem['state'] | PlanItem['routes'][number]['state'], string>>>> = {
  zh: {
    open: '有依据',
    substitute: '以法定措施代替',
    conditional: '有条件',
    unverified: '依据未核对',
    internal: '内部工作',
    unbacked: '没有依据',
    closed: '本案条件不成立',
    'not-in-force': '当日未施行',
  },
  en: {
    open: 'open',
    substitute: 'lawful substitute',
    conditional: 'conditional',
    unverified: 'unverified',
    internal: 'internal',
    unbacked: 'unbacked',
    closed: 'closed',
    'not-in-force': 'not in force',
  },
}
export const stateTitle = (state: keyof (typeof states)['zh'], language: Language): string => states[language][state]

const topics: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    'edition-choice': '版本选择',

    'kind-order': '处罚种类的轻重',
    'open-findings': '其他待查规则',
    'circumstances-unread': '情节规定未读',
    referral: '刑事移送',
    concurrence: '竞合',
    'one-act': '是否同一行为',
    'unknown-date': '行为日期',
    'plan-period': '方案期间',
  },
  en: {
    'edition-choice': 'choice of edition',
    'kind-order': 'order of kinds of penalty',
    'open-findings': 'rules still open',
    'circumstances-unread': 'circumstances of that day not read',
    referral: 'criminal referral',
    concurrence: 'concurrence',
    'one-act': 'one act or several',
    'unknown-date': 'date of the conduct',
    'plan-period': 'days of the plan',
  },
}
export const topicTitle = (topic: string, language: Language): string => topics[language][topic] ?? topic

/** `titleOf` names facts and circumstances by id. */
export function subjectTitle(subject: SubjectTo, titleOf: (id: string) => string, language: Language): string {
  switch (subject.kind) {
    case 'fact':
      return titleOf(subject.fact)
    case 'circumstance':
      return titleOf(subject.circumstance)
    case 'pending':
      return topicTitle(subject.topic, language)
    default:
      return subject satisfies never
  }
}

/** 20000 → 2万元; other figures with separators. */
export function yuan(amount: number, language: Language): string {
  if (language === 'en') return `CNY ${amount.toLocaleString('en-US')}`
  return amount >= 10_000 && amount % 1_000 === 0 ? `${amount / 10_000}万元` : `${amount}元`
}

const subjects: Readonly<Record<Language, Readonly<Record<Exclude<AssessedMeasure['on'], 'party'>, string>>>> = {
  zh: { principal: '单位主要负责人', 'responsible-persons': '直接负责的主管人员和其他直接责任人员', unsettled: '当事人是个人还是单位未查明' },
  en: { principal: 'the principal of the unit', 'responsible-persons': 'the persons directly responsible', unsettled: 'person or unit not established' },
}
/** On whom a measure falls; empty for the party itself. */
export const subjectOn = (on: AssessedMeasure['on'], language: Language): string => (on === 'party' ? '' : subjects[language][on])

/** The range of a measure in words; empty when it has none, or when its title says it. */
export function rangeText(measure: AssessedMeasure, titleOf: (fact: string) => string, language: Language): string {
  if (measure.multiple === undefined && /[\d一二三四五六七八九十百]/.test(measure.title)) return ''
  const words = wordsOf(language)
  const span = (min: string | null, max: string | null): string =>
    min !== null && max !== null && min !== max ? `${min} – ${max}` : min !== null && max === null ? `≥ ${min}` : `${min === null ? '≤ ' : ''}${max}`
  const parts = [
    measure.amountYuan === undefined
      ? ''
      : span(
          measure.amountYuan.min === null ? null : yuan(measure.amountYuan.min, language),
          measure.amountYuan.max === null ? null : yuan(measure.amountYuan.max, language),
        ),
    measure.multiple === undefined
      ? ''
      : `${titleOf(measure.multiple.of)} × ${span(measure.multiple.min === null ? null : String(measure.multiple.min), String(measure.multiple.max))}`,
    measure.days === undefined
      ? ''
      : `${span(measure.days.min === null ? null : String(measure.days.min), String(measure.days.max))}${language === 'zh' ? '日' : ' days'}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : words.bracket(parts.join(language === 'zh' ? '，' : ', '))
}
