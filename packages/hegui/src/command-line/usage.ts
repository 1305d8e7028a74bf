/** What commander says, in Chinese: the headings of its help and its complaints. */
import type { CommanderError, HelpConfiguration } from 'commander'

const titles: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' }

const placeholders = (text: string): string => text.replace('[options]', '[选项]').replace('[command]', '[命令]')

export const chineseHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: placeholders,
  styleSubcommandTerm: placeholders,
  optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription, required, optional }) => {
    const notes = [
      ...(argChoices === undefined ? [] : [`可选 ${argChoices.join('、')}`]),
      ...(defaultValue === undefined || !(required || optional) ? [] : [`默认 ${defaultValueDescription ?? String(defaultValue)}`]),
    ]
    return notes.length === 0 ? description : `${description}（${notes.join('；')}）`
  },
}

/** A complaint, with the word it complains about and the one that may have been meant. */
export function usageText(error: CommanderError): string {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const meant = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message)?.[1]
  const perhaps = meant === undefined ? '' : `，是不是 ${meant.replaceAll(', ', '、')}？`
  switch (error.code) {
    case 'commander.help':
      return '缺少子命令'
    case 'commander.missingArgument':
      return `缺少参数 ${word}`
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${word}`
    case 'commander.unknownOption':
      return `没有选项 ${word}${perhaps}`
    case 'commander.unknownCommand':
      return `没有命令 ${word}${perhaps}`
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
