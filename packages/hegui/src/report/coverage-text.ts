/** Coverage for a terminal. */
import type { Language } from '@hegui/model'
import type { CoverageReport } from './coverage-report.js'
import { countText, coverageLines, coverageWords, firingGroups, kindTitle, obligationKinds } from './coverage-words.js'
import { terminalText } from './writer.js'

export function coverageText(report: CoverageReport, language: Language): string {
  const words = coverageWords[language]
  const { coverage, firing } = report
  const open = coverage.rules.filter((rule) => rule.items.some(({ state }) => state !== 'covered') || !rule.exhausted)
  const colon = language === 'zh' ? '：' : ': '
  return terminalText([
    words.title,
    ...coverageLines(report, words.total).flatMap(({ title, rules, cases, counts, total }) => [
      `${title}${words.gap}${words.rules} ${rules}${words.gap}${words.cases} ${cases}${words.gap}${countText(total)}`,
      ...obligationKinds.map((kind) => `  ${kindTitle(kind, language)} ${countText(counts[kind])}`),
    ]),
    ...coverage.plans.map(({ title, clauses }) => `${title}${words.gap}${words.clauses} ${countText(clauses)}`),
    ...coverage.plans.flatMap(({ title, missing }) =>
      missing.map((each) => `  ${title} ${each.clause} ${each.title}${colon}${words.without} ${each.rules.join(language === 'zh' ? '、' : ', ')}`),
    ),
    `${words.missing}${colon}`,
    ...(open.length === 0 ? [`  ${words.none}`] : []),
    ...open.flatMap(({ rule, title, items, exhausted }) => [
      `  ${rule}${words.gap}${title}`,
      ...items
        .filter(({ state }) => state === 'missing')
        .flatMap(({ text, proposed }) => [`    ○ ${text}`, ...proposed.map((name) => `        ${words.proposed}${name}`)]),
      ...items.flatMap(({ state, text, because }) =>
        state !== 'impossible'
          ? []
          : [`    － ${text}${words.gap}${words.impossible}${because === undefined ? '' : `${colon}${words.because(because.tried, because.settledBy)}`}`],
      ),
      ...(exhausted ? [] : [`    ${words.notExhausted}`]),
    ]),
    ...(coverage.rules.some((rule) => rule.proposals.length > 0) ? [words.hint] : []),
    ...(firing === undefined
      ? []
      : [
          `${words.records}${colon}${words.recordsRead(firing.records, firing.conducts)}`,
          ...firingGroups(firing.rules, language).flatMap((group) => [
            `  ${group.title}（${group.rules.length}）`,
            ...group.rules.map(
              ({ rule, title, applied, violated, undetermined }) =>
                `    ${rule}${words.gap}${title}${words.gap}${words.count} ${applied} / ${violated} / ${undetermined}`,
            ),
          ]),
        ]),
  ])
}
