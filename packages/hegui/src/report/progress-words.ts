/** The words of the progress report. Titles and reasons are Chinese in either language: they are legal terms. */
import type { Language, StepState } from '@hegui/model'

const zh = {
  progress: '案件进度',
  asOf: '截至',
  authority: '办案机关',
  procedures: '程序',
  next: '下一步',
  blocked: '受阻',
  overdue: '超期',
  done: '已完成',
  open: '还不知道要不要做',
  unread: '当日规定没有读到',
  notRequired: '不需要',
  lateFee: '加处罚款',
  party: '当事人',
  optional: '可选',
  overdueMark: '已超期',
  note: '说明',
  none: '没有',
}
type ProgressWords = typeof zh
const en: ProgressWords = {
  progress: 'Progress of the case',
  asOf: 'as of',
  authority: 'authority',
  procedures: 'procedures',
  next: 'Next steps',
  blocked: 'Blocked',
  overdue: 'Overdue',
  done: 'Done',
  open: 'Not known whether required',
  unread: 'The law of that day was not read',
  notRequired: 'Not required',
  lateFee: 'Surcharge',
  party: 'the party',
  optional: 'optional',
  overdueMark: 'overdue',
  note: 'note',
  none: 'none',
}
export const progressWords = (language: Language): ProgressWords => (language === 'zh' ? zh : en)

const states: Readonly<Record<Language, Readonly<Partial<Record<StepState, string>>>>> = {
  zh: { 'done-late': '超过期限', 'done-out-of-order': '没有按程序' },
  en: { 'done-late': 'late', 'done-out-of-order': 'out of order' },
}
/** Only what went wrong with a step is said beside it. */
export const doneMark = (state: StepState, language: Language): string | undefined => states[language][state]
