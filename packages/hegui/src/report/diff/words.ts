/** The words of a comparison of two versions. */
import type { Aspect, Bump, OutcomeName, OutcomeQuestion, Relation, Shift } from '@hegui/analysis'
import type { Language } from '@hegui/model'

export interface DiffWords {
  readonly heading: string
  readonly counts: (rules: number, identical: number, compared: number, added: number, removed: number) => string
  readonly relations: Readonly<Record<Relation, string>>
  readonly outcomes: Readonly<Record<OutcomeName, string>>
  readonly questions: Readonly<Record<OutcomeQuestion, string>>
  readonly shifts: Readonly<Record<Shift, string>>
  readonly aspects: Readonly<Record<Aspect, string>>
  readonly owes: Readonly<Record<Bump, string>>
  readonly parts: Readonly<Record<'appliesWhen' | 'violatedWhen', string>>
  readonly kinds: Readonly<Record<'day' | 'span' | 'unknown-day', string>>
  readonly example: string
  readonly added: string
  readonly removed: string
  readonly nearest: (rule: string) => string
  readonly onlyOld: string
  readonly wording: string
  readonly none: string
  readonly open: readonly [from: string, to: string, always: string]
  readonly colon: string
  readonly comma: string
  readonly date: (date: string) => string
  readonly noDate: string
  readonly decided: (inspected: string, decided: string) => string
  readonly summary: string
  readonly rule: string
  readonly relation: string
  /** Of an outcome that was not compared to the end. */
  readonly unsure: string
  readonly approval: string
  /** The columns to sign in, and who signs. */
  readonly signature: readonly string[]
  readonly signing: readonly string[]
}

const zh: DiffWords = {
  heading: '版本比较',
  counts: (rules, identical, compared, added, removed) =>
    `两版都有的规则 ${rules} 条：条件相同 ${identical} 条，逐条比较 ${compared} 条；新增 ${added} 条，删去 ${removed} 条。`,
  relations: {
    equivalent: '结论相同',
    stricter: '更严',
    laxer: '更宽',
    both: '有严有宽',
    other: '成立不变，其他结论有变',
    'not-comparable': '不能比较',
    'not-decided': '没有比较完',
  },
  outcomes: {
    violation: '成立',
    compliant: '不成立',
    'not-applicable': '不适用',
    undetermined: '待查',
    'undetermined-cannot-violate': '待查（查明了也不成立）',
  },
  questions: { applies: '适用', violation: '成立', undetermined: '待查', compliant: '不成立' },
  shifts: { equivalent: '不变', wider: '变多', narrower: '变少', both: '有多有少' },
  aspects: {
    rules: '规则',
    measures: '措施和规范',
    amounts: '金额和日数',
    authorities: '机关和职权',
    'due-dates': '期限',
    limits: '法定限值',
    vocabulary: '事实和条件',
    plans: '方案',
    other: '其他',
  },
  owes: {
    none: '没有变化，不用写变更说明。',
    patch: '变更说明至少写 patch：只改了文字，认定、措施和期限都不变。',
    minor: '变更说明至少写 minor，正文以 ★ 开头：认定、措施或者期限可能改变。',
    major: '变更说明写 major，正文以 ★ 开头：原来能读的记录现在会被拒收。',
  },
  parts: { appliesWhen: '何时适用', violatedWhen: '何时违法' },
  kinds: { day: '行为发生在', span: '行为持续多日，最后一日在', 'unknown-day': '行为日期不明，研判在' },
  example: '反例',
  added: '新增的规则',
  removed: '删去的规则',
  nearest: (rule) => `可能改成了 ${rule}`,
  onlyOld: '旧版不认识新的事实或者可选值，按没有写看',
  wording: '只改文字',
  none: '没有变化。',
  open: ['以前', '以后', '任何一天'],
  colon: '：',
  comma: '，',
  date: (date) => `行为发生在 ${date}`,
  noDate: '行为日期不明',
  decided: (inspected, decided) => `检查日期 ${inspected}，研判日期 ${decided}`,
  summary: '逐条规则',
  rule: '规则',
  relation: '结论',
  unsure: '不能断定',
  approval: '审批',
  signature: ['环节', '意见', '签名', '日期'],
  signing: ['起草', '审核', '批准'],
}

const en: DiffWords = {
  heading: 'Comparison',
  counts: (rules, identical, compared, added, removed) =>
    `${rules} rule(s) in both versions: ${identical} with the same conditions, ${compared} compared; ${added} added, ${removed} removed.`,
  relations: {
    equivalent: 'equivalent',
    stricter: 'stricter',
    laxer: 'laxer',
    both: 'stricter and laxer',
    other: 'same violations, other outcomes differ',
    'not-comparable': 'not comparable',
    'not-decided': 'not decided',
  },
  outcomes: {
    violation: 'violation',
    compliant: 'compliant',
    'not-applicable': 'not applicable',
    undetermined: 'undetermined',
    'undetermined-cannot-violate': 'undetermined (cannot violate)',
  },
  questions: { applies: 'applies', violation: 'violation', undetermined: 'undetermined', compliant: 'not violated' },
  shifts: { equivalent: 'same', wider: 'more', narrower: 'fewer', both: 'more and fewer' },
  aspects: {
    rules: 'Rules',
    measures: 'Measures and norms',
    amounts: 'Amounts and days',
    authorities: 'Authorities and powers',
    'due-dates': 'Due dates',
    limits: 'Statutory limits',
    vocabulary: 'Facts and conditions',
    plans: 'Plans',
    other: 'Other',
  },
  owes: {
    none: 'No change, no changeset.',
    patch: 'Changeset: at least patch. Only wording; verdicts, measures and due dates stay.',
    minor: 'Changeset: at least minor, starred ★. Verdicts, measures or due dates can change.',
    major: 'Changeset: major, starred ★. Records that were read are now refused.',
  },
  parts: { appliesWhen: 'applies when', violatedWhen: 'violated when' },
  kinds: { day: 'conduct on', span: 'conduct over several days, the last in', 'unknown-day': 'day of the conduct unknown, decided in' },
  example: 'counter-example',
  added: 'Rules added',
  removed: 'Rules removed',
  nearest: (rule) => `perhaps now ${rule}`,
  onlyOld: 'the old version does not know the new facts or choices, and reads the record without them',
  wording: 'wording only',
  none: 'No change.',
  open: ['before', 'after', 'any day'],
  colon: ': ',
  comma: ', ',
  date: (date) => `conduct on ${date}`,
  noDate: 'day of the conduct unknown',
  decided: (inspected, decided) => `inspected on ${inspected}, decided on ${decided}`,
  summary: 'Rule by rule',
  rule: 'rule',
  relation: 'relation',
  unsure: 'not certain',
  approval: 'Approval',
  signature: ['', 'opinion', 'signature', 'date'],
  signing: ['drafted', 'checked', 'approved'],
}

export const diffWords = (language: Language): DiffWords => (language === 'zh' ? zh : en)
