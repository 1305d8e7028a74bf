/** `hegui compile [FOLDER…] --out FILE`: the rules of packs as an ES module, with its declarations beside it. */
import { compileModule, compileModuleTypes, moduleHash, moduleSize, type Ruleset } from '@hegui/engine'
import { type Language, type Problem, problem, shown } from '@hegui/model'
import { loadRuleset } from '../input/load-packs.js'
import type { ExitCode, Output } from './output.js'
import { problemSink } from './problem-sink.js'
import { writeWhole } from './write-file.js'

export interface CompileArguments {
  /** Folders whose rules are compiled; none: the rules of all packs. */
  readonly folders: readonly string[]
  readonly packs: readonly string[]
  readonly out: string
  readonly index: boolean
  readonly language: Language
}

/** With a problem, in a pack or in writing, there is no module: what stood there stays. */
export function compileCommand(args: CompileArguments, output: Output): ExitCode {
  const sink = problemSink({ json: false, language: args.language }, output)
  const done = compiled(args)
  sink.say(done.problems)
  if (done.text !== undefined) output.out(`${done.text}\n`)
  return sink.end()
}

function compiled({ folders, packs, out, index, language }: CompileArguments): { readonly problems: readonly Problem[]; readonly text?: string } {
  const types = /\.m?js$/.test(out) ? out.replace(/\.(m?)js$/, '.d.$1ts') : undefined
  if (types === undefined) return { problems: [problem('HG6027', [], { file: shown(out) })] }
  const loaded = loadRuleset([...folders, ...packs])
  if (!loaded.ok) return loaded
  const { ruleset } = loaded
  // What is read from folders is laid over the shipped packs as the last.
  const last = ruleset.packs.at(-1)
  const options = folders.length === 0 || last === undefined ? { index } : { index, packs: [last.id] }
  const source = compileModule(ruleset, options)
  // The declarations first: a module never stands beside those of an earlier one for longer than it must.
  for (const [file, text] of [
    [types, compileModuleTypes(ruleset, options)],
    [out, source],
  ] as const) {
    const problems = writeWhole(file, text)
    if (problems.length > 0) return { problems }
  }
  return { problems: [], text: summary(ruleset, options, { out, types, bytes: Buffer.byteLength(source) }, language) }
}

function summary(
  ruleset: Ruleset,
  options: { readonly packs?: readonly string[] },
  { out, types, bytes }: { readonly out: string; readonly types: string; readonly bytes: number },
  language: Language,
): string {
  const { rules, editions, leaves } = moduleSize(ruleset, options)
  const hash = moduleHash(ruleset, options.packs)
  return language === 'zh'
    ? `写好了 ${out}（${bytes} 字节）和 ${types}：${rules} 条规则，${editions} 个版本，${leaves} 个不同的单项。\n${hash}`
    : `Wrote ${out} (${bytes} bytes) and ${types}: ${rules} rules in ${editions} editions, ${leaves} distinct leaves.\n${hash}`
}
