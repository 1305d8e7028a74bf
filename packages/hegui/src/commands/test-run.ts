/** Which of its three jobs `hegui test` was asked to do: run once, run at every change, or propose. */
import { existsSync } from 'node:fs'
import type { Language } from '@hegui/model'
import { CommanderError } from 'commander'
import type { TestFormat } from './formats.js'
import { type ExitCode, exitCodes, type Output } from './output.js'
import { proposeCommand } from './propose.js'
import { testCommand } from './test.js'
import { watchPaths } from './watch.js'

export interface TestOptions {
  readonly format: TestFormat
  readonly watch: boolean
  readonly propose?: string | true
  readonly write: boolean
  readonly lang: Language
}

const usage = (code: string, message: string): CommanderError => new CommanderError(exitCodes.usage, code, message)

/** `stop`: what ends a watch besides Ctrl+C. Throws CommanderError on options that do not go together. */
export async function testRun(
  paths: readonly string[],
  { format, watch, propose, write, lang }: TestOptions,
  output: Output,
  { isTerminal = process.stdout.isTTY === true, stop }: { readonly isTerminal?: boolean; readonly stop?: AbortSignal } = {},
): Promise<ExitCode> {
  if (propose !== undefined) {
    if (watch) throw usage('hegui.proposeOrWatch', '--propose 和 --watch 只能用一个')
    if (format === 'junit') throw usage('hegui.proposeFormat', '--propose 的 --format 可选 text、json')
    // `--propose packages/x`: a path was meant, as no rule has such an id and there is such a place.
    const isPath = typeof propose === 'string' && paths.length === 0 && existsSync(propose)
    const rule = typeof propose === 'string' && !isPath ? { rule: propose } : {}
    const roots = isPath ? [propose] : paths
    if (write && roots.length === 0) throw usage('hegui.writeWhere', '--write 要写路径：案例写到哪个规则包、哪条规则旁边')
    return proposeCommand({ paths: roots, ...rule, write, language: lang, format }, output)
  }
  if (write) throw usage('hegui.onlyWithPropose', '--write 只用于 --propose')
  const roots = paths.length === 0 ? ['.'] : paths
  if (!watch) return testCommand({ paths: roots, language: lang, format }, output)
  if (!isTerminal) throw usage('hegui.onlyInTerminal', '--watch 只用于终端')
  let last: ExitCode = exitCodes.done
  const ended = new AbortController()
  const end = (): void => ended.abort()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  stop?.addEventListener('abort', end, { once: true })
  await watchPaths({
    paths: roots,
    signal: ended.signal,
    run: () => {
      last = testCommand({ paths: roots, language: lang, format }, output)
      if (format === 'text') output.err(lang === 'zh' ? '等待改动，按 Ctrl+C 结束……\n' : 'Waiting for changes; Ctrl+C ends…\n')
    },
  })
  process.removeListener('SIGINT', end)
  process.removeListener('SIGTERM', end)
  return last
}
