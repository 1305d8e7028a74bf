/** Everything in which an assessment differs from a decided case, in words, all at once. */
import { type Assessment, instrumentOf } from '@hegui/model'
import type { LegalCase } from './format.js'

/** Every key of `expected` is met by `actual`; lists as sets, since their order says nothing in law. */
export function meets(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected))
    return Array.isArray(actual) && actual.length === expected.length && expected.every((part) => actual.some((other) => meets(part, other)))
  if (typeof expected === 'object' && expected !== null)
    return (
      typeof actual === 'object' && actual !== null && Object.entries(expected).every(([key, value]) => meets(value, (actual as Record<string, unknown>)[key]))
    )
  return Object.is(expected, actual)
}

const shown = (value: unknown): string => JSON.stringify(value)
const picked = (actual: object, keys: object): string =>
  shown(Object.fromEntries(Object.keys(keys).map((key) => [key, (actual as Record<string, unknown>)[key]])))

export function mismatches({ expect: expected, decides }: LegalCase, assessment: Assessment): readonly string[] {
  const { findings, measures, actions, questions } = assessment
  const lines: string[] = []
  const among = <T extends object>(what: string, wanted: readonly object[], all: readonly T[], like: (wanted: object, one: T) => boolean) => {
    for (const each of wanted)
      if (!all.some((one) => meets(each, one))) {
        const near = all.filter((one) => like(each, one)).map((one) => picked(one, each))
        lines.push(`${what}：应有 ${shown(each)}，${near.length > 0 ? `只有 ${near.join(' ')}` : '没有'}`)
      }
  }
  const sameKey = (key: string) => (wanted: object, one: object) => (wanted as Record<string, unknown>)[key] === (one as Record<string, unknown>)[key]

  for (const [rule, verdict] of Object.entries(expected.findings ?? {})) {
    const verdicts = findings.filter((finding) => finding.rule === rule).map((finding) => finding.verdict)
    if (!verdicts.includes(verdict)) lines.push(`认定 ${rule}：应为 ${verdict}，实为 ${verdicts.join('、') || '没有'}`)
  }
  const of = (norm: string) => measures.filter((measure) => measure.norm === norm)
  for (const norm of expected.norms ?? []) if (!of(norm).some((measure) => measure.proposed)) lines.push(`规范 ${norm}：应有建议的措施，没有`)
  for (const { norm, ...how } of expected.notProposed ?? []) {
    if (of(norm).length === 0) lines.push(`规范 ${norm}：应列出而不建议，没有列出`)
    for (const measure of of(norm)) {
      if (measure.proposed) lines.push(`规范 ${norm}：不应建议 ${measure.title}`)
      if (!meets(how, measure)) lines.push(`规范 ${norm} ${measure.title}：应为 ${shown(how)}，实为 ${picked(measure, how)}`)
    }
  }
  for (const norm of expected.absent ?? []) for (const measure of of(norm)) lines.push(`规范 ${norm}：不适用，却列出 ${measure.title}`)
  among(
    '措施',
    (expected.measures ?? []).map((each) => ({ proposed: true, ...each })),
    measures,
    (wanted, one) => sameKey('norm')(wanted, one) && sameKey('kind')(wanted, one),
  )
  for (const each of expected.noMeasures ?? []) for (const one of measures) if (meets(each, one)) lines.push(`措施：不应有 ${shown(each)}，却有 ${one.title}`)
  among('任务', expected.actions ?? [], actions, sameKey('template'))
  for (const each of expected.noActions ?? []) for (const one of actions) if (meets(each, one)) lines.push(`任务：不应有 ${shown(each)}，却有 ${one.title}`)
  for (const fact of expected.questions ?? []) if (!questions.some((question) => question.fact === fact)) lines.push(`问题：应问 ${fact}，没有问`)
  among('从旧兼从轻', expected.editionChoices ?? [], assessment.editionChoices, sameKey('norm'))
  among('竞合', expected.concurrence ?? [], assessment.concurrence, sameKey('kind'))
  among('情节', expected.circumstances ?? [], assessment.circumstances, sameKey('circumstance'))

  among('待定', expected.pending ?? [], assessment.pending, sameKey('topic'))
  const without = (what: string, unwanted: readonly string[] | undefined, present: readonly string[]) => {
    for (const each of unwanted ?? []) if (present.includes(each)) lines.push(`${what}：不应有 ${each}`)
  }
  without(
    '问题',
    expected.noQuestions,
    questions.map((each) => each.fact),
  )
  without(
    '从旧兼从轻',
    expected.noEditionChoices,
    assessment.editionChoices.map((each) => each.norm),
  )
  without(
    '竞合',
    expected.noConcurrence,
    assessment.concurrence.map((each) => each.kind),
  )
  without(
    '情节',
    expected.noCircumstances,
    assessment.circumstances.map((each) => each.circumstance),
  )
  without(
    '待定',
    expected.noPending,
    assessment.pending.map((each) => each.topic),
  )

  // A rule that does not apply lists no sources.
  const expectedVerdicts = Object.values(expected.findings ?? {})
  if (expectedVerdicts.length > 0 && expectedVerdicts.every((verdict) => verdict === 'not-applicable')) return lines
  const cited = citations(assessment)
  for (const { instrument, article, edition, unread } of decides) {
    const found = cited.find((each) => each.instrument === instrument && each.edition === edition && each.article === article)
    if (!found) lines.push(`依据：没有引用 ${instrument}@${edition} ${article}`)
    else if (found.read === (unread === true)) lines.push(`依据：${instrument}@${edition} ${article} ${found.read ? '读过' : '没有读过'}`)
  }
  return lines
}

/** Every article that the assessment rests on, with its edition and whether it was read. */
function citations({ findings, measures, actions, circumstances, concurrence, editionChoices }: Assessment) {
  return [
    ...findings.flatMap((finding) => finding.articles),
    ...measures.flatMap(({ norm, article, edition, backing }) =>
      norm === undefined || article === undefined || edition === undefined
        ? []
        : [{ instrument: instrumentOf(norm), article, edition, read: backing === 'statutory' }],
    ),
    ...actions.flatMap((action) => action.basis),
    ...circumstances.map((circumstance) => circumstance.basis),
    ...concurrence.flatMap((each) => each.basis),
    ...editionChoices.flatMap((choice) => choice.basis),
  ]
}
