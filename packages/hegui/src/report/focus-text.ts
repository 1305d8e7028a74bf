/** The focus windows that moved a question or an action forward. */
import { calendarWords } from './calendar-words.js'
import { labelled, type Writer } from './writer.js'

interface InWindow {
  readonly plan: string
  readonly focus: string
  readonly certainty?: 'possible' | undefined
}

/** Nothing where there is none. Windows go by their title in the plan, with the intensity the text gives them. */
export function focusText(windows: readonly InWindow[] | undefined, writer: Writer): readonly string[] {
  if (windows === undefined) return []
  const { words, language, ruleset } = writer
  const own = calendarWords(language)
  const titles = windows.map(({ plan, focus, certainty }) => {
    const window = ruleset.catalogue.plans.get(plan)?.focus.find(({ id }) => id === focus)
    const intensity = own.intensity[window?.intensity ?? 'normal']
    const notes = [...(intensity === '' ? [] : [intensity]), ...(certainty === undefined ? [] : [own.uncertainWindow])]
    return `${window?.title ?? focus}${notes.length === 0 ? '' : words.bracket(notes.join(words.comma))}`
  })
  return [labelled(writer, own.focus, titles.join(words.comma))]
}
