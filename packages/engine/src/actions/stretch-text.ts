/** The counting of days in words, so that a person with a wall calendar can count again. */
import type { CountedStretch } from '@hegui/calendar'

const reasons: Readonly<Record<CountedStretch['reason'], string>> = {
  workday: '工作日',
  weekend: '周末',
  holiday: '法定节假日',
  'make-up-workday': '调休上班',
  unknown: '放假安排尚未公布',
  'start-day': '起算日',
  'calendar-day': '自然日',
  month: '按月计算',
  'last-day-moved': '末日顺延',
}

/** `days` null: these are not counted. */
export const dueText = (from: string, to: string, why: string, days: number | null): string =>
  `${from === to ? from : `${from} 至 ${to}`}：${why}，${days === null ? '不计' : `计 ${days} 日`}`

export const stretchText = ({ from, to, holiday, reason, counted, days }: CountedStretch): string =>
  dueText(from, to, holiday ?? reasons[reason], counted ? days : null)
