/** Commands for who writes rules: begin, check, tidy up, compile. */
import type { Language } from '@hegui/model'
import { type Command, Option } from 'commander'
import { type CheckFormat, checkFormats, type LegalityFormat, legalityFormats } from '../commands/formats.js'
import { day } from './dated-options.js'
import { type Host, language, misused, packs } from './options.js'

interface CheckOptions {
  readonly legality: boolean
  readonly format: CheckFormat | LegalityFormat
  readonly pack: readonly string[]
  readonly lang: Language
  readonly asOf?: string
  readonly strict: boolean
  readonly fix: boolean
}

const isOneOf = <Word extends string>(words: readonly Word[], word: string): word is Word => (words as readonly string[]).includes(word)

export function writingCommands(hegui: Command, { end, output }: Host): void {
  hegui.commandsGroup('写规则：')
  const scaffold = hegui.command('new').description('新建规则或者方案：写好文件夹和要填的文件，不覆盖已有的')
  for (const [kind, argument, description] of [
    ['rule', '<domain/name>', '新建规则：rules/名称/rule.json 和 cases.json'],
    ['plan', '<name>', '新建方案：plans/名称/plan.json 和 clauses.json'],
  ] as const)
    scaffold
      .command(kind)
      .description(description)
      .argument(argument, '标识，小写英文、数字和连字符')
      .option('--dir <folder>', '规则包的文件夹', '.')
      .addOption(language())
      .action(async (name: string, { dir, lang }: { dir: string; lang: Language }) => {
        end((await import('../commands/new.js')).newCommand({ kind, name, folder: dir, language: lang }, output))
      })
  hegui
    .command('check')
    .description('检查规则、案例、方案、法律、事实和检查记录，一次列出全部问题')
    .argument('[paths...]', '文件或文件夹，默认当前文件夹；用 --legality 时为方案标识、方案文件或文件夹，默认全部方案')
    .option('--legality', '逐条检查方案是否合法', false)
    .addOption(
      new Option('--format <format>', '输出格式；html 和 markdown 只用于 --legality，sarif 和 github（注释）不用于 --legality')
        .choices([...new Set([...legalityFormats, ...checkFormats])])
        .default('text'),
    )
    .addOption(packs().helpGroup('用 --legality 时：'))
    .addOption(language())
    .addOption(day('--as-of <date>', '另查引用的条文在这一天是否施行、是否核对过原文'))
    .option('--strict', '有提醒也以退出码 1 结束', false)
    .option('--fix', '先改正不用问人的：BOM、中文标点、多余的逗号、次序和排版', false)
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { legality, format, lang, pack, asOf, strict, fix } = options
      const wrong = (what: string, only: string): never => {
        throw misused('hegui.legality', `${what} ${only} --legality`)
      }
      if (legality) {
        if (fix) wrong('--fix', '不用于')
        if (!isOneOf(legalityFormats, format)) return wrong(`--format ${format}`, '不用于')
        return end((await import('../commands/legality.js')).legalityCommand({ plans: paths, packs: pack, language: lang, format }, output))
      }
      if (pack.length > 0) wrong('--pack', '只用于')
      if (!isOneOf(checkFormats, format)) return wrong(`--format ${format}`, '只用于')
      end(
        (await import('../commands/check.js')).checkCommand(
          { paths: paths.length === 0 ? ['.'] : paths, language: lang, format, strict, fix, ...(asOf === undefined ? {} : { asOf }) },
          output,
        ),
      )
    })
  hegui
    .command('fmt')
    .description('把规则包的 JSON 写成规范的样子：次序、缩进、换行；意思不变')
    .argument('[paths...]', '文件或文件夹，默认当前文件夹')
    .option('--check', '不改文件，只列出写法不规范的；有就以退出码 1 结束', false)
    .addOption(language())
    .action(async (paths: readonly string[], { check, lang }: { check: boolean; lang: Language }) => {
      end((await import('../commands/fmt.js')).fmtCommand({ paths: paths.length === 0 ? ['.'] : paths, language: lang, check }, output))
    })
  hegui
    .command('compile')
    .description('把规则编译成 ES 模块，旁边写上类型；装载时同规则对不上的模块不会用')
    .argument('[folders...]', '只编译这些规则包文件夹里的规则，默认全部自带规则包')
    .requiredOption('--out <file>', '写进 .js 或者 .mjs 文件')
    .option('--no-index', '不按行为种类分组，每条规则都看')
    .addOption(packs())
    .addOption(language())
    .action(async (folders: readonly string[], { pack, out, index, lang }: { pack: readonly string[]; out: string; index: boolean; lang: Language }) => {
      end((await import('../commands/compile.js')).compileCommand({ folders, packs: pack, out, index, language: lang }, output))
    })
}
