/** Commands over records of inspections and cases. */
import type { Language } from '@hegui/model'
import { type Command, Option } from 'commander'
import { type AppraiseFormat, appraiseFormats, sqlFormats } from '../commands/formats.js'
import type { SqlArguments } from '../commands/sql.js'
import { day, moment } from './dated-options.js'
import { format, type Host, language, misused, packs, repeatable, wholeNumber } from './options.js'

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

export function recordCommands(hegui: Command, { end, output }: Host): void {
  hegui.commandsGroup('检查记录：')
  hegui
    .command('assess')
    .description('研判检查记录（JSON、NDJSON、CSV 或 Parquet，- 为标准输入）')
    .argument('<files...>', '检查记录')
    .addOption(format())
    .addOption(packs())
    .addOption(day('--decided-on <date>', '研判日期，默认取记录中的研判日期或检查日期'))
    .addOption(language())
    .option('--explain', '附上每条成立或待查规则的逐项说明', false)
    .addOption(new Option('--max-line-bytes <n>', '一行最多多少字节，更长的不读').default(16_777_216).argParser(wholeNumber(1)))
    .addOption(
      new Option('--jobs <n>', '几个工作线程，auto 为处理器的个数')
        .default(1)
        .argParser((value) => (value === 'auto' ? value : wholeNumber(1, 256, '，或者 auto')(value)))
        .helpGroup('用 --format json 时：'),
    )
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
      if (misplaced !== undefined) throw misused('hegui.onlyWithJson', `${misplaced[0]} 只用于 --format json`)
      if (rest.resume && rest.out === undefined) throw misused('hegui.resumeWithOut', '--resume 要同 --out 一起用')
      const { assessCommand } = await import('../commands/assess.js')
      end(await assessCommand({ ...rest, files, packs: pack, language: lang }, output))
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
      const { progressCommand } = await import('../commands/progress.js')
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
      if (rest.columns !== undefined && rest.format !== 'xlsx') throw misused('hegui.onlyWithXlsx', '--columns 只用于 --format xlsx')
      if (rest.format === 'xlsx' && rest.out === undefined) throw misused('hegui.xlsxIntoFile', 'xlsx 要用 --out 写进文件')
      end(
        await (await import('../commands/appraise.js')).appraiseCommand(
          { ...rest, units: unit, aggregates: aggregate, records, packs: pack, language: lang },
          output,
        ),
      )
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
      const { sqlCommand } = await import('../commands/sql.js')
      end(await sqlCommand({ ...rest, ...(pack === undefined ? {} : { pack }), rules: rule, packs: folders, language: lang }, output))
    })
}
