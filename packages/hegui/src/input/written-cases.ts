/** The cases of rules as files have them: those that can be run, and what is wrong with the others, in its place. */
import type { Ruleset } from '@hegui/engine'
import { type Problem, placed, type RuleCase, type RuleCases } from '@hegui/model'
import { caseProblems } from '@hegui/testing'
import type { LoadedFiles } from './pack-files.js'

export interface WrittenCases {
  readonly sound: RuleCases
  readonly problems: readonly Problem[]
  readonly file?: string
}

type Known = Pick<Ruleset, 'vocabulary' | 'catalogue'>

const problemsAt = (rule: string, given: RuleCase, index: number, known: Known): readonly Problem[] =>
  caseProblems(rule, given, known).map((each) => ({ ...each, path: ['cases', index, ...each.path] }))

/** What is wrong with cases that cannot be run for other cases of their files. */
export const problemsBesideBroken = ({ brokenCases }: LoadedFiles, known: Known): readonly Problem[] =>
  brokenCases.flatMap(({ rule, sound, read, file }) =>
    placed(
      [...sound].flatMap(([index, given]) => problemsAt(rule, given, index, known)),
      read,
      file,
    ),
  )

/** One of each file, in their order. The packs must be in order: cases of a rule that is not there are no cases. */
export const writtenCases = ({ pack, origins }: LoadedFiles, known: Known): readonly WrittenCases[] =>
  pack.cases.map((value, at) => {
    const { rule, cases } = value as RuleCases
    const origin = origins.cases[at]
    const found = cases.map((given, index) => problemsAt(rule, given, index, known))
    const problems = found.flat()
    return {
      sound: { rule, cases: cases.filter((_, index) => found[index]?.length === 0) },
      problems: origin === undefined ? problems : placed(problems, origin.read, origin.file),
      ...(origin === undefined ? {} : { file: origin.file }),
    }
  })
