/** Closing checklists (四不放过, 六不放过: two lists, each the plan's own): closed only when every item is done. */
import type { AccountabilityFinding } from '@hegui/model'

export type ClosedChecklist = AccountabilityFinding['checklist'][number]

/** One item not done keeps it open, whatever is unknown; an item not filled in counts as unknown, never as done. */
export function closingOf(about: string, titles: readonly string[], done: readonly (boolean | null)[]): ClosedChecklist {
  const items = titles.map((title, index) => ({ title, done: done[index] ?? null }))
  const mayClose = items.length > 0 && items.every((item) => item.done === true)
  const closing = items.some((item) => item.done === false) ? 'stays-open' : mayClose ? 'may-close' : 'undetermined'
  return { about, items, closing }
}
