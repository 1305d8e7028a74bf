/** When something is due, by the statute's own way of counting, with the counting shown. */
import { addDays, addHours, countTimeLimit, dateInShanghai } from '@hegui/calendar'
import type { Due, TimeLimit, TimeLimitEdition } from '@hegui/model'
import type { Facts } from '../conditions/leaf.js'
import { editionOn } from '../findings/editions.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { countAround, type ExcludedDays } from './excluded.js'
import { stretchText } from './stretch-text.js'

const unitTitles: Readonly<Record<TimeLimitEdition['unit'], string>> = {
  'calendar-day': '日（自然日）',
  'working-day': '个工作日',
  month: '个月',
  hour: '小时',
}

/** What a case knows beyond the day a limit starts. */
export interface DueOptions {
  /** Added to the amount, each with its basis in words. */
  readonly extensions?: readonly { readonly amount: number; readonly basis: string }[]
  /** Not counted; for limits in calendar days. */
  readonly excluded?: readonly ExcludedDays[]
  /** The instant at which a day fact came true, where it is on record: limits in hours run from it. */
  readonly instantOf?: (fact: string) => string | undefined
}

/** The edition a limit is counted by: that of the day it starts; while it has not started, of the day looked at. */
export function limitEdition({ editions }: TimeLimit, facts: Facts, day: string): TimeLimitEdition | undefined {
  const started = editions.find((edition) => {
    const start = facts.get(edition.start)
    return typeof start === 'string' && editionOn([edition], start) !== undefined
  })
  return started ?? editionOn(editions, day)
}

/** Procedure follows the edition of the day the step is taken; when that day is unknown, of the day of the decision. */
export function dueOf(limit: TimeLimit, facts: Facts, decidedOn: string, ruleset: Ruleset, options: DueOptions = {}): Due | undefined {
  const edition = limitEdition(limit, facts, decidedOn)
  const start = edition === undefined ? undefined : facts.get(edition.start)
  const runs = edition !== undefined && typeof start === 'string' && editionOn([edition], start) !== undefined
  const before = limit.editions.map((each) => facts.get(each.start)).find((day) => typeof day === 'string')
  if (!runs && before !== undefined) return { date: null, certain: false, rule: `起算日 ${String(before)} 的规定没有读到，期限未计算`, counting: [] }
  if (edition === undefined) return undefined
  const { extensions = [], excluded = [] } = options
  const rule = ruleText(edition, extensions, ruleset)
  if (!runs) return { date: null, certain: false, rule, counting: [] }
  if (edition.unit === 'hour') return hoursAfter(start, options.instantOf?.(edition.start), edition.amount, rule)
  const amount = extensions.reduce((sum, each) => sum + each.amount, edition.amount)
  if (edition.unit === 'calendar-day' && excluded.length > 0) {
    const { due, counting } = countAround(start, amount, excluded)
    return due === null ? { date: null, certain: false, rule, counting } : { date: due, earliest: due, latest: due, certain: true, rule, counting }
  }
  const counted = countTimeLimit({ start, amount, unit: edition.unit })
  return { date: counted.due, earliest: counted.earliest, latest: counted.latest, certain: counted.certain, rule, counting: counted.counting.map(stretchText) }
}

function ruleText({ start, amount, unit, basis }: TimeLimitEdition, extensions: NonNullable<DueOptions['extensions']>, ruleset: Ruleset): string {
  const startTitle = ruleset.vocabulary.facts.get(start)?.title ?? start
  const instrument = ruleset.catalogue.instruments.get(basis.instrument)?.shortTitle ?? basis.instrument
  const added = extensions.map((each) => `，延长 ${each.amount} ${unitTitles[unit]}（${each.basis}）`).join('')
  return `自${startTitle}起 ${amount} ${unitTitles[unit]}（${instrument} ${basis.article}）${added}`
}

/** Without the hour of the start the end lies anywhere in the days it can fall on. */
function hoursAfter(start: string, instant: string | undefined, hours: number, rule: string): Due {
  if (instant !== undefined) {
    const end = addHours(instant, hours)
    const date = dateInShanghai(end)
    return { date, instant: end, earliest: date, latest: date, certain: true, rule, counting: [`${instant} 起算 ${hours} 小时，到 ${end}`] }
  }
  const earliest = addDays(start, Math.floor(hours / 24))
  const latest = addDays(start, Math.ceil(hours / 24))
  const counting = [`${start} 起算 ${hours} 小时；起算的钟点没有记录，到 ${latest} 的同一钟点为止`]
  return { date: latest, earliest, latest, certain: earliest === latest, rule, counting }
}
