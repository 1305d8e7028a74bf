/** Several records in one line each: what a person wants to know before scrolling back. */
import type { Assessment, Language } from '@hegui/model'
import { isOpen } from './finding-text.js'
import { terminalText } from './writer.js'

export interface Tally {
  readonly record: string
  readonly violations: number
  readonly open: number
  readonly proposed: number
  readonly questions: number
}

export function tallyOf(assessment: Assessment): Tally {
  const { findings, measures, questions, record } = assessment
  return {
    record: record.id,
    violations: findings.filter((finding) => finding.verdict === 'violation').length,
    open: findings.filter(isOpen).length,
    proposed: measures.filter((measure) => measure.proposed).length,
    questions: questions.length,
  }
}

/** A heading, a line for each record, and the sum. */
export function tallyText(tallies: readonly Tally[], language: Language): string {
  const line = ({ violations, open, proposed, questions }: Omit<Tally, 'record'>): string =>
    language === 'zh'
      ? `违法成立 ${violations}，待查 ${open}，建议措施 ${proposed}，要问 ${questions}`
      : `${violations} violation(s), ${open} open, ${proposed} measure(s) proposed, ${questions} question(s)`
  const sum = (key: Exclude<keyof Tally, 'record'>): number => tallies.reduce((total, tally) => total + tally[key], 0)
  const total = { violations: sum('violations'), open: sum('open'), proposed: sum('proposed'), questions: sum('questions') }
  const heading = language === 'zh' ? `共研判 ${tallies.length} 份记录` : `${tallies.length} records assessed`
  return terminalText([heading, ...tallies.map((tally) => `  ${tally.record}　${line(tally)}`), `  ${language === 'zh' ? '合计' : 'in all'}　${line(total)}`])
}
