/** What a notice leaves open, and what the assessment says the party is to be told and the procedure still asks. */
import { type Line, say } from '../page/page.js'
import { citationText, factTitle } from '../words/words.js'
import type { Case } from './notice-case.js'

export function openLines(conducts: ReadonlySet<string>, { assessment, writer }: Case): readonly Line[] {
  const { words } = writer
  const about = <T extends { readonly conduct: string }>(list: readonly T[]): readonly T[] => list.filter(({ conduct }) => conducts.has(conduct))
  return unique([
    ...about(assessment.findings)
      .filter(({ verdict, canViolate }) => verdict === 'undetermined' && canViolate === true)
      .map(
        ({ title, missing }) => `${title}${missing.length === 0 ? '' : `${words.colon}${missing.map((fact) => factTitle(fact, writer)).join(words.comma)}`}`,
      ),
    ...about(assessment.circumstances).flatMap(({ state, title }) => (state === 'open' ? [title] : [])),
    ...about(assessment.pending).map(({ message }) => message),
    ...about(assessment.questions).map(({ question }) => question),
  ])
}

/** Circumstances that are for the party to show, then the actions of the procedure, each with its basis and its day. */
export function rightLines(conducts: ReadonlySet<string>, { assessment, writer }: Case): readonly Line[] {
  const { words } = writer
  const told = assessment.circumstances.flatMap(({ conduct, notice, basis }) =>
    conducts.has(conduct) && notice !== undefined ? [`${notice}${words.bracket(citationText(basis, writer))}`] : [],
  )
  const asked = assessment.actions
    .filter(({ conduct }) => conducts.has(conduct))
    .map(({ title, basis, due }) => {
      const day = due === undefined ? [] : [`${words.due} ${due.date ?? due.rule}${due.certain ? '' : words.bracket(words.provisional)}`]
      return [title, ...day, ...basis.map((cited) => citationText(cited, writer))].join(words.semicolon)
    })
  return unique([...told, ...asked])
}

const unique = (lines: readonly string[]): readonly Line[] => [...new Set(lines)].map((line) => say(line))
