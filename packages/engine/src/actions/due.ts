/** When an action is due, by the statute's own way of counting, with the counting shown. */
import { addDays, type CountedStretch, countTimeLimit } from '@hegui/calendar'
import type { Due, TimeLimit, TimeLimitEdition } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import { editionOn } from '../findings/editions.js'
import type { Ruleset } from '../ruleset/ruleset.js'

const unitTitles: Readonly<Record<TimeLimitEdition['unit'], string>> = {
  'calendar-day': '日（自然日）',
  'working-day': '个工作日',
  month: '个月',
  hour: '小时',
}

/** Procedure follows the edition of the day the step is taken; when that day is unknown, of the day of the decision. */
export function dueOf(limit: TimeLimit, facts: Facts, decidedOn: string, ruleset: Ruleset): Due | undefined {
  const started = limit.editions
    .map((edition) => ({ edition, start: facts.get(edition.start) }))
    .find(({ edition, start }) => typeof start === 'string' && editionOn([edition], start) !== undefined)
  const before = limit.editions.map((each) => facts.get(each.start)).find((start) => typeof start === 'string')
  if (started === undefined && before !== undefined)
    return { date: null, certain: false, rule: `起算日 ${String(before)} 的规定没有读到，期限未计算`, counting: [] }
  const edition = started?.edition ?? editionOn(limit.editions, decidedOn)
  if (edition === undefined) return undefined
  const startTitle = ruleset.vocabulary.facts.get(edition.start)?.title ?? edition.start
  const instrument = ruleset.catalogue.instruments.get(edition.basis.instrument)?.shortTitle ?? edition.basis.instrument
  const rule = `自${startTitle}起 ${edition.amount} ${unitTitles[edition.unit]}（${instrument} ${edition.basis.article}）`
  const start = started?.start
  if (typeof start !== 'string') return { date: null, certain: false, rule, counting: [] }
  if (edition.unit === 'hour') {
    // The hour of the start is not on record: it lies anywhere in that day, and so does the end in the days it can fall on.
    const earliest = addDays(start, Math.floor(edition.amount / 24))
    const latest = addDays(start, Math.ceil(edition.amount / 24))
    const counting = [`${start} 起算 ${edition.amount} 小时；起算的钟点没有记录，到 ${latest} 的同一钟点为止`]
    return { date: latest, earliest, latest, certain: earliest === latest, rule, counting }
  }
  const counted = countTimeLimit({ start, amount: edition.amount, unit: edition.unit })
  return { date: counted.due, earliest: counted.earliest, latest: counted.latest, certain: counted.certain, rule, counting: counted.counting.map(stretchText) }
}

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

const stretchText = (stretch: CountedStretch): string => {
  const days = stretch.from === stretch.to ? stretch.from : `${stretch.from} 至 ${stretch.to}`
  return `${days}：${stretch.holiday ?? reasons[stretch.reason]}，${stretch.counted ? `计 ${stretch.days} 日` : '不计'}`
}
