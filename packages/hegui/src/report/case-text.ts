/** The result of a case in words. */
import type { CaseDifference } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import type { Language } from '@hegui/model'
import { verdictTitle } from './rule-text.js'

export function differenceText(difference: CaseDifference, ruleset: Ruleset, language: Language): string {
  const zh = language === 'zh'
  switch (difference.of) {
    case 'verdict': {
      const [expected, got] = [verdictTitle(difference.expected, language), verdictTitle(difference.got, language)]
      return zh ? `应当是“${expected}”，实际是“${got}”` : `expected “${expected}”, got “${got}”`
    }
    case 'canViolate': {
      const possible = (value: boolean | undefined): string => (value === true ? (zh ? '还可能成立' : 'still possible') : zh ? '不可能成立' : 'not possible')
      return zh
        ? `应当是${possible(difference.expected)}，实际是${possible(difference.got)}`
        : `expected ${possible(difference.expected)}, got ${possible(difference.got)}`
    }
    case 'missing':
    case 'norms': {
      const what = difference.of === 'missing' ? (zh ? '待查事实' : 'missing facts') : zh ? '给出建议的规范' : 'norms with a proposal'
      const list = (ids: readonly string[]): string =>
        ids.length === 0
          ? zh
            ? '没有'
            : 'none'
          : ids.map((id) => (zh && difference.of === 'missing' ? `「${ruleset.vocabulary.facts.get(id)?.title ?? id}」${id}` : id)).join(zh ? '、' : ', ')
      return zh
        ? `${what}应当是 ${list(difference.expected)}，实际是 ${list(difference.got)}`
        : `${what}: expected ${list(difference.expected)}, got ${list(difference.got)}`
    }
    default:
      return difference satisfies never
  }
}
