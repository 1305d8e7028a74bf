/** `hegui fmt [PATH…]`: pack documents in their canonical form. `--check` only says which are not. */
import { formatDocument, type Language, type Problem, problem } from '@hegui/model'
import { filesUnder, namesLines } from '../input/documents.js'
import { editableText } from '../input/editable.js'
import { packSchemaOf } from '../input/pack-documents.js'
import { problemText } from '../report/problem-text.js'
import { type ExitCode, exitCodes, type Output } from './output.js'
import { writeWhole } from './write-file.js'

export interface FmtArguments {
  readonly paths: readonly string[]
  readonly language: Language
  /** Write nothing; files that differ are problems. */
  readonly check: boolean
}

/** Changed files go to `out`, problems to `err`. A file with an error is left as it is. */
export function fmtCommand({ paths, language, check }: FmtArguments, output: Output): ExitCode {
  const files = filesUnder(paths).filter((file) => !namesLines(file))
  let changed = 0
  const problems: Problem[] = []
  for (const file of files) {
    const found = formatFile(file, check, paths.includes(file))
    problems.push(...found.problems)
    for (const each of found.problems) output.err(`${problemText(each, language)}\n`)
    if (!found.changed) continue
    changed += 1
    if (!check) output.out(`${language === 'zh' ? '已改写' : 'formatted'} ${file}\n`)
  }
  output.out(`${summary(files.length, changed, problems, check, language)}\n`)
  return problems.some(({ severity }) => severity === 'error') ? exitCodes.problems : exitCodes.done
}

interface FormattedFile {
  readonly changed: boolean
  readonly problems: readonly Problem[]
}

/** `named`: by the user, not found in a folder. Of such a file it is said when there is nothing to do with it. */
function formatFile(file: string, check: boolean, named: boolean): FormattedFile {
  const source = editableText(file)
  if ('code' in source) return { changed: false, problems: [source] }
  const result = formatDocument(source.text, (value) => packSchemaOf(file, value), { file })
  if (!result.ok) return { changed: false, problems: result.problems }
  if (!result.known) return { changed: false, problems: named ? [{ ...problem('HG6042', [], { file }), file }] : [] }
  if (result.text === source.text) return { changed: false, problems: [] }
  if (check) return { changed: true, problems: [notCanonical(file, source.text, result.text)] }
  const failed = writeWhole(file, result.text)
  return { changed: failed.length === 0, problems: failed }
}

/** At the first line that would be another. */
function notCanonical(file: string, text: string, canonical: string): Problem {
  const lines = text.split('\n')
  const wanted = canonical.split('\n')
  const at = lines.findIndex((line, index) => line !== wanted[index])
  const line = at === -1 ? lines.length - 1 : at
  const offset = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0)
  const length = (lines[line] ?? '').replace(/\r$/, '').length
  const range = { start: { line: line + 1, column: 1, offset }, end: { line: line + 1, column: length + 1, offset: offset + length } }
  return { ...problem('HG6040', [], { file }), file, range }
}

function summary(files: number, changed: number, problems: readonly Problem[], check: boolean, language: Language): string {
  const failed = new Set(problems.flatMap(({ code, severity, file }) => (severity === 'error' && code !== 'HG6040' ? [file] : []))).size
  if (language === 'en') {
    const done = check ? `${changed} not in canonical form` : `${changed} formatted`
    return `${files} file(s): ${done}${failed > 0 ? `, ${failed} left as they are because of errors` : ''}.`
  }
  const done = check ? `${changed} 个不是规范的写法` : `改写了 ${changed} 个`
  return `看了 ${files} 个文件：${done}${failed > 0 ? `，${failed} 个有错误，没有动` : ''}。`
}
