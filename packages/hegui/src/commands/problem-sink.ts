/** Problems as they are found: written at once, so that a long run keeps none of them, and counted for the end. */
import type { Language, Problem } from '@hegui/model'
import { problemCount, problemText } from '../report/problem-text.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface ProblemSink {
  readonly say: (problems: Iterable<Problem>) => void
  /** The count as a last line for a person, and how the command ends. Warnings alone are no failure. */
  readonly end: () => ExitCode
}

/** As lines for a person, or one JSON problem a line for a pipeline. */
export function problemSink({ json, language }: { readonly json: boolean; readonly language: Language }, output: Output): ProblemSink {
  let errors = 0
  let warnings = 0
  return {
    say: (problems) => {
      for (const found of problems) {
        if (found.severity === 'error') errors += 1
        else warnings += 1
        output.err(`${json ? JSON.stringify(found) : problemText(found, language)}\n`)
      }
    },
    end: () => {
      if (!json && errors + warnings > 0) output.err(`${problemCount(errors, warnings, language)}\n`)
      return errors > 0 ? exitCodes.problems : exitCodes.done
    },
  }
}

/** Problems that were all found before any was said. */
export function allSaid(
  problems: readonly Problem[],
  { format, language }: { readonly format: string; readonly language: Language },
  output: Output,
): ExitCode {
  const sink = problemSink({ json: format === 'json', language }, output)
  sink.say(problems)
  return sink.end()
}
