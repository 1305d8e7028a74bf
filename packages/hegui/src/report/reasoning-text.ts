/** The legal reasoning behind the measures: which law applies, which circumstances count, how measures stand to each other. */
import type { AssessedCircumstance, Assessment, Concurrence, EditionChoice } from '@hegui/model'
import { citationText, factTitle, instrumentTitle, labelled, type Writer } from './writer.js'

/** Circumstances that are open are counted and named; the questions say what to ask. */
const SHOWN_OPEN = 6

export function editionChoiceLines(choices: readonly EditionChoice[], writer: Writer): readonly string[] {
  const { words } = writer
  return choices.flatMap((choice) => [
    `● ${titleOf(choice.norm, writer)}${words.gap}[${words.choice[choice.outcome]}]`,
    `    ${labelled(writer, words.reason, choice.reason)}`,
    ...sideLines(words.conductDay, choice.conductDay, writer),
    ...(choice.decisionDay === null ? [] : sideLines(words.decisionDay, choice.decisionDay, writer)),
    ...choice.assumptions.map((assumption) => `    ${labelled(writer, words.assumption, assumption)}`),
    ...(choice.missing.length === 0 ? [] : [`    ${labelled(writer, words.missing, choice.missing.map((fact) => factTitle(fact, writer)).join(words.comma))}`]),
    ...basisLines(choice.basis, writer),
  ])
}

const titleOf = (norm: string, { ruleset }: Writer): string => ruleset.catalogue.norms.get(norm)?.title ?? norm

function sideLines(label: string, side: EditionChoice['conductDay'], writer: Writer): readonly string[] {
  const { words, ruleset } = writer
  const norms = side.norms.map(({ norm, edition, article }) => {
    const instrument = norm.slice(0, norm.indexOf('/'))
    const title = ruleset.catalogue.instruments.get(instrument)?.editions.find((each) => each.id === edition)?.title
    return `${instrumentTitle(instrument, writer)} ${article}${title === undefined ? '' : words.bracket(title)}`
  })
  return side.options.length === 0 ? [] : [`    ${labelled(writer, label, `${norms.join(words.comma)}${words.gap}${side.options.join(' / ')}`)}`]
}

const basisLines = (basis: Concurrence['basis'], writer: Writer): readonly string[] =>
  basis.length === 0 ? [] : [`    ${labelled(writer, writer.words.basis, basis.map((each) => citationText(each, writer)).join(writer.words.semicolon))}`]

export function circumstanceLines(circumstances: readonly AssessedCircumstance[], writer: Writer): readonly string[] {
  const { words } = writer
  const of = (state: AssessedCircumstance['state']): readonly AssessedCircumstance[] => circumstances.filter((each) => each.state === state)
  const open = of('open').map((each) => each.title)
  const named = open.slice(0, SHOWN_OPEN).join(words.comma)
  return [
    ...of('established').flatMap((each) => [
      `● ${each.title}${words.gap}[${words.established}] ${words.effect[each.effect]}${words.bracket(citationText(each.basis, writer))}`,
      ...(each.accompanying === undefined ? [] : [`    ${labelled(writer, words.accompanying, each.accompanying)}`]),
    ]),
    ...of('not-shown').flatMap((each) => [
      `○ ${each.title}${words.gap}[${words.notShown}]${words.bracket(citationText(each.basis, writer))}`,
      ...(each.notice === undefined ? [] : [`    ${labelled(writer, words.notice, each.notice)}`]),
    ]),
    ...(open.length === 0
      ? []
      : [`○ ${labelled(writer, words.openCircumstances.replace('{n}', String(open.length)), `${named}${open.length > SHOWN_OPEN ? words.andMore : ''}`)}`]),
  ]
}

export function concurrenceLines(entries: Assessment['concurrence'], writer: Writer): readonly string[] {
  return entries.flatMap((each) => [
    `● ${writer.words.concurrence[each.kind]}${writer.words.colon}${each.reason}`,
    ...(each.positions ?? []).map((position, index) => `    ${String.fromCharCode(65 + index)}. ${position}`),
    ...basisLines(each.basis, writer),
  ])
}
