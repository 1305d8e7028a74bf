/** `hegui diff OLD NEW`: what a change of packs does to verdicts, measures and due dates, each difference with a record that shows it. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { casesOfDiff, diffOf, type PackDiff } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { type Language, type Problem, problem } from '@hegui/model'
import { loadVersions } from '../input/versions.js'
import { diffLines, diffMarkdown, diffOutline } from '../report/diff/diff-lines.js'
import { diffWords } from '../report/diff/words.js'
import { terminalText } from '../report/writer.js'
import type { DiffFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'
import { problemSink } from './problem-sink.js'
import { notWritten, writeWhole } from './write-file.js'

export interface DiffArguments {
  readonly old: string
  readonly new: string
  readonly format: DiffFormat
  readonly language: Language
  /** The counter-examples as cases, `NAME/cases.json` of each rule. */
  readonly saveCases?: string
  readonly maxSteps?: number
}

/** Differences are a result, not a failure. A counter-example that is not borne out is a failure of hegui itself. */
export function diffCommand(args: DiffArguments, output: Output): ExitCode {
  const { format, language, saveCases, maxSteps } = args
  const sink = problemSink({ json: format === 'json', language }, output)
  const versions = loadVersions(args.old, args.new)
  if (!versions.ok) {
    sink.say(versions.problems)
    return sink.end()
  }
  const { diff, problems } = diffOf(versions.old, versions.new, maxSteps === undefined ? {} : { maxSteps })
  if (format === 'json') output.out(`${JSON.stringify(diff)}\n`)
  else {
    const lines = diffLines(diff, versions.new, language)
    const title = `${diffWords(language).heading}${diffWords(language).colon}${args.old} → ${args.new}`
    output.out(format === 'markdown' ? diffMarkdown(title, lines) : terminalText(diffOutline(title, lines)))
  }
  sink.say(problems)
  if (saveCases !== undefined) sink.say(savedCases(diff, versions.new, saveCases))
  const code = sink.end()
  return problems.some((found) => found.code === 'HG9007') ? exitCodes.failure : code
}

/** One file a rule, in the form of the cases beside a rule. */
function savedCases(diff: PackDiff, fresh: Ruleset, folder: string): readonly Problem[] {
  return diff.rules.flatMap((rule) => {
    const { file, left } = casesOfDiff(rule, fresh)
    const target = join(folder, ...rule.rule.split('/'), 'cases.json')
    return [
      ...(file === undefined ? [] : written(target, `${JSON.stringify(file, null, 2)}\n`)),
      ...(left.length === 0
        ? []
        : [problem('HG9008', ['rules', rule.rule], { rule: rule.rule, title: rule.title, titleEn: rule.rule, count: String(left.length) })]),
    ]
  })
}

function written(file: string, text: string): readonly Problem[] {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    return [notWritten(file, error)]
  }
  return writeWhole(file, text)
}
