#!/usr/bin/env node
/** The command `hegui`. What a command does is loaded when it is called: the version costs no more than its number. */
import module from 'node:module'
import { Command, CommanderError } from 'commander'
import { checkDated } from './command-line/dated-options.js'
import type { Host } from './command-line/options.js'
import { readingCommands } from './command-line/reading-commands.js'
import { recordCommands } from './command-line/record-commands.js'
import { testingCommands } from './command-line/testing-commands.js'
import { chineseHelp, usageText } from './command-line/usage.js'
import { writingCommands } from './command-line/writing-commands.js'
import { type ExitCode, exitCodes, type Output } from './commands/output.js'
import { version } from './version.js'

// From Node 22.8 on, what was parsed once is kept for the next start; it counts for what is loaded from here on.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown }
enableCompileCache?.()

const output: Output = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  bytes: (text) => void process.stdout.write(text),
  drained: () => (process.stdout.writableNeedDrain ? new Promise((resolve) => process.stdout.once('drain', resolve)) : Promise.resolve()),
}

function program(end: (code: ExitCode) => void): Command {
  const hegui = new Command('hegui')
    .description('合规：检查记录进，有依据的研判出。hegui 只提建议，由执法人员依法决定。')
    .version(version, '-V, --version', '版本')
    .configureHelp(chineseHelp)
    .helpOption('-h, --help', '帮助')
    .helpCommand('help [command]', '某个命令的帮助')
    .configureOutput({ writeErr: output.err, writeOut: output.out, outputError: () => undefined })
    .exitOverride()
    .hook('preAction', (_, command) => checkDated(command))
  const host: Host = { end, output }
  for (const add of [recordCommands, readingCommands, writingCommands, testingCommands]) add(hegui, host)
  return hegui
}

async function main(): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done)
    output.err(`不能写标准输出：${error.code ?? error.message}\n`)
    process.exit(exitCodes.problems)
  })
  // Without anybody to read the problems, the results still count.
  process.stderr.on('error', () => undefined)
  try {
    await program((code) => {
      process.exitCode = code
    }).parseAsync(process.argv)
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return
      output.err(`${usageText(error)}（加 --help 看用法）\n`)
      process.exitCode = exitCodes.usage
      return
    }
    output.err(`hegui 内部错误，请报告：${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = exitCodes.failure
  }
}

await main()
