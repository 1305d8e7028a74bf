/** Findings: what holds, on which basis, and what cannot be decided for want of which facts. */
import { type Finding, weights } from '@hegui/model'
import { citationText, factTitle, labelled, planTitle, type Writer } from './writer.js'

/** More than these would bury the rest; the questions already say what to ask. */
const SHOWN_UNDETERMINED = 8

/** A rule that rests on a plan alone, with no article read for it. */
export const isPlanOnly = (finding: Finding): boolean => finding.articles.length === 0

export const isOpen = (finding: Finding): boolean => finding.verdict === 'undetermined' && finding.canViolate === true

export function violationLines(finding: Finding, writer: Writer): readonly string[] {
  const { words, assessment } = writer
  const duties = finding.articles.filter((each) => each.role !== 'penalty')
  const articles = duties.length > 0 ? duties : finding.articles
  const sources = [...finding.clauses.map(({ plan, clause }) => `${planTitle(plan, writer)} ${clause}`), ...articles.map((each) => citationText(each, writer))]
  const punished = assessment.measures.some(
    (measure) => measure.conduct === finding.conduct && measure.norm !== undefined && measure.findings.includes(finding.rule),
  )
  return [
    `● ${finding.title}${words.bracket(finding.rule)}`,
    ...(sources.length === 0 ? [] : [`    ${labelled(writer, words.basis, sources.join(words.semicolon))}`]),
    ...(punished ? [] : [`    ${words.noPenalty}`]),
  ]
}

/** The weightiest first; the rest counted. Where no fact is missing, what is missing is a limit without a value that day. */
export function undeterminedLines(findings: readonly Finding[], writer: Writer): readonly string[] {
  const { words } = writer
  const sorted = [...findings].sort((a, b) => weights.indexOf(b.weight) - weights.indexOf(a.weight) || a.missing.length - b.missing.length)
  const hidden = sorted.length - SHOWN_UNDETERMINED
  return [
    ...sorted
      .slice(0, SHOWN_UNDETERMINED)
      .map(
        (finding) =>
          `○ ${finding.title}${words.gap}${labelled(writer, words.missing, finding.missing.map((fact) => factTitle(fact, writer)).join(words.semicolon) || words.noLimit)}`,
      ),
    ...(hidden > 0 ? [words.moreUndetermined.replace('{n}', String(hidden))] : []),
  ]
}
