/** What hegui leaves open on purpose, said once per conduct instead of guessed. */
import type { AssessedMeasure, Conduct, Pending, PendingTopic } from '@hegui/model'

const messages: Readonly<Record<Exclude<PendingTopic, 'one-act'>, string>> = {
  'edition-choice': '行为日与研判日适用的版本不同：须按从旧兼从轻（行政处罚法 第三十七条）比较后确定，这里先按行为日版本列出，未作选择。',
  'unknown-date': '行为日期不明，可能落在不同版本内：各版本分别列出，未作选择。',
  'personal-circumstances': '年龄、精神状态、从轻减轻、轻微或初次违法不罚、追责时效等（行政处罚法 第三十条至第三十六条）尚未研判，处罚类措施均以此为前提。',
  'kind-order': '两个版本的处罚种类不同，谁轻谁重法律没有排列，这里按一项假定比较，须由法制审核确认。',
  referral: '可能涉嫌犯罪：先决定是否移送司法机关，移送期间不得以行政处罚代替（行政处罚法 第二十七条）。',
  concurrence:
    '同一行为有多项罚款规定：同一当事人的同一行为不得给予两次以上罚款，按罚款数额高的规定处罚（行政处罚法 第二十九条）；特别规定与一般规定之间怎样适用有不同理解。这里并列显示，不选择，不相加。',
}

export function pendingOf(conduct: Conduct, measures: readonly AssessedMeasure[]): readonly Pending[] {
  const waiting = (topic: PendingTopic): readonly string[] =>
    measures.filter((measure) => measure.subjectTo.some((each) => each.kind === 'pending' && each.topic === topic)).map((measure) => measure.id)
  const fines = concurrentFines(measures)
  const entries: readonly (readonly [Exclude<PendingTopic, 'one-act'>, readonly string[]])[] = [
    ['edition-choice', waiting('edition-choice')],
    ['unknown-date', waiting('unknown-date')],
    ['personal-circumstances', waiting('personal-circumstances')],
    ['concurrence', fines],
  ]
  return entries.filter(([, ids]) => ids.length > 0).map(([topic, ids]): Pending => ({ topic, conduct: conduct.id, message: messages[topic], measures: ids }))
}

/** Raises the question whether a violation is one act with others of the same party, place and day. `violated`: the conducts with a violation. */
export function oneActOf(conduct: Conduct, violated: readonly Conduct[]): readonly Pending[] {
  const same = sameActAs(conduct, violated)
  const message = `与行为 ${same.join('、')} 当事人、场所、日期相同：是否同一个违法行为须先认定，认定前不相加。`
  return same.length === 0 ? [] : [{ topic: 'one-act', conduct: conduct.id, message, measures: [] }]
}

/** Fines of two norms or more on one conduct that strike the same person: a unit and its principal are two parties. */
function concurrentFines(measures: readonly AssessedMeasure[]): readonly string[] {
  const fines = measures.filter((measure) => measure.kind === 'fine' && measure.backing !== 'unbacked')
  return fines.filter((fine) => fines.some((other) => other.norm !== fine.norm && other.on === fine.on)).map((fine) => fine.id)
}

/** Conducts of one party at one place on one day. Unknown party or day: not raised, nothing is known to be shared. */
function sameActAs(conduct: Conduct, all: readonly Conduct[]): readonly string[] {
  if (conduct.party === undefined || typeof conduct.date !== 'string') return []
  return all
    .filter((other) => other.id !== conduct.id && other.party === conduct.party && other.date === conduct.date && other.site === conduct.site)
    .map((other) => other.id)
}

/** Marks each concurrent fine as provisional. */
export function withConcurrence(measures: readonly AssessedMeasure[]): readonly AssessedMeasure[] {
  const fines = new Set(concurrentFines(measures))
  return measures.map((measure) =>
    fines.has(measure.id) ? { ...measure, status: 'provisional', subjectTo: [...measure.subjectTo, { kind: 'pending', topic: 'concurrence' }] } : measure,
  )
}
