/** `hegui check [PATH…]`: rules, cases, plans, laws, facts and records; all problems at once, each with its place. */
import { checkHolidays, checkWindows } from '@hegui/engine'
import {
  catalogueOf,
  checkCaseProgress,
  checkPacks,
  checkRecord,
  checkRuleConditions,
  type Language,
  lintPacks,
  type Pack,
  type Plan,
  type Problem,
  placed,
} from '@hegui/model'
import { builtRuleset } from '../input/built-ruleset.js'
import { filesUnder, namesLines } from '../input/documents.js'
import { hasCasesLeftOut, loadFiles, overlaid, placedInFiles } from '../input/pack-files.js'
import { placedInRecord, readSource, recordsIn } from '../input/records.js'
import { clausesWithoutPlace } from '../input/source-clauses.js'
import { problemsBesideBroken, writtenCases } from '../input/written-cases.js'
import { githubAnnotation } from '../report/problem-github.js'
import { problemsSarif } from '../report/problem-sarif.js'
import { inReadingOrder, problemSummary, problemText } from '../report/problem-text.js'
import { fixedText, fixFiles } from './fix.js'
import type { CheckFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'
import { staleIn } from './staleness.js'

export interface CheckArguments {
  readonly paths: readonly string[]
  readonly language: Language
  readonly format: CheckFormat
  /** Also report the citations that do not hold on this day. */
  readonly asOf?: string
  /** Warnings end with the exit code of errors. */
  readonly strict?: boolean
  /** First put right what can be without asking. */
  readonly fix?: boolean
}

export function checkCommand({ paths, language, format, asOf, strict = false, fix = false }: CheckArguments, output: Output): ExitCode {
  const files = filesUnder(paths)
  const fixed = fix ? fixFiles(files) : undefined
  // What was fixed is no problem any more: beside a report for machines it is told to the person.
  if (fixed !== undefined) for (const line of fixedText(fixed.files, language)) (format === 'text' ? output.out : output.err)(`${line}\n`)
  const stale = asOf === undefined ? undefined : staleIn(files, paths, asOf)
  const found = examined(files, paths, { cases: true })
  const unfixed = (fixed?.problems ?? []).filter(({ code, file }) => !found.some((other) => other.code === code && other.file === file))
  const problems = inReadingOrder([...unfixed, ...found, ...(stale?.problems ?? [])])
  switch (format) {
    case 'json':
      for (const each of problems) output.out(`${JSON.stringify(each)}\n`)
      break
    case 'sarif':
      output.out(`${JSON.stringify(problemsSarif(problems, language, process.cwd()), null, 2)}\n`)
      break
    case 'github':
      for (const each of problems) output.out(`${githubAnnotation(each, language, process.cwd())}\n`)
      break
    case 'text': {
      for (const each of problems) output.out(`${problemText(each, language)}\n`)
      const checked = language === 'zh' ? `检查了 ${files.length} 个文件：` : `${files.length} file(s) checked: `
      output.out(`${checked}${problems.length === 0 ? (language === 'zh' ? '没有问题。' : 'no problems.') : problemSummary(problems, language)}\n`)
      if (stale !== undefined) output.out(`${stale.summary(language)}\n`)
      break
    }
    default:
      return format satisfies never
  }
  return problems.some(({ severity }) => strict || severity === 'error') ? exitCodes.problems : exitCodes.done
}

/** Everything wrong in the files: their text, their shape, how they fit together, and the records among them. Single cases of rules are left to who runs them. */
export const problemsIn = (files: readonly string[], roots: readonly string[]): readonly Problem[] => examined(files, roots, { cases: false })

function examined(files: readonly string[], roots: readonly string[], { cases }: { readonly cases: boolean }): readonly Problem[] {
  const lines = files.filter((file) => namesLines(file))
  const loaded = loadFiles(files.filter((file) => !lines.includes(file)))
  const packs = overlaid(loaded, roots)
  const checked = checkPacks(packs)
  const vocabulary = checked.vocabulary.facts.size > 0 ? checked.vocabulary : builtRuleset().vocabulary
  const catalogue = checked.vocabulary.facts.size > 0 ? catalogueOf(checked.packs as readonly Pack[]) : builtRuleset().catalogue
  const inOrder = checked.problems.every((found) => found.severity !== 'error' || hasCasesLeftOut(found, loaded))
  const inWindows = inOrder ? checkWindows(checked.packs) : []
  const lints = inOrder ? [...lintPacks(checked.packs, checked.vocabulary), ...checkHolidays(checked.packs)] : []
  const sources = lines.map(readSource)
  const inLines = sources.flatMap((source) => ('code' in source ? [] : recordsIn(source)))
  const inFiles = loaded.records.map(({ file, read }) => ({ file, read, path: [], value: read.value }))
  const inRecords = [...inFiles, ...inLines].flatMap((record) =>
    record.read.problems.length > 0 ? record.read.problems : placedInRecord(checkRecord(record.value, vocabulary, catalogue), record),
  )
  const known = { vocabulary, catalogue }
  const inRuleCases = cases && inOrder ? [...writtenCases(loaded, known).flatMap(({ problems }) => problems), ...problemsBesideBroken(loaded, known)] : []
  const inCases = loaded.cases.flatMap(({ file, read }) => {
    if (read.problems.length > 0) return read.problems
    const found = checkCaseProgress(read.value, vocabulary, catalogue)
    // The day may be given to the command; a file without one is not wrong.
    return placed(
      found.filter(({ code }) => code !== 'HG7008'),
      read,
      file,
    )
  })
  const unreadable = sources.filter((source) => 'code' in source)
  const inBrokenRules = loaded.brokenRules.flatMap(({ file, read }) => placed(checkRuleConditions(read.value, [], vocabulary), read, file))
  const plans = loaded.pack.plans.map((plan, at) => ({ plan: plan as Plan, file: loaded.origins.plans[at]?.file ?? '' }))
  const found = [
    ...loaded.problems,
    ...clausesWithoutPlace(loaded.sourceClauses, plans),
    ...unreadable,
    ...placedInFiles([...checked.problems, ...inWindows, ...lints], loaded, packs.length - 1),
    ...inRecords,
    ...inRuleCases,
    ...inCases,
  ]
  // What the shape of a rule already said is not said twice, and of a place that is still open only that it is.
  const said = new Set(found.map(placeOf))
  const open = new Set(found.filter(({ code }) => code === 'HG2012').map(({ file, path }) => JSON.stringify([file, path])))
  return [...found, ...inBrokenRules.filter((problem) => !said.has(placeOf(problem)) && !open.has(JSON.stringify([problem.file, problem.path])))]
}

const placeOf = ({ code, file, path }: Problem): string => JSON.stringify([code, file, path])
