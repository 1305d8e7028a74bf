/** Results of cases as JUnit XML, which continuous integration services read. Same results, same bytes: no time, no host. */
import { oneLine, type Problem } from '@hegui/model'

export interface JUnitCase {
  readonly rule: string
  readonly name: string
  readonly file?: string
  readonly problems: readonly Problem[]
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
/** Surrogates that stand alone are no characters of XML. */
const xml = (text: string): string =>
  oneLine(text)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)

/** One suite a rule. `textOf`: a problem for a person. */
export function junitXml(cases: readonly JUnitCase[], textOf: (found: Problem) => string): string {
  const suites = new Map<string, JUnitCase[]>()
  for (const each of cases) suites.set(each.rule, [...(suites.get(each.rule) ?? []), each])
  const failures = (of: readonly JUnitCase[]): number => of.filter(({ problems }) => problems.length > 0).length
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="hegui" tests="${cases.length}" failures="${failures(cases)}" errors="0">`,
    ...[...suites].flatMap(([rule, of]) => [
      `  <testsuite name="${xml(rule)}" tests="${of.length}" failures="${failures(of)}" errors="0" skipped="0">`,
      ...of.flatMap(({ name, file, problems }) => {
        const open = `    <testcase classname="${xml(rule)}" name="${xml(name)}"${file === undefined ? '' : ` file="${xml(file)}"`}`
        const [first] = problems
        if (first === undefined) return [`${open}/>`]
        const text = problems.flatMap((found) => textOf(found).split('\n')).map(xml)
        return [`${open}>`, `      <failure type="${first.code}" message="${xml(first.message)}">${text.join('\n')}</failure>`, '    </testcase>']
      }),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}
