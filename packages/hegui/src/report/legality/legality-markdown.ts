/** The table as Markdown, one row a clause; foreign text cannot become markup. */
import type { Detail, LegalityTable } from './table.js'

/** What begins or ends something in Markdown or in the HTML it allows. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>()#+!|~&-]/g, (mark) => (mark === '<' ? '&lt;' : mark === '>' ? '&gt;' : mark === '&' ? '&amp;' : `\\${mark}`))

export function legalityMarkdown({ words, title, facts, tally, rows, circumstances, problems }: LegalityTable): string {
  const said = ({ label, text }: Detail): string => `${label === '' ? '' : `${escaped(label)}${words.colon}`}${escaped(text)}`
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `# ${words.heading}${words.colon}${escaped(title)}`,
    '',
    ...facts.map((fact) => `- ${said(fact)}`),
    `- ${words.tally}${words.colon}${tally.map((each) => `${each.title} ${each.count}`).join(words.comma)}`,
    '',
    row(words.columns),
    row(words.columns.map(() => '---')),
    ...rows.map((each) =>
      row([
        each.clause,
        `${escaped(each.title)}<br>${escaped(each.kinds)}`,
        `**${escaped(each.statusText)}**`,
        each.parts
          .map((part) =>
            [`${escaped(part.label)}${words.colon}${escaped(part.title)} — **${escaped(part.statusText)}**`, ...part.details.map(said)].join('<br>'),
          )
          .join('<br><br>'),
        each.notes.map(said).join('<br>'),
      ]),
    ),
    '',
    `## ${words.circumstances}`,
    '',
    ...circumstances.map((each) => `- ${said(each)}`),
    ...(problems.length === 0 ? [] : ['', `## ${words.contradictions}`, '', ...problems.map((found) => `- ${escaped(found)}`)]),
    '',
    escaped(words.legend),
    '',
    escaped(words.advice),
    '',
  ].join('\n')
}
