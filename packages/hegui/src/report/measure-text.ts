/** Measures by the article they rest on, the national law first, internal work last. */
import { type AssessedMeasure, type Instrument, instrumentKinds, instrumentOf } from '@hegui/model'
import { backingTitle, rangeText, subjectOn, subjectTitle, yuan } from './words.js'
import { factTitle, instrumentTitle, labelled, organTitles, planTitle, type Writer } from './writer.js'

const sourceInstrument = (measure: AssessedMeasure, { ruleset }: Writer): Instrument | undefined =>
  measure.norm === undefined ? undefined : ruleset.catalogue.instruments.get(instrumentOf(measure.norm))

/** What a plan says without any basis is listed item by item elsewhere, and not here. */
export function measureGroups(measures: readonly AssessedMeasure[], writer: Writer): readonly string[] {
  const groups = new Map<string, AssessedMeasure[]>()
  for (const measure of [...measures].filter((each) => each.backing !== 'unbacked').sort((a, b) => rankOf(a, writer) - rankOf(b, writer))) {
    const source = sourceOf(measure, writer)
    groups.set(source, [...(groups.get(source) ?? []), measure])
  }
  return [...groups].flatMap(([source, group]) => [source, ...reasons(group, writer), ...group.map((measure) => measureLine(measure, writer)), ...notes(group)])
}

const rankOf = (measure: AssessedMeasure, writer: Writer): number => {
  const kind = sourceInstrument(measure, writer)?.kind
  return kind === undefined ? instrumentKinds.length : instrumentKinds.indexOf(kind)
}

function sourceOf(measure: AssessedMeasure, writer: Writer): string {
  const { ruleset, language, words } = writer
  const instrument = sourceInstrument(measure, writer)
  const norm = measure.norm === undefined ? undefined : ruleset.catalogue.norms.get(measure.norm)
  const edition = norm?.editions.find((each) => each.edition === measure.edition)
  const edited = instrument?.editions.find((each) => each.id === measure.edition)
  const title =
    instrument === undefined
      ? measure.plans.map(({ plan, clause }) => `${planTitle(plan, writer)} ${clause}`).join(words.comma)
      : `${instrumentTitle(instrument.id, writer)} ${edition?.articleTitle ?? ''}${edited === undefined ? '' : words.bracket(edited.title)}${norm === undefined ? '' : `${words.gap}${norm.title}`}`
  return `▸ ${title}${words.gap}→ ${organTitles(measure.authority, writer)}${words.gap}[${backingTitle(measure.backing, language)}]`
}

/** Every reason of the group once, above its measures. */
const reasons = (group: readonly AssessedMeasure[], writer: Writer): readonly string[] =>
  [...new Set(group.flatMap((measure) => measure.reason ?? []))].map((reason) => `    ${labelled(writer, writer.words.reason, reason)}`)

const notes = (group: readonly AssessedMeasure[]): readonly string[] => [...new Set(group.flatMap((measure) => measure.notes))].map((note) => `    ※ ${note}`)

function measureLine(measure: AssessedMeasure, writer: Writer): string {
  const { language, words } = writer
  const title = (fact: string): string => factTitle(fact, writer)
  const tags = [
    ...(measure.proposed ? [measure.status === 'firm' ? words.firm : words.provisional] : []),
    words[measure.force],
    ...(measure.tier === undefined ? [] : [measure.tier]),
    ...(measure.oneOf === undefined ? [] : [`${words.oneOf} ${String.fromCharCode(65 + measure.oneOf.option)}`]),
  ]
  const open = measure.subjectTo.filter((subject) => subject.kind === 'circumstance').length
  const subjects = [
    ...measure.subjectTo.filter((subject) => subject.kind !== 'circumstance').map((subject) => subjectTitle(subject, title, language)),
    ...(open === 0 ? [] : [words.openCount.replace('{n}', String(open))]),
  ]
  const band = measure.recommendedYuan
  const on = subjectOn(measure.on, language)
  return [
    `    · ${measure.title}${rangeText(measure, title, language)}${words.gap}[${tags.join(' · ')}]`,
    ...(band === undefined ? [] : [labelled(writer, words.benchmark, `${yuan(band.min, language)} – ${yuan(band.max, language)}`)]),
    ...measure.recommendations.map((each) => each.conflict),
    ...(on === '' ? [] : [labelled(writer, words.on, on)]),
    ...(subjects.length === 0 ? [] : [labelled(writer, words.subjectTo, subjects.join(words.semicolon))]),
  ].join(words.gap)
}
