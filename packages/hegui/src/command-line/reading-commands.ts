/** Commands that tell what rules and plans say. */
import type { Language } from '@hegui/model'
import { type Command, Option } from 'commander'
import { type CalendarFormat, calendarFormats } from '../commands/formats.js'
import { day } from './dated-options.js'
import { format, type Host, language, packs } from './options.js'

export function readingCommands(hegui: Command, { end, output }: Host): void {
  hegui.commandsGroup('看规则、看方案：')
  hegui
    .command('explain')
    .description('用中文句子说明一条规则、它的依据、各版规范、缺事实时怎样、案例；不写规则则列出全部')
    .argument('[rule]', '规则标识，例如 fireworks/unlicensed-business')
    .addOption(day('--on <date>', '只看这一天有效的版本'))
    .addOption(packs())
    .addOption(language())
    .action(async (rule: string | undefined, { pack, lang, on }: { pack: readonly string[]; lang: Language; on?: string }) => {
      end(
        (await import('../commands/explain.js')).explainCommand(
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
        end((await import('../commands/rules.js')).rulesCommand({ ...rest, packs: pack, language: lang }, output))
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
        end((await import('../commands/calendar.js')).calendarCommand({ ...rest, packs: pack, language: lang }, output))
      },
    )
}
