#!/usr/bin/env node
/** The command `hegui`. What a command does is loaded when it is called: the version costs no more than its number. */
import module from 'node:module'
import type { Language } from '@hegui/model'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { checkDated, day, moment } from './commands/dated-options.js'
import type { DiffArguments } from './commands/diff.js'
import {
  type AppraiseFormat,
  appraiseFormats,
  type BacktestFormat,
  backtestFormats,
  type CalendarFormat,
  type CheckFormat,
  type CoverageFormat,
  calendarFormats,
  checkFormats,
  coverageFormats,
  diffFormats,
  type LegalityFormat,
  legalityFormats,
  mutateFormats,
  sqlFormats,
  testFormats,
} from './commands/formats.js'
import type { MutateArguments } from './commands/mutate.js'
import { type ExitCode, exitCodes, type Output } from './commands/output.js'
import type { SqlArguments } from './commands/sql.js'
import type { TestOptions } from './commands/test-run.js'
import { chineseHelp, usageText } from './commands/usage.js'
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

const language = (): Option => new Option('--lang <lang>', '语言 language').choices(['zh', 'en']).default('zh')
const format = (): Option => new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text')
const repeatable = (value: string, earlier: readonly string[]): readonly string[] => [...earlier, value]
const packs = (): Option =>
  new Option('--pack <folder>', '规则包文件夹，叠加在自带规则包之上，可重复')
    .default([] as readonly string[], '自带规则包')
    .argParser<readonly string[]>(repeatable)
const wholeNumber = (value: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('写大于 0 的整数。')
  return Number(value)
}
const jobs = (value: string): number | 'auto' => {
  if (value === 'auto') return value
  if (!/^[1-9]\d{0,2}$/.test(value) || Number(value) > 256) throw new InvalidArgumentError('写 1 至 256 的整数，或者 auto。')
  return Number(value)
}

interface AssessOptions {
  readonly format: 'text' | 'json'
  readonly pack: readonly string[]
  readonly decidedOn?: string
  readonly lang: Language
  readonly explain: boolean
  readonly maxLineBytes: number
  readonly jobs: number | 'auto'
  readonly out?: string
  readonly rejects?: string
  readonly resume: boolean
}

interface SqlOptions extends Omit<SqlArguments, 'pack' | 'rules' | 'packs' | 'language'> {
  readonly rule: readonly string[]
  readonly pack: readonly string[]
  readonly lang: Language
}

interface DiffOptions extends Omit<DiffArguments, 'old' | 'new' | 'language'> {
  readonly lang: Language
}

const steps = (value: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('写正整数。')
  return Number(value)
}

const anyNumber = (value: string): number => {
  if (!/^\d{1,6}$/.test(value)) throw new InvalidArgumentError('写 0 或者正整数。')
  return Number(value)
}

interface BacktestOptions {
  readonly from: string
  readonly to: string
  readonly format: BacktestFormat
  readonly examples: number
  readonly changes?: string
  readonly out?: string
  readonly lang: Language
}

const isOneOf = <Word extends string>(words: readonly Word[], word: string): word is Word => (words as readonly string[]).includes(word)

interface CheckOptions {
  readonly legality: boolean
  readonly format: CheckFormat | LegalityFormat
  readonly pack: readonly string[]
  readonly lang: Language
  readonly asOf?: string
  readonly strict: boolean
  readonly fix: boolean
}

interface MutateOptions extends Omit<MutateArguments, 'paths' | 'language'> {
  readonly lang: Language
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
    .configureHelp(chineseHelp)
    .helpOption('-h, --help', '帮助')
    .helpCommand('help [command]', '某个命令的帮助')
    .configureOutput({ writeErr: output.err, writeOut: output.out, outputError: () => undefined })
    .exitOverride()
    .hook('preAction', (_, command) => checkDated(command))
  hegui
    .command('assess')
    .description('研判检查记录（JSON、NDJSON、CSV 或 Parquet，- 为标准输入）')
    .argument('<files...>', '检查记录')
    .addOption(format())
    .addOption(packs())
    .addOption(day('--decided-on <date>', '研判日期，默认取记录中的研判日期或检查日期'))
    .addOption(language())
    .option('--explain', '附上每条成立或待查规则的逐项说明', false)
    .addOption(new Option('--max-line-bytes <n>', '一行最多多少字节，更长的不读').default(16_777_216).argParser(wholeNumber))
    .addOption(new Option('--jobs <n>', '几个工作线程，auto 为处理器的个数').default(1).argParser(jobs).helpGroup('用 --format json 时：'))
    .addOption(new Option('--out <file>', '写进文件，写完才替换原来的').helpGroup('用 --format json 时：'))
    .addOption(new Option('--rejects <file>', '没有研判的记录连同行号、问题写进这个文件').helpGroup('用 --format json 时：'))
    .addOption(new Option('--resume', '接着上次中断的做，要有 --out').default(false).helpGroup('用 --format json 时：'))
    .addHelpText('after', '\n一次研判很多记录、表格怎样写，见 docs/bulk.md。')
    .action(async (files: readonly string[], options: AssessOptions) => {
      const { pack, lang, ...rest } = options
      const onlyJson = [
        ['--jobs', rest.jobs !== 1] as const,
        ['--out', rest.out !== undefined] as const,
        ['--rejects', rest.rejects !== undefined] as const,
        ['--resume', rest.resume] as const,
      ]
      const [misplaced] = rest.format === 'json' ? [] : onlyJson.filter(([, given]) => given)
      if (misplaced !== undefined) throw new CommanderError(exitCodes.usage, 'hegui.onlyWithJson', `${misplaced[0]} 只用于 --format json`)
      if (rest.resume && rest.out === undefined) throw new CommanderError(exitCodes.usage, 'hegui.resumeWithOut', '--resume 要同 --out 一起用')
      const { assessCommand } = await import('./commands/assess.js')
      end(await assessCommand({ ...rest, files, packs: pack, language: lang }, output))
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
        throw new CommanderError(exitCodes.usage, 'hegui.legality', `${what} ${only} --legality`)
      }
      if (legality) {
        if (fix) wrong('--fix', '不用于')
        if (!isOneOf(legalityFormats, format)) return wrong(`--format ${format}`, '不用于')
        return end((await import('./commands/legality.js')).legalityCommand({ plans: paths, packs: pack, language: lang, format }, output))
      }
      if (pack.length > 0) wrong('--pack', '只用于')
      if (!isOneOf(checkFormats, format)) return wrong(`--format ${format}`, '只用于')
      end(
        (await import('./commands/check.js')).checkCommand(
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
      end((await import('./commands/fmt.js')).fmtCommand({ paths: paths.length === 0 ? ['.'] : paths, language: lang, check }, output))
    })
  hegui
    .command('diff')
    .description('比较规则包的两版：每条规则更严、更宽还是相同，附能复核的反例；应写哪一级的变更说明')
    .argument('<old>', '旧版的文件夹；shipped 为自带的规则包')
    .argument('<new>', '新版的文件夹')
    .addOption(new Option('--format <format>', '输出格式；docx 是送审的 Word 文件').choices(diffFormats).default('text'))
    .option('-o, --out <file>', '写进文件，默认标准输出；docx 必须写进文件')
    .option('--save-cases <folder>', '把反例写成案例，期望新版的结论')
    .addOption(new Option('--max-steps <number>', '一条规则最多找多少步；找不完的问求解器 z3-solver，没有装它的会说明').argParser(steps))
    .addOption(language())
    .action(async (old: string, fresh: string, { lang, ...options }: DiffOptions) => {
      if (options.format === 'docx' && options.out === undefined) throw new CommanderError(exitCodes.usage, 'hegui.docxIntoFile', 'docx 要用 --out 写进文件')
      end(await (await import('./commands/diff.js')).diffCommand({ old, new: fresh, language: lang, ...options }, output))
    })
  hegui
    .command('backtest')
    .description('在实际记录上比较规则包的两版：新认定、不再认定、转为待查，措施、期限改变，按规则和地区')
    .argument('<records...>', '检查记录（JSON、NDJSON、CSV 或 Parquet）的文件或文件夹，- 为标准输入')
    .requiredOption('--from <folder>', '旧版的文件夹；shipped 为自带的规则包')
    .requiredOption('--to <folder>', '新版的文件夹')
    .addOption(new Option('--format <format>', '输出格式').choices(backtestFormats).default('text'))
    .addOption(new Option('--examples <number>', '每条规则每个地区最多列几条记录').default(1).argParser(anyNumber))
    .option('--changes <file>', '有变化的记录全部写进这个 NDJSON 文件')
    .option('--out <file>', '写进文件，默认标准输出；xlsx 必须写进文件')
    .addOption(language())
    .action(async (records: readonly string[], { lang, ...options }: BacktestOptions) => {
      if (options.format === 'xlsx' && options.out === undefined) throw new CommanderError(exitCodes.usage, 'hegui.xlsxIntoFile', 'xlsx 要用 --out 写进文件')
      const { backtestCommand } = await import('./commands/backtest.js')
      end(await backtestCommand({ ...options, records, language: lang }, output))
    })
  hegui
    .command('explain')
    .description('用中文句子说明一条规则、它的依据、各版规范、缺事实时怎样、案例；不写规则则列出全部')
    .argument('[rule]', '规则标识，例如 fireworks/unlicensed-business')
    .addOption(day('--on <date>', '只看这一天有效的版本'))
    .addOption(packs())
    .addOption(language())
    .action(async (rule: string | undefined, { pack, lang, on }: { pack: readonly string[]; lang: Language; on?: string }) => {
      end(
        (await import('./commands/explain.js')).explainCommand(
          { packs: pack, language: lang, ...(rule === undefined ? {} : { rule }), ...(on === undefined ? {} : { on }) },
          output,
        ),
      )
    })
  hegui
    .command('rules')
    .description('找规则：按领域、方案、条款、事实、日期，几个一起写就都要符合')
    .option('--domain <domain>', '领域，规则标识的前半段，例如 fireworks')
    .option('--plan <plan>', '方案的标识或者简称')
    .option('--article <article>', '条款，例如 烟花爆竹安全管理条例36，或者 fireworks-regulation:36(1)')
    .option('--fact <fact>', '事实的标识或者中文名称，例如 licence.status')
    .addOption(day('--on <date>', '只看这一天有效的版本'))
    .addOption(format())
    .addOption(packs())
    .addOption(language())
    .action(
      async (options: {
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
        end((await import('./commands/rules.js')).rulesCommand({ ...rest, packs: pack, language: lang }, output))
      },
    )
  hegui
    .command('calendar')
    .description('一个方案的日历：阶段、重点时段、职责的截止日；没有日子的列在最后')
    .requiredOption('--plan <id>', '方案标识，例如 changjianglu-2016')
    .addOption(day('--from <date>', '从哪天，默认方案的第一天'))
    .addOption(day('--to <date>', '到哪天（含），默认方案的最后一天'))
    .addOption(new Option('--format <format>', '输出格式；ics 可以导入日历程序').choices(calendarFormats).default('text'))
    .option('--days-off', '一并列出法定节假日和调休上班日', false)
    .addOption(packs())
    .addOption(language())
    .action(
      async (options: { plan: string; from?: string; to?: string; format: CalendarFormat; daysOff: boolean; pack: readonly string[]; lang: Language }) => {
        const { pack, lang, ...rest } = options
        end((await import('./commands/calendar.js')).calendarCommand({ ...rest, packs: pack, language: lang }, output))
      },
    )
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
    .addOption(day('--from <date>', '考核期间的第一天').makeOptionMandatory())
    .addOption(day('--to <date>', '考核期间的最后一天（含）').makeOptionMandatory())
    .requiredOption('--submissions <file>', '考核材料：单位名册、报送、外来数字、已查明的事实')
    .addOption(moment('--as-of <moment>', '看到什么时候为止，默认考核期间的最后一天过完'))
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
      end(
        await (await import('./commands/appraise.js')).appraiseCommand(
          { ...rest, units: unit, aggregates: aggregate, records, packs: pack, language: lang },
          output,
        ),
      )
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
      .action(async (name: string, { dir, lang }: { dir: string; lang: Language }) => {
        end((await import('./commands/new.js')).newCommand({ kind, name, folder: dir, language: lang }, output))
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
      const { testRun } = await import('./commands/test-run.js')
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
      const { coverageCommand } = await import('./commands/coverage.js')
      end(await coverageCommand({ ...rest, paths, language: lang }, output))
    })
  hegui
    .command('mutate')
    .description('规则变异：每次故意改错一处，看案例看不看得出来；看不出的逐条列出')
    .argument('[paths...]', '规则包或者规则的文件夹，默认自带规则包')
    .option('--rule <id>', '只看这条规则和它用到的规范、限值、期限')
    .option('--cache <file>', '把结果存进这个文件；下次只重做改过的')
    .option('--propose', '不出报告，列出看得出的案例（cases.json 的格式）', false)
    .option('--write', '与 --propose 同用：写进规则旁边的 cases.json', false)
    .addOption(new Option('--max-steps <number>', '证明一处改动等价最多找多少步，默认 200000').argParser(steps))
    .addOption(new Option('--format <format>', '输出格式').choices(mutateFormats).default('text'))
    .addOption(language())
    .action(async (paths: readonly string[], { lang, ...options }: MutateOptions) => {
      if (options.write && !options.propose) throw new CommanderError(exitCodes.usage, 'hegui.onlyWithPropose', '--write 只用于 --propose')
      if (options.write && paths.length === 0)
        throw new CommanderError(exitCodes.usage, 'hegui.writeWhere', '--write 要写路径：案例写到哪个规则包、哪条规则旁边')
      const { mutateCommand } = await import('./commands/mutate.js')
      end(mutateCommand({ ...options, paths, language: lang }, output))
    })
  hegui
    .command('progress')
    .description('看案件进度：下一步、受阻、超期，各期限的数法（JSON 或 NDJSON，- 为标准输入）')
    .argument('<files...>', '案件进度')
    .addOption(format())
    .addOption(packs())
    .addOption(day('--as-of <date>', '看到哪一天为止，默认取文件中的 asOf'))
    .addOption(language())
    .action(async (files: readonly string[], options: { format: 'text' | 'json'; pack: readonly string[]; asOf?: string; lang: Language }) => {
      const { progressCommand } = await import('./commands/progress.js')
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
  hegui
    .command('compile')
    .description('把规则编译成 ES 模块，旁边写上类型；装载时同规则对不上的模块不会用')
    .argument('[folders...]', '只编译这些规则包文件夹里的规则，默认全部自带规则包')
    .requiredOption('--out <file>', '写进 .js 或者 .mjs 文件')
    .option('--no-index', '不按行为种类分组，每条规则都看')
    .addOption(packs())
    .addOption(language())
    .action(async (folders: readonly string[], { pack, out, index, lang }: { pack: readonly string[]; out: string; index: boolean; lang: Language }) => {
      end((await import('./commands/compile.js')).compileCommand({ folders, packs: pack, out, index, language: lang }, output))
    })
  hegui
    .command('sql')
    .description('把规则写成三值的 SQL；--run 在表上运行，--rows 把检查记录变成表的行')
    .argument('[pack]', '规则包的标识或者文件夹，例如 fireworks；不写就是全部规则')
    .addOption(new Option('--dialect <dialect>', 'SQL 方言：duckdb 或者 postgres').default('duckdb'))
    .addOption(new Option('--rule <id>', '只要这条规则，可重复').default([] as readonly string[], '全部').argParser<readonly string[]>(repeatable))
    .option('--table <name>', '查询里的表名', 'conducts')
    .option('--create-table', '只写出建表语句', false)
    .option('--rows <files...>', '把检查记录（JSON 或 NDJSON）变成表的行，每行一个 JSON', [])
    .option('--run <table>', '在这个表上运行；DuckDB 也可以是 parquet、csv、ndjson 文件')
    .option('--database <file>', 'DuckDB 的数据库文件，只读')
    .option('--all', '不适用的规则也列出', false)
    .addOption(new Option('--format <format>', '查询写成 text 或 json；运行写成 ndjson 或 csv').choices(sqlFormats))
    .option('--out <file>', '运行的结果写进文件，默认标准输出')
    .addOption(packs())
    .addOption(language())
    .action(async (pack: string | undefined, { rule, pack: folders, lang, ...rest }: SqlOptions) => {
      const { sqlCommand } = await import('./commands/sql.js')
      end(await sqlCommand({ ...rest, ...(pack === undefined ? {} : { pack }), rules: rule, packs: folders, language: lang }, output))
    })
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
