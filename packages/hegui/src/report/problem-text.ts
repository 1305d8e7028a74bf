/** Problems as lines: `file:line:column severity code message`, then what to do. */
import { type Language, type Problem, renderProblem } from '@hegui/model'

const severities = { zh: { error: '错误', warning: '提醒' }, en: { error: 'error', warning: 'warning' } } as const
const helps = { zh: '　　改法：', en: '    fix: ' } as const

export function problemText(problem: Problem, language: Language): string {
  const { message, help } = renderProblem(problem, language)
  const place = problem.range === undefined ? (problem.file ?? '') : `${problem.file ?? ''}:${problem.range.start.line}:${problem.range.start.column}`
  return `${place === '' ? '' : `${place} `}${severities[language][problem.severity]} ${problem.code} ${message}\n${helps[language]}${help}`
}

/** Errors and warnings counted, for the last line. */
export function problemSummary(problems: readonly Problem[], language: Language): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length
  return problemCount(errors, problems.length - errors, language)
}

export const problemCount = (errors: number, warnings: number, language: Language): string =>
  language === 'zh' ? `${errors} 个错误${warnings > 0 ? `，${warnings} 个提醒` : ''}` : `${errors} error(s)${warnings > 0 ? `, ${warnings} warning(s)` : ''}`

/** By file, then by place: the order in which a person works through them. */
export const inReadingOrder = (problems: readonly Problem[]): readonly Problem[] =>
  [...problems].sort(
    (a, b) =>
      compare(a.file ?? '', b.file ?? '') ||
      (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
      (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
