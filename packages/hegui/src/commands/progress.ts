/** `hegui progress FILE…`: where each case stands; one bad case leaves the others looked at. */
import { progressOf } from '@hegui/engine'
import type { CaseProgress, Language, Problem } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import { placedInRecord, readSource, recordsIn } from '../input/records.js'
import { progressText } from '../report/progress-text.js'
import type { ExitCode, Output } from './output.js'
import { allSaid } from './problem-sink.js'

const separator = `\n${'─'.repeat(60)}\n\n`

export interface ProgressArguments {
  readonly files: readonly string[]
  readonly format: 'text' | 'json'
  readonly packs: readonly string[]
  readonly language: Language
  readonly asOf?: string
}

/** Statuses go to `out`, problems to `err`. Overdue steps are a result, not a failure. */
export function progressCommand(args: ProgressArguments, output: Output): ExitCode {
  const loaded = loadRuleset(args.packs)
  if (!loaded.ok) return allSaid(loaded.problems, args, output)
  const problems: Problem[] = []
  let shown = 0
  for (const file of args.files) {
    const source = readSource(file)
    if ('code' in source) {
      problems.push(source)
      continue
    }
    for (const found of recordsIn(source)) {
      if (found.read.problems.length > 0) {
        problems.push(...found.read.problems)
        continue
      }
      const result = progressOf(found.value, loaded.ruleset, args.asOf === undefined ? {} : { asOf: args.asOf })
      problems.push(...placedInRecord(result.problems, found))
      if (!result.ok) continue
      const text = progressText(result.progress, found.value as CaseProgress, loaded.ruleset, { language: args.language })
      output.out(args.format === 'json' ? `${JSON.stringify(result.progress)}\n` : `${shown > 0 ? separator : ''}${text}`)
      shown++
    }
  }
  return allSaid(problems, args, output)
}
