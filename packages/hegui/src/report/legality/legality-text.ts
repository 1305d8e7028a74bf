/** The table for a terminal: a clause, its result, and below it every part with what it stands on. */
import { terminalText } from '../writer.js'
import type { Detail, LegalityTable } from './table.js'

export function legalityText({ words, title, facts, tally, rows, circumstances, problems }: LegalityTable): string {
  const line = (indent: string, { label, text }: Detail): string => `${indent}${label === '' ? '' : `${label}${words.colon}`}${text}`
  return terminalText([
    `${words.heading}${words.colon}${title}`,
    ...facts.map((fact) => line('', fact)),
    `${words.tally}${words.colon}${tally
      .filter((each) => each.count > 0)
      .map((each) => `${each.title} ${each.count}`)
      .join(words.comma)}`,
    ...rows.flatMap((row) => [
      '',
      `${row.clause}　[${row.statusText}]　${row.title}`,
      ...row.parts.flatMap((part) => [
        `    · ${part.label}${words.colon}${part.title}　[${part.statusText}]`,
        ...part.details.map((each) => line('        ', each)),
      ]),
      ...row.notes.map((each) => line('    ※ ', each)),
    ]),
    '',
    words.circumstances,
    ...circumstances.map((each) => line('    · ', each)),
    ...(problems.length === 0 ? [] : ['', words.contradictions, ...problems.map((found) => `    ${found}`)]),
    '',
    words.legend,
    words.advice,
  ])
}
