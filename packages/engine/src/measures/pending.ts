/** What stays open on purpose, said once per conduct instead of guessed. */
import type { AssessedMeasure, Conduct, Pending, PendingTopic } from '@hegui/model'
import { waitingFor } from './adjust.js'

const messages: Readonly<Record<Exclude<PendingTopic, 'one-act' | 'plan-period'>, string>> = {
  'edition-choice': '行为时与研判时的规定不同，哪个较轻不能确定（见“从旧兼从轻”）：两个都列出，处罚先不建议。',
  'unknown-date': '行为日期不明，可能落在不同版本内：各版本分别列出，未作选择。',
  'kind-order': '两个版本的处罚种类不同，谁轻谁重法律没有排列，这里按一项假定比较，须由法制审核确认。',
  referral: '可能涉嫌犯罪：先决定是否移送司法机关，移送期间不得以行政处罚代替。',
  'open-findings': '同一行为还有待查的规则，查清后可能有更高的罚款或者应当移送：这几项处罚要等它们查清。',
  'circumstances-unread': '行为日和研判日的情节规定（年龄、精神状态、从轻减轻、时效等）没有读到原文：处罚类措施要先核对这些规定。',
  concurrence: '同一行为的几项措施怎样并处还没有定（见“竞合”）：并列显示，不选择，不相加。',
}

export function pendingOf(conduct: Conduct, measures: readonly AssessedMeasure[]): readonly Pending[] {
  if (measures.length === 0) return []
  const waiting = (topic: PendingTopic): readonly string[] =>
    measures.filter((measure) => measure.subjectTo.some((each) => each.kind === 'pending' && each.topic === topic)).map((measure) => measure.id)
  return (['edition-choice', 'kind-order', 'unknown-date', 'referral', 'concurrence', 'open-findings', 'circumstances-unread'] as const)
    .map((topic): Pending => ({ topic, conduct: conduct.id, message: messages[topic], measures: waiting(topic) }))
    .filter((each) => each.measures.length > 0)
}

/** Raises the question whether a violation is one act with others of the same party, place and day. `violated`: the conducts with a violation. */
export function oneActOf(conduct: Conduct, violated: readonly Conduct[], measures: readonly AssessedMeasure[]): readonly Pending[] {
  const same = sameActAs(conduct, violated)
  const message = `与行为 ${same.join('、')} 当事人、场所、日期相同：是否同一个违法行为须先认定，认定前不相加。`
  return same.length === 0 ? [] : [{ topic: 'one-act', conduct: conduct.id, message, measures: finesOf(conduct, measures).map((measure) => measure.id) }]
}

/** Until it is settled whether they are one act, each of their fines waits for that. */
export function awaitingOneAct(measures: readonly AssessedMeasure[], violated: readonly Conduct[]): readonly AssessedMeasure[] {
  const shared = new Set(violated.filter((conduct) => sameActAs(conduct, violated).length > 0).flatMap((conduct) => finesOf(conduct, measures)))
  return measures.map((measure) => (shared.has(measure) ? waitingFor(measure, { kind: 'pending', topic: 'one-act' }) : measure))
}

const finesOf = (conduct: Conduct, measures: readonly AssessedMeasure[]): readonly AssessedMeasure[] =>
  measures.filter((measure) => measure.conduct === conduct.id && measure.kind === 'fine' && measure.proposed)

/** Conducts of one party at one place on one day. Unknown party or day: not raised, nothing is known to be shared. */
function sameActAs(conduct: Conduct, all: readonly Conduct[]): readonly string[] {
  if (conduct.party === undefined || typeof conduct.date !== 'string') return []
  return all
    .filter((other) => other.id !== conduct.id && other.party === conduct.party && other.date === conduct.date && other.site === conduct.site)
    .map((other) => other.id)
}
