/** The facts a notice states: those its findings rest on, in the words of the vocabulary. */
import type { Finding, InspectionRecord } from '@hegui/model'
import { factTitle, type Writer } from '../words/words.js'

export function dayText(date: InspectionRecord['conducts'][number]['date'], { words }: Writer): string {
  if (date === null || date === undefined) return words.unknownDate
  return typeof date === 'string' ? date : `${date.from ?? '…'} ${words.to} ${date.to ?? '…'}`
}

/** Each fact once, in the order the findings name them. The detail of a fact in a chain is its value as JSON. */
export function factsRelied(findings: readonly Finding[], writer: Writer): readonly (readonly [label: string, text: string])[] {
  const relied = findings.flatMap(({ chain }) => chain).filter(({ step }) => step === 'fact')
  const details = new Map(relied.flatMap(({ id, detail }) => (detail === undefined ? [] : [[id, detail] as const])))
  return [...details].map(([id, detail]) => [factTitle(id, writer), worded(id, detail, writer)] as const)
}

function worded(id: string, detail: string, { words, vocabulary }: Writer): string {
  const values = vocabulary?.facts.get(id)?.values
  const one = (value: unknown): string =>
    values?.find((each) => each.value === value)?.title ?? (typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value))
  const value = parsed(detail)
  return Array.isArray(value) ? value.map(one).join(words.comma) : one(value)
}

/** An assessment from elsewhere may carry a detail that is no JSON: then it is shown as it stands. */
function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail)
  } catch {
    return detail
  }
}
