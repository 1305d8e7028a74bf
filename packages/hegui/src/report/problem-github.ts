/** A problem as a workflow command of GitHub Actions, which shows it beside the line. */
import { type Language, type Problem, renderProblem } from '@hegui/model'
import { relativePath } from './problem-place.js'

/** One line, whatever the texts hold. `folder`: paths are relative to it, as to the root of the repository. */
export function githubAnnotation(problem: Problem, language: Language, folder: string): string {
  const { message, help } = renderProblem(problem, language)
  const { file, range, path } = problem
  const properties: readonly (readonly [string, string | number | undefined])[] = [
    ['file', file === undefined ? undefined : relativePath(file, folder)],
    ['line', range?.start.line],
    ['endLine', range?.end.line],
    // Columns are of one line; with several the annotation is of whole lines.
    ['col', range !== undefined && range.start.line === range.end.line ? range.start.column : undefined],
    ['endColumn', range !== undefined && range.start.line === range.end.line ? range.end.column : undefined],
    ['title', problem.code],
  ]
  const written = properties.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapedProperty(String(value))}`])).join(',')
  // A part of a shipped pack has no file here; its path says which.
  const place = file === undefined && path.length > 0 ? `${path.join('.')} ` : ''
  return `::${problem.severity} ${written}::${escapedData(`${place}${message}\n${help}`)}`
}

const escapedData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapedProperty = (text: string): string => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
