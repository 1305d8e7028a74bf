/** The result of a case in words. */
import type { CaseDifference } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { type CaseMeasure, type Language, type MeasureKind, measureKindTitle } from '@hegui/model'
import { verdictTitle } from './rule-text.js'

const listTitles = {
  missing: { zh: '待查事实', en: 'missing facts' },
  norms: { zh: '给出建议的规范', en: 'norms with a proposal' },
  measures: { zh: '建议的措施', en: 'proposed measures' },
  clauses: { zh: '方案条目', en: 'plan clauses' },
} as const

function titled(of: keyof typeof listTitles, id: string, { vocabulary }: Ruleset): string {
  if (of === 'missing') return `「${vocabulary.facts.get(id)?.title ?? id}」${id}`
  return of === 'measures' ? `${measureKindTitle(id as MeasureKind, 'zh')} ${id}` : id
}

const rangeWords = (range: { readonly min: number | null; readonly max: number | null } | undefined, unit: string): string =>
  range === undefined ? '' : ` ${range.min ?? ''}–${range.max ?? ''} ${unit}`

/** A measure in detail in one line. */
function measureWords({ norm, kind, object, force, amountYuan, multiple, days, authority, status }: CaseMeasure, { catalogue }: Ruleset): string {
  const what = `${norm === undefined ? '' : `${norm} `}${force === 'must' ? '应当' : '可以'}${measureKindTitle(kind, 'zh')}${object === undefined ? '' : `（${object}）`}`
  const organs = authority.map((id) => catalogue.organs.get(id)?.title ?? id).join('、')
  return `${what}${rangeWords(amountYuan, '元')}${rangeWords(multiple, '倍')}${rangeWords(days, '日')}，${organs === '' ? '没有机关' : organs}${status === undefined ? '' : '，待定'}`
}

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
    case 'due': {
      const day = (date: string | null | undefined): string =>
        date === undefined ? (zh ? '没有这一任务' : 'no such action') : (date ?? (zh ? '算不出' : 'cannot be counted'))
      return zh
        ? `任务 ${difference.action} 的到期日应当是 ${day(difference.expected)}，实际是 ${day(difference.got)}`
        : `due date of ${difference.action}: expected ${day(difference.expected)}, got ${day(difference.got)}`
    }
    case 'detail': {
      const list = (measures: readonly CaseMeasure[]): string =>
        measures.length === 0
          ? zh
            ? '没有'
            : 'none'
          : measures.map((each) => (zh ? measureWords(each, ruleset) : JSON.stringify(each))).join(zh ? '；' : '; ')
      return zh
        ? `建议的措施应当有而没有的：${list(difference.expected)}；有而没有写的：${list(difference.got)}`
        : `proposed measures: expected and absent: ${list(difference.expected)}; unexpected: ${list(difference.got)}`
    }
    case 'missing':
    case 'measures':
    case 'clauses':
    case 'norms': {
      const what = listTitles[difference.of][language]
      const list = (ids: readonly string[]): string =>
        ids.length === 0 ? (zh ? '没有' : 'none') : ids.map((id) => (zh ? titled(difference.of, id, ruleset) : id)).join(zh ? '、' : ', ')
      return zh
        ? `${what}应当是 ${list(difference.expected)}，实际是 ${list(difference.got)}`
        : `${what}: expected ${list(difference.expected)}, got ${list(difference.got)}`
    }
    default:
      return difference satisfies never
  }
}
