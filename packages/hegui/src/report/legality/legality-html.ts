/**
 * The tables as one page to print: no script, no font and no picture from elsewhere, every text escaped.
 * A result is told by its words; its colour only helps.
 */
import { htmlDocument, htmlText } from '@hegui/report'
import type { Detail, LegalityTable, Row } from './table.js'

const style = `
body { font: 14px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; margin: 2em auto; max-width: 80em; padding: 0 1em; color: #111; background: #fff }
h1 { font-size: 1.5em; margin: 0 0 .5em } h2 { font-size: 1.1em; margin: 1.5em 0 .5em }
section + section { margin-top: 3em }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: 0 0 1em } dt { color: #444 } dd { margin: 0 }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { border: 1px solid #888; padding: .4em .5em; vertical-align: top; text-align: left; overflow-wrap: anywhere }
thead th { background: #eee } col.clause { width: 4.5em } col.title { width: 13em } col.status { width: 7em } col.notes { width: 24em }
.kinds, .status { white-space: normal } .kinds { color: #444; font-size: .85em }
.part + .part { margin-top: .6em; padding-top: .5em; border-top: 1px dotted #aaa } .part p, .note { margin: .1em 0 }
.part .head { font-weight: 600 } .label { color: #444 }
.result { font-weight: 600 }
.conflict { color: #a3001b } .unbacked { color: #a34700 } .unverified { color: #6b5a00 } .notEncoded { color: #444 } .statutory { color: #00602b } .internal { color: #1d3f7a }
.tally { margin: 0 0 1em; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .2em 1.5em }
footer { margin-top: 1.5em; font-size: .9em; color: #333 }
@page { size: A4 landscape; margin: 12mm }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 9pt } thead { display: table-header-group } tr { break-inside: auto } .part, .note { break-inside: avoid } section + section { break-before: page } }
`.trim()

export function legalityHtml(tables: readonly LegalityTable[]): string {
  const [first] = tables
  const heading = first?.words.heading ?? ''
  const title = [heading, ...tables.map((table) => table.title)].join(' ')
  return htmlDocument(title, first?.language ?? 'zh', style, tables.flatMap(sectionOf))
}

function sectionOf(table: LegalityTable): readonly string[] {
  const { words } = table
  return [
    '<section>',
    `<h1>${htmlText(words.heading)}${words.colon}${htmlText(table.title)}</h1>`,
    '<dl>',
    ...table.facts.map(({ label, text }) => `<dt>${htmlText(label)}</dt><dd>${htmlText(text)}</dd>`),
    '</dl>',
    `<ul class="tally">${table.tally.map((each) => `<li><span class="result ${each.status}">${htmlText(each.title)}</span> ${each.count}</li>`).join('')}</ul>`,
    '<table>',
    '<colgroup><col class="clause"><col class="title"><col class="status"><col><col class="notes"></colgroup>',
    `<thead><tr>${words.columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.rows.map((row) => rowOf(row, words.colon)),
    '</tbody>',
    '</table>',
    `<h2>${htmlText(words.circumstances)}</h2>`,
    `<ul>${table.circumstances.map(({ label, text }) => `<li>${label === '' ? '' : `${htmlText(label)}${words.colon}`}${htmlText(text)}</li>`).join('')}</ul>`,
    ...(table.problems.length === 0
      ? []
      : [`<h2>${htmlText(words.contradictions)}</h2>`, `<ul>${table.problems.map((found) => `<li>${htmlText(found)}</li>`).join('')}</ul>`]),
    `<footer><p>${htmlText(words.legend)}</p><p>${htmlText(words.advice)}</p></footer>`,
    '</section>',
  ]
}

function rowOf(row: Row, colon: string): string {
  const said = ({ label, text }: Detail): string => `${label === '' ? '' : `<span class="label">${htmlText(label)}${colon}</span>`}${htmlText(text)}`
  const parts = row.parts.map(
    (part) =>
      `<div class="part"><p class="head">${htmlText(part.label)}${colon}${htmlText(part.title)} <span class="${part.status}">[${htmlText(part.statusText)}]</span></p>${part.details.map((detail) => `<p>${said(detail)}</p>`).join('')}</div>`,
  )
  return [
    `<tr><th scope="row">${htmlText(row.clause)}</th>`,
    `<td>${htmlText(row.title)}<div class="kinds">${htmlText(row.kinds)}</div></td>`,
    `<td class="result ${row.status}">${htmlText(row.statusText)}</td>`,
    `<td>${parts.join('')}</td>`,
    `<td>${row.notes.map((each) => `<p class="note">${said(each)}</p>`).join('')}</td></tr>`,
  ].join('\n')
}
