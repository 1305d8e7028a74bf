/** Two officers, unless the law lets one act. */
import type { Block, DoneStep, StepEdition } from '@hegui/model'
import { decide } from './applicability.js'
import { type CaseContext, factTitles, titleOf } from './case-context.js'

/** What is wrong with the number of officers of a step that was taken. Nothing when it is not on record: that is asked. */
export function officersBlock(taken: DoneStep, edition: StepEdition, context: CaseContext): Block | undefined {
  const { officers: rule } = edition
  const { officers: count } = taken
  if (rule === undefined || count === undefined || count >= rule.min) return undefined
  const { instruments } = context.ruleset.catalogue
  const cited = ({ instrument, article }: { readonly instrument: string; readonly article: string }): string =>
    `${instruments.get(instrument)?.shortTitle ?? instrument} ${article}`
  const exceptions = (rule.exceptions ?? []).filter(({ min }) => count >= min).map((each) => ({ ...each, ...decide(each.when, context) }))
  if (exceptions.some(({ truth }) => truth === 'holds')) return undefined
  const said = `${titleOf(taken.step, context)}由 ${count} 名执法人员做，少于 ${rule.min} 名（${cited(rule.basis)}）`
  const open = exceptions.find(({ truth }) => truth === 'unknown')
  if (open === undefined) return { kind: 'officers', step: taken.step, text: `${said}，要重做` }
  const text = `${said}；是否属于可以由 ${open.min} 名做的例外（${cited(open.basis)}）还不清楚，缺：${factTitles(open.missing, context)}`
  return { kind: 'officers', step: taken.step, missing: [...open.missing], text }
}
