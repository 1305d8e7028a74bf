/** The words of reports, in both languages. Titles of rules and facts are Chinese in either: they are legal terms. */
import type { AssessedMeasure, Backing, Finding, Language, PlanItem, SubjectTo } from '@hegui/model'

export type Words = Readonly<Record<WordKey, string>>
type WordKey =
  | 'assessment' | 'inspectedOn' | 'decidedOn' | 'conduct' | 'party' | 'unknownDate' | 'violations' | 'undetermined' | 'compliant' | 'errored' | 'notApplicable' | 'basis' | 'missing' | 'measures' | 'notProposed'
  | 'planItems' | 'routes' | 'actions' | 'questions' | 'pending' | 'firm' | 'provisional' | 'subjectTo' | 'none' | 'must' | 'may' | 'authority' | 'reason' | 'alternative' | 'due' | 'unassigned' | 'unread' | 'evidence' | 'advice'
  | 'oneOf' | 'more' | 'explanation' | 'expected' | 'got' | 'unknown' | 'notInForce' | 'counting' | 'between' | 'recordedBy' | 'packs' | 'cannotViolate' | 'provisionalDue' | 'ifMultiple'

const zh: Words = {
  assessment: '研判', inspectedOn: '检查日', decidedOn: '研判日', conduct: '行为', party: '当事人', unknownDate: '日期不明', violations: '违法成立', undetermined: '待查', compliant: '不成立', errored: '出错', notApplicable: '不适用', basis: '依据', missing: '缺', measures: '措施建议', notProposed: '仅列出，不建议',
  planItems: '方案措施逐项核对', routes: '路径', actions: '任务', questions: '还要问', pending: '留待决定', firm: '确定', provisional: '待定', subjectTo: '取决于', none: '无', must: '应当', may: '可以', authority: '机关', reason: '原因', alternative: '依法可做', due: '期限', unassigned: '未指定', unread: '当日版本未读原文', evidence: '证据', advice: 'hegui 只提建议，由执法人员依法决定。',
  oneOf: '择一', more: '另有 {n} 个问题，见 --format json。', explanation: '说明', expected: '要求', got: '记录', unknown: '未知', notInForce: '行为当日规则尚未生效或已失效', counting: '算法', between: '至', recordedBy: '检查主体', packs: '规则包', cannotViolate: '再查也不会成立', provisionalDue: '暂定', ifMultiple: '倍',
}
const en: Words = {
  assessment: 'Assessment', inspectedOn: 'inspected', decidedOn: 'decided as of', conduct: 'Conduct', party: 'party', unknownDate: 'date unknown', violations: 'Violations', undetermined: 'Undetermined', compliant: 'Compliant', errored: 'Errored', notApplicable: 'Not applicable', basis: 'basis', missing: 'missing', measures: 'Proposed measures', notProposed: 'Shown, not proposed',
  planItems: "The plan's measures, item by item", routes: 'routes', actions: 'Actions', questions: 'To ask', pending: 'Left open', firm: 'firm', provisional: 'provisional', subjectTo: 'subject to', none: 'none', must: 'must', may: 'may', authority: 'authority', reason: 'reason', alternative: 'lawful instead', due: 'due', unassigned: 'unassigned', unread: 'edition of that day not read', evidence: 'evidence', advice: 'hegui advises; an officer decides.',
  oneOf: 'one of', more: '{n} more in --format json.', explanation: 'Explanation', expected: 'expected', got: 'got', unknown: 'unknown', notInForce: 'the rule was not in force on the day of the conduct', counting: 'counting', between: 'to', recordedBy: 'inspected by', packs: 'packs', cannotViolate: 'cannot become a violation', provisionalDue: 'provisional', ifMultiple: 'times',
}
export const wordsOf = (language: Language): Words => (language === 'zh' ? zh : en)

const backings: Readonly<Record<Language, Readonly<Record<Backing, string>>>> = {
  zh: { statutory: '有法律依据', unverified: '依据未核对', internal: '内部工作', unbacked: '没有法律依据' },
  en: { statutory: 'statutory', unverified: 'unverified', internal: 'internal', unbacked: 'unbacked' },
}
export const backingTitle = (backing: Backing, language: Language): string => backings[language][backing]

const states: Readonly<Record<Language, Readonly<Record<PlanItem['state'] | PlanItem['routes'][number]['state'], string>>>> = {
  zh: { open: '有依据', conditional: '有条件', unverified: '依据未核对', internal: '内部工作', unbacked: '没有依据', closed: '条件不成立', 'not-in-force': '当日未施行' },
  en: { open: 'open', conditional: 'conditional', unverified: 'unverified', internal: 'internal', unbacked: 'unbacked', closed: 'closed', 'not-in-force': 'not in force' },
}
export const stateTitle = (state: keyof (typeof states)['zh'], language: Language): string => states[language][state]

const topics: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { 'edition-choice': '版本选择', 'personal-circumstances': '当事人情节', concurrence: '竞合', 'one-act': '是否同一行为', 'unknown-date': '行为日期' },
  en: { 'edition-choice': 'choice of edition', 'personal-circumstances': 'personal circumstances', concurrence: 'concurrence', 'one-act': 'one act or several', 'unknown-date': 'date of the conduct' },
}
export const topicTitle = (topic: string, language: Language): string => topics[language][topic] ?? topic

export const subjectTitle = (subject: SubjectTo, titleOf: (fact: string) => string, language: Language): string => (subject.kind === 'fact' ? titleOf(subject.fact) : topicTitle(subject.topic, language))

/** 20000 → 2万元; other figures with separators. */
export function yuan(amount: number, language: Language): string {
  if (language === 'en') return `CNY ${amount.toLocaleString('en-US')}`
  return amount >= 10_000 && amount % 1_000 === 0 ? `${amount / 10_000}万元` : `${amount}元`
}

/** The range of a measure in words; empty when it has none. */
export function rangeText(measure: AssessedMeasure, titleOf: (fact: string) => string, language: Language): string {
  const words = wordsOf(language)
  const span = (min: string | null, max: string | null): string => (min !== null && max !== null && min !== max ? `${min} – ${max}` : min !== null && max === null ? `≥ ${min}` : `${min === null ? '≤ ' : ''}${max}`)
  const parts = [
    measure.amountYuan === undefined ? '' : span(measure.amountYuan.min === null ? null : yuan(measure.amountYuan.min, language), measure.amountYuan.max === null ? null : yuan(measure.amountYuan.max, language)),
    measure.multiple === undefined ? '' : `${titleOf(measure.multiple.of)} × ${span(measure.multiple.min === null ? null : String(measure.multiple.min), String(measure.multiple.max))}`,
    measure.days === undefined ? '' : `${span(measure.days.min === null ? null : String(measure.days.min), String(measure.days.max))}${language === 'zh' ? '日' : ' days'}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `（${parts.join(words.none === '无' ? '，' : ', ')}）`
}

export const isOpen = (finding: Finding): boolean => finding.verdict === 'undetermined' && finding.canViolate === true
