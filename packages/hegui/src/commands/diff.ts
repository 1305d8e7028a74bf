/** `hegui diff OLD NEW`: what a change of packs does to verdicts, measures and due dates, each difference with a record that shows it. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { casesOfDiff, type DiffOptions, type DiffResult, diffOf, diffWithSolver, openZ3, type PackDiff } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { type Language, type Problem, problem } from '@hegui/model'
import { isNotInstalled, notInstalled } from '../input/missing-package.js'
import { loadVersions } from '../input/versions.js'
import { diffLines, diffOutline } from '../report/diff/diff-lines.js'
import { diffPage } from '../report/diff/diff-page.js'
import { diffWords } from '../report/diff/words.js'
import { terminalText } from '../report/writer.js'
import type { DiffFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'
import { problemSink } from './problem-sink.js'
import { delivered, notWritten, writeWhole } from './write-file.js'

export interface DiffArguments {
  readonly old: string
  readonly new: string
  readonly format: DiffFormat
  /** Absent: to `out`. A Word file goes into a file only. */
  readonly out?: string
  readonly language: Language
  /** The counter-examples as cases, `NAME/cases.json` of each rule. */
  readonly saveCases?: string
  readonly maxSteps?: number
}

/** Differences are a result, not a failure. A counter-example that is not borne out is a failure of hegui itself. */
export async function diffCommand(args: DiffArguments, output: Output): Promise<ExitCode> {
  const { format, out, language, saveCases, maxSteps } = args
  const sink = problemSink({ json: format === 'json', language }, output)
  const versions = loadVersions(args.old, args.new)
  if (!versions.ok) {
    sink.say(versions.problems)
    return sink.end()
  }
  const { diff, problems } = await compared(versions.old, versions.new, maxSteps === undefined ? {} : { maxSteps })
  const { content, problems: unwritten } = await rendered(diff, versions.new, args)
  sink.say(unwritten)
  if (content !== undefined) sink.say(delivered(content, out, output))
  sink.say(problems)
  if (saveCases !== undefined) sink.say(savedCases(diff, versions.new, saveCases))
  const code = sink.end()
  return problems.some((found) => found.code === 'HG9007') ? exitCodes.failure : code
}

/** The solver is loaded when the search gives up on a rule. Where it is not installed, the search takes more steps instead. */
async function compared(old: Ruleset, fresh: Ruleset, options: DiffOptions): Promise<DiffResult> {
  try {
    return await diffWithSolver(old, fresh, openZ3, options)
  } catch (error) {
    if (!isNotInstalled(error)) throw error
    return diffOf(old, fresh, options)
  }
}

/** The reports are loaded when they are needed: a terminal does without them. */
async function rendered(
  diff: PackDiff,
  fresh: Ruleset,
  { old, new: name, format, language }: DiffArguments,
): Promise<{ readonly content?: string | Uint8Array; readonly problems: readonly Problem[] }> {
  const { heading, colon } = diffWords(language)
  const title = `${heading}${colon}${old} → ${name}`
  switch (format) {
    case 'json':
      return { content: `${JSON.stringify(diff)}\n`, problems: [] }
    case 'text':
      return { content: terminalText(diffOutline(title, diffLines(diff, fresh, language))), problems: [] }
    case 'markdown':
      return { content: (await import('@hegui/report')).pageMarkdown(diffPage(title, diff, fresh, language)), problems: [] }
    case 'docx':
      try {
        return { content: await (await import('@hegui/report')).pageDocx(diffPage(title, diff, fresh, language)), problems: [] }
      } catch (error) {
        if (!isNotInstalled(error)) throw error
        return { problems: [notInstalled('Word', DOCX)] }
      }
    default:
      return format satisfies never
  }
}

/** As the manifest says it. */
const DOCX = 'docx@9.7.1'

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
