/** Problems as SARIF 2.1.0, the form in which code scanning and editors take the findings of a tool. */
import { type Language, type Problem, type ProblemCode, problemCatalogue, type Range, renderProblem } from '@hegui/model'
import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif'
import { version } from '../version.js'
import { problemPage, uriReference } from './problem-place.js'

const root = '%SRCROOT%'

/** Paths are relative to `folder`. Texts are in `language`; the English ones are always among the properties. */
export function problemsSarif(problems: readonly Problem[], language: Language, folder: string): Log {
  const codes = [...new Set(problems.map(({ code }) => code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'hegui',
            semanticVersion: version,
            informationUri: 'https://github.com/hegui/hegui',
            rules: codes.map((code) => ruleOf(code, language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        results: problems.map((problem) => resultOf(problem, codes, language, folder)),
      },
    ],
  }
}

function ruleOf(code: ProblemCode, language: Language): ReportingDescriptor {
  const { severity, zh, en } = problemCatalogue[code]
  const [message, help] = language === 'zh' ? zh : en
  return {
    id: code,
    shortDescription: { text: message },
    help: { text: help },
    helpUri: problemPage(code),
    defaultConfiguration: { level: severity },
    properties: { english: { message: en[0], help: en[1] } },
  }
}

function resultOf(problem: Problem, codes: readonly ProblemCode[], language: Language, folder: string): Result {
  const { message, help } = renderProblem(problem, language)
  const english = renderProblem(problem, 'en')
  return {
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: problem.severity,
    message: { text: `${message} ${help}` },
    locations: [locationOf(problem, folder)],
    properties: { english: `${english.message} ${english.help}` },
  }
}

/** A part of a shipped pack has no file here; its path says which. */
function locationOf({ file, range, path }: Problem, folder: string): Location {
  const logical = path.length === 0 ? {} : { logicalLocations: [{ fullyQualifiedName: path.join('.') }] }
  if (file === undefined) return logical
  return {
    physicalLocation: { artifactLocation: { uri: uriReference(file, folder), uriBaseId: root }, ...(range === undefined ? {} : { region: regionOf(range) }) },
    ...logical,
  }
}

/** The end column is the one after the last character, as here. */
const regionOf = ({ start, end }: Range): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
})
