/** What the authority may decide: proposed measures with their range, article, organ, and what they still depend on. */
import { type AssessedMeasure, type Assessment, instrumentOf } from '@hegui/model'
import { type Line, say } from '../page/page.js'
import { numberText } from '../words/value-text.js'
import { citationText, factTitle, organTitle, type Writer } from '../words/words.js'
import type { Case } from './notice-case.js'

/** Internal work is no business of the party. */
export const measureLines = (conducts: ReadonlySet<string>, { assessment, writer }: Case): readonly Line[] => [
  ...new Map(
    assessment.measures
      .filter(({ conduct, proposed, backing }) => conducts.has(conduct) && proposed && backing !== 'internal')
      .map((measure) => measureText(measure, assessment, writer))
      .map((text) => [text, say(text)] as const),
  ).values(),
]

function measureText(measure: AssessedMeasure, { pending }: Assessment, writer: Writer): string {
  const { words } = writer
  const left = (topic: string): string => pending.find((each) => each.topic === topic && each.conduct === measure.conduct)?.message ?? topic
  const open = measure.subjectTo.map((subject) =>
    subject.kind === 'fact' ? factTitle(subject.fact, writer) : subject.kind === 'circumstance' ? factTitle(subject.circumstance, writer) : left(subject.topic),
  )
  const organs = measure.authority.length === 0 ? words.unknown : measure.authority.map((organ) => organTitle(organ, writer)).join(words.comma)
  return [
    measure.title,
    ...spanText(measure.amountYuan, words.yuan, writer),
    ...spanText(measure.days, words.days, writer),
    ...(measure.multiple === undefined
      ? []
      : [
          `${factTitle(measure.multiple.of, writer)} ×${spanText(measure.multiple, '', writer)
            .map((span) => ` ${span}`)
            .join('')}`,
        ]),
    `[${[words[measure.status], words[measure.force], ...optionOf(measure, words.oneOf)].join(words.comma)}]`,
    ...(measure.on === 'party' ? [] : [words.against[measure.on]]),
    ...basisOf(measure, writer),
    `${words.authority}${words.colon}${organs}`,
    ...(open.length === 0 ? [] : [`${words.subjectTo}${words.colon}${[...new Set(open)].join(words.comma)}`]),
  ].join(' ')
}

/** Options of one group exclude each other: the same letter is one option. */
const optionOf = ({ oneOf }: AssessedMeasure, word: string): readonly string[] =>
  oneOf === undefined ? [] : [`${word} ${String.fromCharCode(65 + oneOf.option)}`]

interface Span {
  readonly min: number | null
  readonly max: number | null
}
function spanText(range: Span | undefined, unit: string, { words }: Writer): readonly string[] {
  if (range === undefined) return []
  const { min, max } = range
  if (max === null) return min === null ? [] : [`≥ ${numberText(min)}${unit}`]
  if (min === null) return [`${words.from0} ${numberText(max)}${unit}`]
  return [min === max ? `${numberText(min)}${unit}` : `${numberText(min)} – ${numberText(max)}${unit}`]
}

/** A measure is proposed only where the article of that day was read. */
const basisOf = ({ norm, article, edition }: AssessedMeasure, writer: Writer): readonly string[] =>
  norm === undefined || article === undefined
    ? []
    : [`${writer.words.basis}${writer.words.colon}${citationText({ instrument: instrumentOf(norm), article, edition: edition ?? null, read: true }, writer)}`]
