/** One consequence for an official or a unit on one line: what, on whom, on what ground, and whether it is proposed. */
import type { AppraisedConsequence } from '@hegui/model'
import { citationText, organTitle, type Writer } from './words.js'

export function consequenceText(each: AppraisedConsequence, writer: Writer): string {
  const { words } = writer
  const sanctions = (each.sanctions ?? []).map((sanction) => words.sanction[sanction]).join(words.comma)
  const notes = [
    words.consequenceKind[each.kind],
    ...(each.object === undefined ? [] : [words.supervisedObject[each.object]]),
    ...(each.tier === undefined ? [] : [words.tier.replace('{n}', String(each.tier))]),
    ...(each.by === undefined ? [] : [`${words.by}${each.by.map((organ) => organTitle(organ, writer)).join(words.comma)}`]),
    words.role[each.on],
    ...(sanctions === '' ? [] : [sanctions]),
    words.backing[each.backing],
    ...each.basis.map((cited) => citationText(cited, writer)),
    each.proposed ? words.proposed : words.notProposed,
    ...(each.reason === undefined ? [] : [each.reason]),
  ]
  return `${each.title}${words.bracket(notes.join(words.semicolon))}`
}
