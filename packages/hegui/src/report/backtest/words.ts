/** The words of a backtest. */
import type { ChangeKind, LeafAnswer, LeafChange, MeasurePart } from '@hegui/analysis'
import type { Language } from '@hegui/model'

export interface BacktestWords {
  readonly heading: string
  readonly counts: (records: number, conducts: number, changed: number, assessed: number) => string
  readonly refused: (both: number, old: number, fresh: number) => string
  readonly nothing: string
  readonly notComparable: string
  readonly kinds: Readonly<Record<ChangeKind, string>>
  readonly only: Readonly<Record<'old' | 'new', string>>
  readonly truths: Readonly<Record<LeafAnswer['truth'], string>>
  readonly parts: Readonly<Record<LeafChange['part'], string>>
  readonly record: (answer: string) => string
  readonly notSaid: string
  readonly turned: (before: string, after: string) => string
  readonly onlyBefore: string
  readonly onlyAfter: string
  readonly structure: string
  readonly editions: (before: number, after: number) => string
  readonly measures: string
  readonly tasks: string
  readonly addedMeasures: string
  readonly removedMeasures: string
  readonly addedTasks: string
  readonly removedTasks: string
  readonly reassigned: string
  readonly due: string
  readonly noDue: string
  readonly unknownDay: string
  readonly measureParts: Readonly<Record<MeasurePart, string>>
  readonly rule: string
  readonly id: string
  readonly region: string
  readonly code: string
  readonly unknownRegion: string
  readonly byRule: string
  readonly byRegion: string
  readonly examples: string
  readonly example: string
  readonly conditions: string
  readonly recordId: string
  readonly inspectedOn: string
  readonly file: string
  readonly line: string
  readonly total: string
  readonly conduct: string
  readonly outcome: string
  readonly why: string
  readonly colon: string
  readonly comma: string
  readonly semicolon: string
  readonly bracket: (text: string) => string
}

const zh: BacktestWords = {
  heading: '回测',
  counts: (records, conducts, changed, assessed) => `比较了 ${records} 条记录、${conducts} 个行为：${changed} 条有变化（完整研判了 ${assessed} 条）。`,
  refused: (both, old, fresh) => `没有比较 ${both + old + fresh} 条：两版都不收 ${both} 条，只有旧版不收 ${old} 条，只有新版不收 ${fresh} 条。`,
  nothing: '没有变化。',
  notComparable: '不能比较的规则，没有计入',
  kinds: {
    caught: '新认定',
    cleared: '不再认定',
    opened: '转为待查',
    settled: '待查已定',
    other: '其他结论',
    measures: '措施改变',
    dues: '期限改变',
    tasks: '任务增减',
  },
  only: { old: '新版删去的规则', new: '新版增加的规则' },
  truths: { holds: '满足', fails: '不满足', unknown: '定不下来' },
  parts: { appliesWhen: '何时适用', violatedWhen: '何时违法' },
  record: (answer) => `记录：${answer}`,
  notSaid: '没有写',
  turned: (before, after) => `原来${before}，现在${after}`,
  onlyBefore: '新版没有这一项',
  onlyAfter: '旧版没有这一项',
  structure: '各项比较说的都一样，组合变了',
  editions: (before, after) => `当日可能适用的版本：旧版 ${before} 个，新版 ${after} 个`,
  measures: '措施',
  tasks: '任务',
  addedMeasures: '增加措施',
  removedMeasures: '删去措施',
  addedTasks: '增加任务',
  removedTasks: '删去任务',
  reassigned: '任务改由别的机关办',
  due: '期限',
  noDue: '没有期限',
  unknownDay: '起算日不明',
  measureParts: {
    on: '落在谁身上',
    kind: '种类',
    object: '没收对象',
    force: '应当或者可以',
    tier: '档次',
    oneOf: '择一',
    amountYuan: '金额',
    recommendedYuan: '裁量基准',
    boundedBy: '上位法幅度',
    multiple: '倍数',
    days: '日数',
    authority: '机关',
    backing: '依据的性质',
    proposed: '是否建议',
    status: '确定或者待定',
    subjectTo: '取决于',
    norm: '规范',
    edition: '版本',
    article: '条款',
    track: '轨道',
    exclusive: '只能取一',
    withheldBy: '为何不建议',
  },
  rule: '规则',
  id: '标识',
  region: '地区',
  code: '代码',
  unknownRegion: '地区不明',
  byRule: '按规则',
  byRegion: '按规则和地区',
  examples: '例子',
  example: '例',
  conditions: '改动',
  recordId: '记录编号',
  inspectedOn: '检查日期',
  file: '文件',
  line: '行',
  total: '合计',
  conduct: '行为',
  outcome: '结论',
  why: '为什么',
  colon: '：',
  comma: '，',
  semicolon: '；',
  bracket: (text) => `（${text}）`,
}

const en: BacktestWords = {
  heading: 'Backtest',
  counts: (records, conducts, changed, assessed) =>
    `${records} record(s) with ${conducts} conduct(s) compared: ${changed} change (${assessed} assessed in full).`,
  refused: (both, old, fresh) =>
    `${both + old + fresh} not compared: ${both} refused by both versions, ${old} by the old one only, ${fresh} by the new one only.`,
  nothing: 'No change.',
  notComparable: 'Rules that cannot be compared, left out',
  kinds: {
    caught: 'newly caught',
    cleared: 'newly cleared',
    opened: 'turned undetermined',
    settled: 'settled, no violation',
    other: 'other outcomes',
    measures: 'other measures',
    dues: 'other due date',
    tasks: 'other tasks',
  },
  only: { old: 'the new version drops the rule', new: 'the new version adds the rule' },
  truths: { holds: 'holds', fails: 'fails', unknown: 'unknown' },
  parts: { appliesWhen: 'applies when', violatedWhen: 'violated when' },
  record: (answer) => `record: ${answer}`,
  notSaid: 'not said',
  turned: (before, after) => `${before} → ${after}`,
  onlyBefore: 'not in the new version',
  onlyAfter: 'not in the old version',
  structure: 'the same comparisons with the same answers, joined in another way',
  editions: (before, after) => `editions that may govern the day: ${before} → ${after}`,
  measures: 'measures',
  tasks: 'tasks',
  addedMeasures: 'measures added',
  removedMeasures: 'measures removed',
  addedTasks: 'tasks added',
  removedTasks: 'tasks removed',
  reassigned: 'tasks for another organ',
  due: 'due',
  noDue: 'no time limit',
  unknownDay: 'first day unknown',
  measureParts: {
    on: 'on whom',
    kind: 'kind',
    object: 'object',
    force: 'force',
    tier: 'tier',
    oneOf: 'one of',
    amountYuan: 'amount',
    recommendedYuan: 'benchmark',
    boundedBy: 'range of the upper law',
    multiple: 'multiple',
    days: 'days',
    authority: 'authority',
    backing: 'backing',
    proposed: 'proposed',
    status: 'firm or provisional',
    subjectTo: 'subject to',
    norm: 'norm',
    edition: 'edition',
    article: 'article',
    track: 'track',
    exclusive: 'only one of',
    withheldBy: 'why withheld',
  },
  rule: 'rule',
  id: 'id',
  region: 'region',
  code: 'code',
  unknownRegion: 'region unknown',
  byRule: 'By rule',
  byRegion: 'By rule and region',
  examples: 'Examples',
  example: 'example',
  conditions: 'edited',
  recordId: 'record',
  inspectedOn: 'inspected on',
  file: 'file',
  line: 'line',
  total: 'total',
  conduct: 'conduct',
  outcome: 'outcome',
  why: 'why',
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  bracket: (text) => ` (${text})`,
}

export const backtestWords = (language: Language): BacktestWords => (language === 'zh' ? zh : en)
