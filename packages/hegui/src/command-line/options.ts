/** What the commands' options have in common. */
import { CommanderError, InvalidArgumentError, Option } from 'commander'
import { type ExitCode, exitCodes, type Output } from '../commands/output.js'

/** What a command is run by: where it writes, and whom it tells how it ended. */
export interface Host {
  readonly output: Output
  readonly end: (code: ExitCode) => void
}

export const language = (): Option => new Option('--lang <lang>', '语言 language').choices(['zh', 'en']).default('zh')
export const format = (): Option => new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text')
export const repeatable = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value]
export const packs = (): Option =>
  new Option('--pack <folder>', '规则包文件夹，叠加在自带规则包之上，可重复')
    .default([] as readonly string[], '自带规则包')
    .argParser<readonly string[]>(repeatable)

/** Both ends inclusive. `or`: what else may be written. */
export const wholeNumber =
  (from: number, to = Number.MAX_SAFE_INTEGER, or = '') =>
  (value: string): number => {
    const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= from && number <= to))
      throw new InvalidArgumentError(`写${to === Number.MAX_SAFE_INTEGER ? `不小于 ${from} ` : ` ${from} 至 ${to} `}的整数${or}。`)
    return number
  }

/** Options that do not go together. */
export const misused = (code: string, text: string): CommanderError => new CommanderError(exitCodes.usage, code, text)
