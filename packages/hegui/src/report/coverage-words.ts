/** The words of coverage reports, and the figures both of them show. */
import type { Language } from '@hegui/model'
import { type Count, countsOf, kindTitles, type ObligationKind, obligationKinds, percentText, type RuleFiring, totalOf } from '@hegui/testing'
import type { CoverageReport } from './coverage-report.js'

const english: Readonly<Record<ObligationKind, string>> = {
  outcome: 'outcomes',
  effect: 'effects (MC/DC)',
  boundary: 'boundaries',
  value: 'values',
  edge: 'date edges',
  unknown: 'unknown facts',
}
export const kindTitle = (kind: ObligationKind, language: Language): string => (language === 'zh' ? kindTitles[kind] : english[kind])

export const coverageWords = {
  zh: {
    title: '案例覆盖（按意思）',
    pack: '规则包',
    rules: '规则',
    cases: '案例',
    total: '合计',
    missing: '缺少的案例',
    none: '没有缺少的。',
    proposed: '可以写：',
    impossible: '怎样都做不到的（不计入）',
    reason: '因为',
    because: (tried: number, settledBy: readonly string[]) =>
      `试遍 ${tried} 种回答${settledBy.length === 0 ? '' : `；${settledBy.map((each) => `〔${each}〕`).join('、')}问的是同一个事实，总是一起定`}`,
    notExhausted: '组合太多，没有试完；没有提出案例的也许做不到。',
    plans: '方案条目',
    plan: '方案',
    clauses: '录为规则的条目里有成立案例的',
    clause: '条目',
    without: '没有成立案例的规则',
    records: '实际记录',
    recordsRead: (records: number, conducts: number) => `研判了 ${records} 条记录，${conducts} 个行为。`,
    rule: '规则',
    count: '适用 / 成立 / 待查',
    hint: '提出的案例用 hegui test --propose 列出；预期是 hegui 今天给出的，核对以后再用。',
    gap: '　',
  },
  en: {
    title: 'Coverage by meaning',
    pack: 'pack',
    rules: 'rules',
    cases: 'cases',
    total: 'all',
    missing: 'Missing cases',
    none: 'Nothing is missing.',
    proposed: 'could be: ',
    impossible: 'Cannot be shown by any facts (not counted)',
    reason: 'because',
    because: (tried: number, settledBy: readonly string[]) =>
      `${tried} combinations of answers tried${settledBy.length === 0 ? '' : `; ${settledBy.map((each) => `〔${each}〕`).join(', ')} asks the same fact and always comes out with it`}`,
    notExhausted: 'Too many combinations to try them all; what has no proposal may be impossible.',
    plans: 'Plan clauses',
    plan: 'plan',
    clauses: 'clauses encoded as rules with a case of violation',
    clause: 'clause',
    without: 'rules without one',
    records: 'Real records',
    recordsRead: (records: number, conducts: number) => `${records} record(s), ${conducts} conduct(s) assessed.`,
    rule: 'rule',
    count: 'applied / violated / open',
    hint: 'hegui test --propose prints the proposed cases; they expect what hegui says today: check them first.',
    gap: '  ',
  },
} as const

const firings = {
  zh: { 'never-applied': '从来不适用', 'never-violated': '从来不成立', 'never-settled': '从来没有定论', 'always-violated': '适用就成立' },
  en: { 'never-applied': 'never applied', 'never-violated': 'never violated', 'never-settled': 'never settled', 'always-violated': 'always violated' },
} as const

/** The rules that say the same about all records, by what they say. */
export const firingGroups = (rules: readonly RuleFiring[], language: Language): readonly { readonly title: string; readonly rules: readonly RuleFiring[] }[] =>
  (['never-applied', 'never-violated', 'never-settled', 'always-violated'] as const)
    .map((says) => ({ title: firings[language][says], rules: rules.filter((each) => each.says === says) }))
    .filter((group) => group.rules.length > 0)

export const countText = (count: Count): string => `${percentText(count)}%（${count.covered}/${count.of}）`

export interface CoverageLine {
  readonly title: string
  readonly rules: number
  readonly cases: number
  readonly counts: Readonly<Record<ObligationKind, Count>>
  readonly total: Count
}

/** One line a pack, then all together if there are several. */
export function coverageLines({ coverage, packOf }: CoverageReport, totalTitle: string): readonly CoverageLine[] {
  const packs = [...new Set(coverage.rules.map(({ rule }) => packOf(rule)))]
  const line = (title: string, rules: CoverageReport['coverage']['rules']): CoverageLine => {
    const counts = countsOf(rules)
    return { title, rules: rules.length, cases: rules.reduce((sum, each) => sum + each.cases, 0), counts, total: totalOf(counts) }
  }
  const lines = packs.map((pack) =>
    line(
      pack,
      coverage.rules.filter(({ rule }) => packOf(rule) === pack),
    ),
  )
  return packs.length > 1 ? [...lines, line(totalTitle, coverage.rules)] : lines
}

export { obligationKinds }
