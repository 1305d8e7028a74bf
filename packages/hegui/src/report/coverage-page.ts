/** Coverage as a page to print, laid out by `@hegui/report`. */
import type { Language } from '@hegui/model'
import type { Block, Page } from '@hegui/report'
import type { CoverageReport } from './coverage-report.js'
import { countText, coverageLines, coverageWords, firingGroups, kindTitle, obligationKinds } from './coverage-words.js'

type Line = Extract<Block, { readonly kind: 'paragraph' }>['line']
const say = (text: string): Line => [{ text }]
const cell = (text: string): readonly Line[] => [say(text)]

export function coveragePage(report: CoverageReport, language: Language): Page {
  const words = coverageWords[language]
  const { coverage, firing } = report
  const of = (state: 'missing' | 'impossible') =>
    coverage.rules.flatMap((rule) =>
      rule.items
        .filter((item) => item.state === state)
        .map(({ obligation, text, proposed, because }) => ({
          cells: [
            [say(rule.title), say(rule.rule)],
            cell(kindTitle(obligation.kind, language)),
            cell(text),
            because === undefined ? proposed.map(say) : cell(words.because(because.tried, because.settledBy)),
          ],
        })),
    )
  const [missing, impossible] = [of('missing'), of('impossible')]
  return {
    language,
    title: words.title,
    colon: language === 'zh' ? '：' : ': ',
    landscape: true,
    blocks: [
      {
        kind: 'table',
        caption: '',
        columns: [words.pack, words.rules, words.cases, ...obligationKinds.map((kind) => kindTitle(kind, language)), words.total],
        rows: coverageLines(report, words.total).map(({ title, rules, cases, counts, total }) => ({
          cells: [
            cell(title),
            cell(String(rules)),
            cell(String(cases)),
            ...obligationKinds.map((kind) => cell(countText(counts[kind]))),
            cell(countText(total)),
          ],
        })),
      },
      { kind: 'heading', level: 2, text: words.plans },
      {
        kind: 'table',
        caption: '',
        columns: [words.plan, words.clauses, `${words.clause}${language === 'zh' ? '：' : ': '}${words.without}`],
        rows: coverage.plans.map((plan) => ({
          cells: [cell(plan.title), cell(countText(plan.clauses)), plan.missing.map((each) => say(`${each.clause} ${each.title} ${each.rules.join(' ')}`))],
        })),
      },
      { kind: 'heading', level: 2, text: words.missing },
      ...(missing.length === 0
        ? [{ kind: 'paragraph', line: say(words.none) } as const]
        : [
            { kind: 'table', caption: '', columns: [words.rule, '', words.missing, words.proposed], rows: missing } as const,
            { kind: 'paragraph', line: say(words.hint) } as const,
          ]),
      ...(impossible.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: words.impossible } as const,
            { kind: 'table', caption: '', columns: [words.rule, '', words.impossible, words.reason], rows: impossible } as const,
          ]),
      ...(coverage.rules.every((rule) => rule.exhausted) ? [] : [{ kind: 'paragraph', line: say(words.notExhausted), warning: true } as const]),
      ...(firing === undefined
        ? []
        : [
            { kind: 'heading', level: 2, text: words.records } as const,
            { kind: 'paragraph', line: say(words.recordsRead(firing.records, firing.conducts)) } as const,
            ...firingGroups(firing.rules, language).map(
              (group) =>
                ({
                  kind: 'table',
                  caption: group.title,
                  columns: [words.rule, words.count],
                  rows: group.rules.map(({ rule, title, applied, violated, undetermined }) => ({
                    cells: [[say(title), say(rule)], cell(`${applied} / ${violated} / ${undetermined}`)],
                  })),
                }) as const,
            ),
          ]),
    ],
  }
}
