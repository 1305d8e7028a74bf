/** What commander says, in Chinese. */
import { Command, CommanderError, Option } from 'commander'
import { expect, test } from 'vitest'
import { chineseHelp, usageText } from '../src/command-line/usage.js'

function program(): Command {
  const quiet = { writeErr: () => undefined, writeOut: () => undefined, outputError: () => undefined }
  const hegui = new Command('hegui').configureOutput(quiet).configureHelp(chineseHelp).helpOption('-h, --help', '帮助').exitOverride()
  hegui
    .command('assess')
    .description('研判')
    .argument('<files...>', '检查记录')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .addOption(new Option('--pack <folder>', '规则包文件夹').default([], '自带规则包'))
    .option('--resume', '接着做', false)
    .action(() => undefined)
  hegui
    .command('appraise')
    .description('督查考核')
    .action(() => undefined)
  return hegui
}

test.each([
  ['asses x', '没有命令 asses，是不是 assess？'],
  ['zzzzzz', '没有命令 zzzzzz'],
  ['assess --formt json x', '没有选项 --formt，是不是 --format？'],
  ['assess', '缺少参数 files'],
  ['assess x --format xml', '选项 --format <format> 的值不对：可选 text, json.'],
  ['assess x --format', '选项 --format <format> 后面缺少值'],
  ['appraise x', '参数太多'],
])('hegui %s', (line, said) => {
  let complaint = ''
  try {
    program().parse(line.split(' '), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    complaint = usageText(error)
  }
  expect(complaint).toBe(said)
})

test('help has Chinese headings, choices and defaults', () => {
  const hegui = program()
  expect(hegui.helpInformation()).toContain('用法： hegui [选项] [命令]')
  expect(hegui.helpInformation()).toContain('命令：\n  assess [选项] <files...>')
  const assess = hegui.commands[0]?.helpInformation() ?? ''
  expect(assess).toContain('输出格式（可选 text、json；默认 text）')
  expect(assess).toContain('规则包文件夹（默认 自带规则包）')
  expect(assess).toContain('接着做\n')
  expect(assess).not.toMatch(/Usage|Options|choices|default/)
})
