/** Commands that show what rules do before they are published. */
import type { Language } from '@hegui/model'
import { type Command, Option } from 'commander'
import type { DiffArguments } from '../commands/diff.js'
import { type BacktestFormat, backtestFormats, type CoverageFormat, coverageFormats, diffFormats, mutateFormats, testFormats } from '../commands/formats.js'
import type { MutateArguments } from '../commands/mutate.js'
import type { TestOptions } from '../commands/test-run.js'
import { type Host, language, misused, wholeNumber } from './options.js'

interface MutateOptions extends Omit<MutateArguments, 'paths' | 'language'> {
  readonly lang: Language
}

interface DiffOptions extends Omit<DiffArguments, 'old' | 'new' | 'language'> {
  readonly lang: Language
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

export function testingCommands(hegui: Command, { end, output }: Host): void {
  hegui.commandsGroup('验证改动：')
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
      const { testRun } = await import('../commands/test-run.js')
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
      const { coverageCommand } = await import('../commands/coverage.js')
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
    .addOption(new Option('--max-steps <number>', '证明一处改动等价最多找多少步，默认 200000').argParser(wholeNumber(1, 999_999_999)))
    .addOption(new Option('--format <format>', '输出格式').choices(mutateFormats).default('text'))
    .addOption(language())
    .action(async (paths: readonly string[], { lang, ...options }: MutateOptions) => {
      if (options.write && !options.propose) throw misused('hegui.onlyWithPropose', '--write 只用于 --propose')
      if (options.write && paths.length === 0) throw misused('hegui.writeWhere', '--write 要写路径：案例写到哪个规则包、哪条规则旁边')
      const { mutateCommand } = await import('../commands/mutate.js')
      end(mutateCommand({ ...options, paths, language: lang }, output))
    })
  hegui
    .command('diff')
    .description('比较规则包的两版：每条规则更严、更宽还是相同，附能复核的反例；应写哪一级的变更说明')
    .argument('<old>', '旧版的文件夹；shipped 为自带的规则包')
    .argument('<new>', '新版的文件夹')
    .addOption(new Option('--format <format>', '输出格式；docx 是送审的 Word 文件').choices(diffFormats).default('text'))
    .option('-o, --out <file>', '写进文件，默认标准输出；docx 必须写进文件')
    .option('--save-cases <folder>', '把反例写成案例，期望新版的结论')
    .addOption(new Option('--max-steps <number>', '一条规则最多找多少步；找不完的问求解器 z3-solver，没有装它的会说明').argParser(wholeNumber(1, 999_999_999)))
    .addOption(language())
    .action(async (old: string, fresh: string, { lang, ...options }: DiffOptions) => {
      if (options.format === 'docx' && options.out === undefined) throw misused('hegui.docxIntoFile', 'docx 要用 --out 写进文件')
      end(await (await import('../commands/diff.js')).diffCommand({ old, new: fresh, language: lang, ...options }, output))
    })
  hegui
    .command('backtest')
    .description('在实际记录上比较规则包的两版：新认定、不再认定、转为待查，措施、期限改变，按规则和地区')
    .argument('<records...>', '检查记录（JSON、NDJSON、CSV 或 Parquet）的文件或文件夹，- 为标准输入')
    .requiredOption('--from <folder>', '旧版的文件夹；shipped 为自带的规则包')
    .requiredOption('--to <folder>', '新版的文件夹')
    .addOption(new Option('--format <format>', '输出格式').choices(backtestFormats).default('text'))
    .addOption(new Option('--examples <number>', '每条规则每个地区最多列几条记录').default(1).argParser(wholeNumber(0, 999_999)))
    .option('--changes <file>', '有变化的记录全部写进这个 NDJSON 文件')
    .option('--out <file>', '写进文件，默认标准输出；xlsx 必须写进文件')
    .addOption(language())
    .action(async (records: readonly string[], { lang, ...options }: BacktestOptions) => {
      if (options.format === 'xlsx' && options.out === undefined) throw misused('hegui.xlsxIntoFile', 'xlsx 要用 --out 写进文件')
      const { backtestCommand } = await import('../commands/backtest.js')
      end(await backtestCommand({ ...options, records, language: lang }, output))
    })
}
