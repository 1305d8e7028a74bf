/** Kinds of measures in words. */
import type { Language } from '../problems/problem.js'
import type { MeasureKind } from '../schema/organ.js'

const kindsOfMeasure: Readonly<Record<MeasureKind, string>> = {
  persuasion: '劝阻',
  report: '报告',
  'case-transfer': '移交案件',
  inspection: '检查',
  'order-to-stop': '责令停止',
  'order-to-correct': '责令改正',
  warning: '警告',
  'public-criticism': '通报批评',
  fine: '罚款',
  confiscation: '没收',
  collection: '收缴',
  recovery: '追缴',
  suspension: '责令停产停业',
  'licence-suspension': '暂扣许可证件',
  'licence-revocation': '吊销许可证件',
  closure: '关闭、取缔',
  detention: '拘留',
  'criminal-referral': '移送涉嫌犯罪案件',
  sealing: '查封',
  seizure: '扣押',
  towing: '拖移',
  destruction: '销毁',
  tracing: '倒查',
  publicity: '公开曝光',
  'supervision-listing': '挂牌督办',
  'admonition-talk': '约谈',
  'internal-criticism': '内部通报',
  ledger: '台账',
}
/** In English the identifier is already a word. */
export const measureKindTitle = (kind: MeasureKind, language: Language): string => (language === 'zh' ? kindsOfMeasure[kind] : kind.replaceAll('-', ' '))
