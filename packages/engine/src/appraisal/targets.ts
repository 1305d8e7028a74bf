/** The targets of a plan: met, missed, or not to be told from what is known. */
import { type AppraisalFile, type AppraisedTarget, type Formula, formulaText, latestOf, type Plan, sameUnit } from '@hegui/model'
import { byCodeUnit } from '../ruleset/order.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { distinctEvidence } from './cell.js'
import { clausesOf } from './clauses.js'
import { type Aim, stateAgainst } from './compare.js'
import { type Figure, type FigureContext, noFigure } from './figure.js'
import { formulaTitles } from './formula-titles.js'
import { atomsOf } from './formulas-of-plan.js'
import { hasShare } from './percent.js'
import { figureOf } from './value.js'
import { wholeIntervals } from './whole-intervals.js'
import { changeOf } from './year-on-year.js'

type Target = Plan['targets'][number]
type Configured = NonNullable<AppraisalFile['targets']>[number]

export type TargetSettings = Pick<AppraisalFile, 'targets' | 'readings'>

/** Item by item, in the order of the plan; then what the file adds to each target. What the text says is never overridden. */
export function appraisedTargets(plan: Plan, context: FigureContext, settings: TargetSettings, ruleset: Ruleset): readonly AppraisedTarget[] {
  const titles = formulaTitles(plan, settings.targets, ruleset)
  return plan.targets.flatMap((target) => {
    const configured = (settings.targets ?? []).filter((each) => each.target === target.id)
    const added = configured.filter((each) => !target.items.some((item) => item.id === each.item))
    const items: readonly Item[] = [
      ...target.items.map((item) =>
        merged(
          item,
          configured.find((each) => each.item === item.id),
        ),
      ),
      ...added.map((each) => merged({ id: each.item, title: each.title ?? each.item }, each)),
    ]
    const clauses = clausesOf(plan, 'target', target.id)
    const whole: Item = { id: null, title: target.title, aim: undefined, formula: undefined, configured: false }
    return (items.length === 0 ? [whole] : items).map((item) => ({
      ...appraised(target, item, context, settings.readings?.[target.id]),
      formula: item.formula === undefined ? null : formulaText(item.formula, ruleset.vocabulary, titles),
      clauses,
      flags: target.flags ?? [],
    }))
  })
}

interface Item {
  readonly id: string | null
  readonly title: string
  readonly aim: Aim | undefined
  readonly formula: Formula | undefined
  readonly configured: boolean
}

const merged = (item: Target['items'][number], configured: Configured | undefined): Item => ({
  id: item.id,
  title: item.title,
  aim: item.aim ?? configured?.aim,
  formula: item.formula ?? configured?.formula,
  configured: (item.aim === undefined && configured?.aim !== undefined) || (item.formula === undefined && configured?.formula !== undefined),
})

type Appraised = Omit<AppraisedTarget, 'formula' | 'clauses' | 'flags'>

function appraised(target: Target, { id, title, aim, formula, configured }: Item, context: FigureContext, chosen: string | undefined): Appraised {
  const reading = target.readings?.find((each) => each.id === chosen)?.id ?? null
  const intervals = aim?.per === undefined ? null : wholeIntervals(context.period, aim.per)
  const { figure, ...judged } =
    formula === undefined
      ? { figure: noFigure, state: 'undetermined' as const, reason: '没有写明怎样算，可以配置。' }
      : aim !== undefined && intervals !== null && intervals.length > 1
        ? judgedByInterval(aim, formula, context, intervals)
        : judgedOnce(aim, formula, context)
  const unread = (target.readings ?? []).length > 0 && reading === null
  return {
    target: target.id,
    item: id,
    title,
    value: figure.value,
    aim: aim ?? null,
    state: unread ? 'undetermined' : judged.state,
    configured,
    reading,
    evidence: figure.evidence,
    figures: figure.figures,
    reason: unread ? `原文有几种读法（${target.readings?.map((each) => each.title).join('；')}），没有选定用哪一种。` : judged.reason,
  }
}

interface Judged {
  readonly figure: Figure
  readonly state: AppraisedTarget['state']
  readonly reason: string
}

/** `whole` is the period that is appraised, of which `context.period` may be one interval. */
function judgedOnce(aim: Aim | undefined, formula: Formula, context: FigureContext, whole = context.period): Judged {
  const figure = aim?.against === 'year-on-year' ? changeOf(formula, context) : figureOf(formula, context)
  const open = whyOpen(aim, formula, figure, context, whole)
  const running = stillRunning(formula, aim, context)
  const state =
    open !== undefined || aim === undefined || figure.value === null
      ? 'undetermined'
      : stateAgainst(running ? { ...figure.value, max: null } : figure.value, aim)
  return { figure, state, reason: open ?? (running && state === 'undetermined' ? '考核期间还没有过完，数字还会增加。' : reasons[state]) }
}

/** An aim for each week, month or year, over several: met in all of them, or missed in one. */
function judgedByInterval(aim: Aim, formula: Formula, context: FigureContext, intervals: readonly FigureContext['period'][]): Judged {
  // A figure without a period is of the whole period that is appraised, not of any one interval.
  const figures = context.figures.filter((each) => each.period !== undefined)
  const judged = intervals.map((period) => ({ period, ...judgedOnce(aim, formula, { ...context, period, figures }, context.period) }))
  const decisive = judged.find(({ state }) => state === 'missed') ?? judged.find(({ state }) => state === 'undetermined')
  const figure: Figure =
    aim.against === 'level' && addsUp(formula)
      ? figureOf(formula, context)
      : {
          ...noFigure,
          evidence: distinctEvidence(judged.map((each) => each.figure.evidence)),
          figures: [...new Set(judged.flatMap((each) => each.figure.figures))].sort(byCodeUnit),
        }
  return decisive === undefined
    ? { figure, state: 'met', reason: `每${lengths[aim.per ?? 'year']}的数值都达到指标。` }
    : { figure, state: decisive.state, reason: `${decisive.period.from}至${decisive.period.to}：${decisive.reason}` }
}

/** Counts and sums of intervals add up to that of the whole period; figures from outside and shares do not. */
const addsUp = (formula: Formula): boolean => ('plus' in formula ? formula.plus.every(addsUp) : 'count' in formula || 'sum' in formula)

const reasons: Readonly<Record<AppraisedTarget['state'], string>> = {
  met: '数值达到指标。',
  missed: '数值没有达到指标。',
  undetermined: '数值是区间，指标在区间以内：补上缺的记录或者事实才能确定。',
}
const lengths = { week: '周', month: '月', year: '年' } as const

/** Counts still grow while the period lasts: only what cannot change any more decides. A figure a unit gave is of its whole period. */
const stillRunning = (formula: Formula, aim: Aim | undefined, { period, seenOn = period.to }: FigureContext): boolean =>
  seenOn < period.to && aim?.against !== 'year-on-year' && atomsOf(formula).length > 0

/** Why a number, even if there is one, does not say whether the aim is met. */
function whyOpen(
  aim: Aim | undefined,
  formula: Formula,
  { value, measuredIn }: Figure,
  { period, seenOn = period.to }: FigureContext,
  whole: FigureContext['period'],
): string | undefined {
  if (aim === undefined) return '原文没有写要多少，可以配置。'
  if (value === null) return '没有可以用的数字：没有报来，或者没有可比的。'
  if (measuredIn !== null && !sameUnit(measuredIn, aim.unit)) return `数字以 ${measuredIn} 计，指标以 ${aim.unit} 计，不能比。`
  const shares = atomsOf(formula).length > 0 && (hasShare(formula) || aim.against === 'year-on-year')
  if (shares && seenOn < period.to) return '考核期间还没有过完，百分比还会变。'
  if (aim.by !== undefined && whole.to < latestOf(aim.by)) return `指标到 ${latestOf(aim.by)} 为止，考核期间还没有到那一天。`
  if (aim.per !== undefined && wholeIntervals(period, aim.per) === null) return `指标按每${lengths[aim.per]}计，考核期间不是正好整${lengths[aim.per]}。`
  return undefined
}
