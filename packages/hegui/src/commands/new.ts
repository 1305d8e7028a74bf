/** `hegui new rule DOMAIN/NAME`, `hegui new plan NAME`: a folder with what is to be filled in. */
import { type Language, type Problem, pathIdSchema, problem, shown, slugSchema } from '@hegui/model'
import { builtRuleset } from '../input/built-ruleset.js'
import { problemText } from '../report/problem-text.js'
import { planScaffold } from '../scaffold/plan-scaffold.js'
import { ruleScaffold } from '../scaffold/rule-scaffold.js'
import { writeNew } from '../scaffold/write-new.js'
import { type ExitCode, exitCodes, type Output } from './output.js'

export interface NewArguments {
  readonly kind: 'rule' | 'plan'
  readonly name: string
  readonly folder: string
  readonly language: Language
}

export function newCommand({ kind, name, folder, language }: NewArguments, output: Output): ExitCode {
  const refused = refusal(kind, name)
  const result =
    refused === undefined ? writeNew(folder, kind === 'rule' ? ruleScaffold(name) : planScaffold(name)) : { ok: false as const, problems: [refused] }
  if (!result.ok) {
    for (const found of result.problems) output.err(`${problemText(found, language)}\n`)
    return exitCodes.problems
  }
  for (const file of result.files) output.out(`${language === 'zh' ? '写好了' : 'wrote'} ${file}\n`)
  output.out(nextSteps(kind, folder, language))
  return exitCodes.done
}

/** Names become folders and ids: what is neither is refused before anything is written. */
function refusal(kind: NewArguments['kind'], name: string): Problem | undefined {
  if (kind === 'rule' && !pathIdSchema.safeParse(name).success)
    return problem('HG6009', [], {
      name: shown(name),
      kind: '规则',
      kindEn: 'a rule',
      hint: '写 领域/名称，两段都只用小写英文、数字和连字符，例如 fireworks/street-hawking。',
      hintEn: 'Write DOMAIN/NAME, both in lower-case letters, digits and hyphens, such as fireworks/street-hawking.',
    })
  if (kind === 'plan' && !slugSchema.safeParse(name).success)
    return problem('HG6009', [], {
      name: shown(name),
      kind: '方案',
      kindEn: 'a plan',
      hint: '只用小写英文、数字和连字符，例如 erong-2023。',
      hintEn: 'Use lower-case letters, digits and hyphens, such as erong-2023.',
    })
  const { rules, plans } = builtRuleset().catalogue
  if (kind === 'rule' && rules.has(name)) return problem('HG6010', [], { what: `规则 ${name} `, whatEn: `The rule ${name}` })
  return kind === 'plan' && plans.has(name) ? problem('HG6010', [], { what: `方案 ${name} `, whatEn: `The plan ${name}` }) : undefined
}

function nextSteps(kind: NewArguments['kind'], folder: string, language: Language): string {
  if (language === 'en') return `Fill in what begins with “待填：”, then run hegui check ${folder}${kind === 'rule' ? ` and hegui test ${folder}` : ''}.\n`
  return `把“待填：”的地方填好，再运行 hegui check ${folder}${kind === 'rule' ? ` 和 hegui test ${folder}` : ''}。\n`
}
