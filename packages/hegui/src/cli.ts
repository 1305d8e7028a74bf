#!/usr/bin/env node
import { instantSchema, isLocalDate, type Language } from '@hegui/model'
/** The command `hegui`. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { type AppraiseFormat, appraiseCommand, appraiseFormats } from './commands/appraise.js'
import { assessCommand } from './commands/assess.js'
import { type CalendarFormat, calendarCommand, calendarFormats } from './commands/calendar.js'
import { checkCommand } from './commands/check.js'
import { type CoverageFormat, coverageCommand, coverageFormats } from './commands/coverage.js'
import { explainCommand } from './commands/explain.js'
import { type LegalityFormat, legalityCommand, legalityFormats } from './commands/legality.js'
import { newCommand } from './commands/new.js'
import { type ExitCode, exitCodes, type Output } from './commands/output.js'
import { progressCommand } from './commands/progress.js'
import { rulesCommand } from './commands/rules.js'
import { testFormats } from './commands/test.js'
import { type TestOptions, testRun } from './commands/test-run.js'
import { version } from './version.js'

const output: Output = { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) }

const language = (): Option => new Option('--lang <lang>', '语言 language').choices(['zh', 'en']).default('zh')
const format = (): Option => new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text')
const repeatable = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value]
const packs = (): Option =>
  new Option('--pack <folder>', '规则包文件夹，叠加在自带规则包之上，可重复')
    .default([] as readonly string[], '自带规则包')
    .argParser<readonly string[]>(repeatable)
const moment = (value: string): string => {
  if (!isLocalDate(value) && !instantSchema.safeParse(value).success)
    throw new InvalidArgumentError('写作 YYYY-MM-DD，或者带时区的时刻，例如 2017-01-04T12:00:00+08:00。')
  return value
}
const day = (value: string): string => {
  if (!isLocalDate(value)) throw new InvalidArgumentError('写作 YYYY-MM-DD，且须是存在的日期。')
  return value
}

interface AppraiseOptions {
  readonly plan: string
  readonly unit: readonly string[]
  readonly from: string
  readonly to: string
  readonly submissions: string
  readonly asOf?: string
  readonly aggregate: readonly string[]
  readonly saveAggregate?: string
  readonly source?: string
  readonly format: AppraiseFormat
  readonly columns?: string
  readonly out?: string
  readonly pack: readonly string[]
  readonly lang: Language
}

function program(end: (code: ExitCode) => void): Command {
  const hegui = new Command('hegui')
    .description('合规：检查记录进，有依据的研判出。hegui 只提建议，由执法人员依法决定。')
    .version(version, '-V, --version', '版本')
    .helpOption('-h, --help', '帮助')
    .helpCommand('help [command]', '某个命令的帮助')
    .configureOutput({ writeErr: output.err, writeOut: output.out, outputError: () => undefined })
    .exitOverride()
  hegui
    .command('assess')
    .description('研判检查记录（JSON 或 NDJSON，- 为标准输入）')
    .argument('<files...>', '检查记录')
    .addOption(format())
    .addOption(packs())
    .addOption(new Option('--decided-on <date>', '研判日期，默认取记录中的研判日期或检查日期').argParser(day))
    .addOption(language())
    .option('--explain', '附上每条成立或待查规则的逐项说明', false)
    .action(
      async (files: readonly string[], options: { format: 'text' | 'json'; pack: readonly string[]; decidedOn?: string; lang: Language; explain: boolean }) => {
        end(
          await assessCommand(
            {
              files,
              format: options.format,
              packs: options.pack,
              language: options.lang,
              explain: options.explain,
              ...(options.decidedOn === undefined ? {} : { decidedOn: options.decidedOn }),
            },
            output,
          ),
        )
      },
    )
  hegui
    .command('check')
    .description('检查规则、案例、方案、法律、事实和检查记录，一次列出全部问题')
    .argument('[paths...]', '文件或文件夹，默认当前文件夹；用 --legality 时为方案标识、方案文件或文件夹，默认全部方案')
    .option('--legality', '逐条检查方案是否合法', false)
    .addOption(new Option('--format <format>', '输出格式；html 和 markdown 只用于 --legality').choices(legalityFormats).default('text'))
    .addOption(packs().helpGroup('用 --legality 时：'))
    .addOption(language())
    .addOption(new Option('--as-of <date>', '另查引用的条文在这一天是否施行、是否核对过原文').argParser(day))
    .option('--strict', '有提醒也以退出码 1 结束', false)
    .action(
      (
        paths: readonly string[],
        options: { legality: boolean; format: LegalityFormat; pack: readonly string[]; lang: Language; asOf?: string; strict: boolean },
      ) => {
        const { format, lang, pack, asOf, strict } = options
        if (options.legality) end(legalityCommand({ plans: paths, packs: pack, language: lang, format }, output))
        else if ((format === 'text' || format === 'json') && pack.length === 0)
          end(checkCommand({ paths: paths.length === 0 ? ['.'] : paths, language: lang, format, strict, ...(asOf === undefined ? {} : { asOf }) }, output))
        else throw new CommanderError(exitCodes.usage, 'hegui.onlyWithLegality', `${pack.length > 0 ? '--pack' : `--format ${format}`} 只用于 --legality`)
      },
    )
  hegui
    .command('explain')
    .description('用中文句子说明一条规则、它的依据、各版规范、缺事实时怎样、案例；不写规则则列出全部')
    .argument('[rule]', '规则标识，例如 fireworks/unlicensed-business')
    .addOption(new Option('--on <date>', '只看这一天有效的版本').argParser(day))
    .addOption(packs())
    .addOption(language())
    .action((rule: string | undefined, { pack, lang, on }: { pack: readonly string[]; lang: Language; on?: string }) => {
      end(explainCommand({ packs: pack, language: lang, ...(rule === undefined ? {} : { rule }), ...(on === undefined ? {} : { on }) }, output))
    })
  hegui
    .command('rules')
    .description('找规则：按领域、方案、条款、事实、日期，几个一起写就都要符合')
    .option('--domain <domain>', '领域，规则标识的前半段，例如 fireworks')
    .option('--plan <plan>', '方案的标识或者简称')
    .option('--article <article>', '条款，例如 烟花爆竹安全管理条例36，或者 fireworks-regulation:36(1)')
    .option('--fact <fact>', '事实的标识或者中文名称，例如 licence.status')
    .addOption(new Option('--on <date>', '只看这一天有效的版本').argParser(day))
    .addOption(format())
    .addOption(packs())
    .addOption(language())
    .action(
      (options: {
        domain?: string
        plan?: string
        article?: string
        fact?: string
        on?: string
        format: 'text' | 'json'
        pack: readonly string[]
        lang: Language
      }) => {
        const { pack, lang, ...rest } = options
        end(rulesCommand({ ...rest, packs: pack, language: lang }, output))
      },
    )
  hegui
    .command('calendar')
    .description('一个方案的日历：阶段、重点时段、职责的截止日；没有日子的列在最后')
    .requiredOption('--plan <id>', '方案标识，例如 changjianglu-2016')
    .addOption(new Option('--from <date>', '从哪天，默认方案的第一天').argParser(day))
    .addOption(new Option('--to <date>', '到哪天（含），默认方案的最后一天').argParser(day))
    .addOption(new Option('--format <format>', '输出格式；ics 可以导入日历程序').choices(calendarFormats).default('text'))
    .option('--days-off', '一并列出法定节假日和调休上班日', false)
    .addOption(packs())
    .addOption(language())
    .action((options: { plan: string; from?: string; to?: string; format: CalendarFormat; daysOff: boolean; pack: readonly string[]; lang: Language }) => {
      const { pack, lang, ...rest } = options
      end(calendarCommand({ ...rest, packs: pack, language: lang }, output))
    })
  hegui
    .command('appraise')
    .description('督查考核：一个方案期间单位的职责、目标、追责和统计（记录为 JSON 或 NDJSON，- 为标准输入）')
    .argument('[records...]', '检查记录；可以没有，只用 --aggregate')
    .requiredOption('--plan <id>', '方案标识，例如 changjianglu-2016')
    .addOption(
      new Option('--unit <id>', '单位，考核材料的名册里的标识，可重复')
        .argParser<readonly string[]>((value, earlier) => repeatable(value, earlier ?? []))
        .makeOptionMandatory(),
    )
    .addOption(new Option('--from <date>', '考核期间的第一天').argParser(day).makeOptionMandatory())
    .addOption(new Option('--to <date>', '考核期间的最后一天（含）').argParser(day).makeOptionMandatory())
    .requiredOption('--submissions <file>', '考核材料：单位名册、报送、外来数字、已查明的事实')
    .addOption(new Option('--as-of <moment>', '看到什么时候为止，默认考核期间的最后一天过完').argParser(moment))
    .addOption(
      new Option('--aggregate <file>', '先前存下的汇总，一并计入，可重复').default([] as readonly string[], '没有').argParser<readonly string[]>(repeatable),
    )
    .option('--save-aggregate <file>', '把汇总存下来，以后合并')
    .option('--source <name>', '汇总里怎样称呼这些记录，默认各文件的路径；同一来源不能合并两次')
    .addOption(new Option('--format <format>', '输出格式；xlsx 为汇总表').choices(appraiseFormats).default('text'))
    .option('--columns <file>', '汇总表的栏目（JSON），只用于 --format xlsx')
    .option('--out <file>', '写进文件，默认标准输出；xlsx 必须写进文件')
    .addOption(packs())
    .addOption(language())
    .action(async (records: readonly string[], options: AppraiseOptions) => {
      const { unit, aggregate, pack, lang, ...rest } = options
      if (rest.columns !== undefined && rest.format !== 'xlsx')
        throw new CommanderError(exitCodes.usage, 'hegui.onlyWithXlsx', '--columns 只用于 --format xlsx')
      if (rest.format === 'xlsx' && rest.out === undefined) throw new CommanderError(exitCodes.usage, 'hegui.xlsxIntoFile', 'xlsx 要用 --out 写进文件')
      end(await appraiseCommand({ ...rest, units: unit, aggregates: aggregate, records, packs: pack, language: lang }, output))
    })
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
      .action((name: string, { dir, lang }: { dir: string; lang: Language }) => {
        end(newCommand({ kind, name, folder: dir, language: lang }, output))
      })
  hegui
    .command('test')
    .description('运行规则的案例，逐个说通过还是没有通过')
    .argument('[paths...]', '规则包或者规则的文件夹，默认当前文件夹；用 --propose 时默认自带规则包')
    .addOption(new Option('--format <format>', '输出格式；junit 供持续集成读取').choices(testFormats).default('text'))
    .option('--watch', '文件改了就再运行，按 Ctrl+C 结束；只用于终端', false)
    .option('--propose [rule]', '不运行，列出缺少的案例（cases.json 的格式），可以只要一条规则的')
    .option('--write', '与 --propose 同用：加进规则旁边的 cases.json', false)
    .addOption(language())
    .action(async (paths: readonly string[], options: TestOptions) => {
      end(await testRun(paths, options, output))
    })
  hegui
    .command('coverage')
    .description('按意思统计案例的覆盖：认定、条件、门槛、起止日、缺事实，缺什么、可以写什么案例')
    .argument('[paths...]', '规则包或者规则的文件夹，默认自带规则包')
    .addOption(new Option('--records <files...>', '检查记录（JSON 或 NDJSON）：另看哪些规则从来不成立、适用就成立').default([] as readonly string[], '不看'))
    .addOption(new Option('--format <format>', '输出格式').choices(coverageFormats).default('text'))
    .addOption(language())
    .action(async (paths: readonly string[], { lang, ...rest }: { records: readonly string[]; format: CoverageFormat; lang: Language }) => {
      end(await coverageCommand({ ...rest, paths, language: lang }, output))
    })
  hegui
    .command('progress')
    .description('看案件进度：下一步、受阻、超期，各期限的数法（JSON 或 NDJSON，- 为标准输入）')
    .argument('<files...>', '案件进度')
    .addOption(format())
    .addOption(packs())
    .addOption(new Option('--as-of <date>', '看到哪一天为止，默认取文件中的 asOf').argParser(day))
    .addOption(language())
    .action((files: readonly string[], options: { format: 'text' | 'json'; pack: readonly string[]; asOf?: string; lang: Language }) => {
      end(
        progressCommand(
          {
            files,
            format: options.format,
            packs: options.pack,
            language: options.lang,
            ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
          },
          output,
        ),
      )
    })
  return hegui
}

/** commander's complaints in Chinese, with the word it complains about. */
function usageText(error: CommanderError): string {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.help':
      return '缺少子命令'
    case 'commander.missingArgument':
      return `缺少参数 ${word}`
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${word}`
    case 'commander.unknownOption':
      return `没有选项 ${word}`
    case 'commander.unknownCommand':
      return `没有命令 ${word}`
    case 'commander.optionMissingArgument':
      return `选项 ${word} 后面缺少值`
    case 'commander.excessArguments':
      return '参数太多'
    case 'commander.invalidArgument':
      return `选项 ${word} 的值不对：${error.message.replace(/^.*is invalid\.?\s*/, '').replace('Allowed choices are', '可选')}`
    default:
      return error.message
  }
}

async function main(): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exitCodes.done)
    throw error
  })
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
