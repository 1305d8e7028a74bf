/** Actions: what, by whom, on which basis, by when, and how the days were counted. */
import type { AssessedAction, Due } from '@hegui/model'
import { focusText } from './focus-text.js'
import { citationText, labelled, organTitle, type Writer } from './writer.js'

export function actionLines(action: AssessedAction, writer: Writer): readonly string[] {
  const { words, language, ruleset } = writer
  const title = language === 'zh' ? action.title : (ruleset.catalogue.actions.find((each) => each.id === action.template)?.englishTitle ?? action.title)
  return [
    `· ${title}${words.gap}→ ${action.assignee === null ? words.unassigned : organTitle(action.assignee, writer)}${words.gap}[${action.status === 'firm' ? words.firm : words.provisional}]`,
    `    ${labelled(writer, words.basis, action.basis.map((each) => citationText(each, writer)).join(words.semicolon))}`,
    ...(action.due === undefined ? [] : dueLines(action.due, writer)),
    ...focusText(action.focus, writer).map((line) => `    ${line}`),
    ...action.notes.map((note) => `    ${note}`),
  ]
}

function dueLines(due: Due, writer: Writer): readonly string[] {
  const { words, assessment } = writer
  const bounds =
    due.earliest !== undefined && due.latest !== undefined && due.earliest !== due.latest
      ? words.bracket(`${words.bounds} ${due.earliest} – ${due.latest}`)
      : ''
  const past = due.date !== null && due.date < assessment.decidedOn ? ` [${words.overdue}]` : ''
  return [
    `    ${labelled(writer, words.due, `${due.date === null ? '' : `${due.date}${bounds}${past}${words.gap}`}${due.rule}`)}`,
    ...(due.counting.length === 0 ? [] : [`    ${labelled(writer, words.counting, due.counting.join(words.semicolon))}`]),
  ]
}
