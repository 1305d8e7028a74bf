/** An explanation as an indented tree: ✓ holds, ✗ fails, ? unknown. */
import type { Explanation, RuleExplanation, Ruleset, Truth } from '@hegui/engine'
import type { Language } from '@hegui/model'
import { wordsOf } from './words.js'
import { terminalText } from './writer.js'

const marks: Readonly<Record<Truth, string>> = { holds: '✓', fails: '✗', unknown: '?' }
const connectives = {
  zh: { all: '全部满足', any: '任一满足', not: '并非', appliesWhen: '适用', violatedWhen: '违法' },
  en: { all: 'all of', any: 'any of', not: 'not', appliesWhen: 'applies when', violatedWhen: 'violated when' },
} as const

export function explanationText(explanation: RuleExplanation, ruleset: Ruleset, language: Language): string {
  const words = wordsOf(language)
  const title = ruleset.catalogue.rules.get(explanation.rule)?.at(-1)?.title ?? explanation.rule
  const trees = explanation.editions.flatMap((edition) =>
    (['appliesWhen', 'violatedWhen'] as const).flatMap((part) => [`  ${connectives[language][part]}：`, ...tree(edition[part], language, '    ')]),
  )
  return terminalText([
    `${words.explanation}${words.colon}${title}${words.bracket(explanation.rule)} [${explanation.conduct}]`,
    ...(trees.length === 0 ? [`  ${words.notInForce}`] : trees),
  ])
}

function tree(node: Explanation, language: Language, indent: string): readonly string[] {
  const words = wordsOf(language)
  const head = `${indent}${marks[node.truth]} `
  switch (node.kind) {
    case 'all':
    case 'any':
      return [`${head}${connectives[language][node.kind]}`, ...node.parts.flatMap((part) => tree(part, language, `${indent}  `))]
    case 'not':
      return [`${head}${connectives[language].not}`, ...tree(node.part, language, `${indent}  `)]
    case 'condition':
      return [`${head}${node.title}`, ...tree(node.part, language, `${indent}  `)]
    case 'leaf': {
      const got = node.got === null ? words.unknown : JSON.stringify(node.got)
      const expected = node.expected === null ? words.unknown : JSON.stringify(node.expected)
      return [
        `${head}${node.title}（${node.fact}）${node.operator} ${node.expectedFrom === undefined ? '' : `${node.expectedFrom} = `}${expected}　${words.got} ${got}`,
      ]
    }
    default:
      return node satisfies never
  }
}
