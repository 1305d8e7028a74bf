/** `hegui check --fix`: what can be put right without asking, in the files that are checked and in no other. */
import { fixText, formatDocument, type Language, type Problem, type TextFix } from '@hegui/model'
import { namesLines } from '../input/documents.js'
import { editableText } from '../input/editable.js'
import { packSchemaOf } from '../input/pack-documents.js'
import { writeWhole } from './write-file.js'

interface FixedFile {
  readonly file: string
  /** Places are those of the file as it was. */
  readonly fixes: readonly TextFix[]
  /** Order or layout were changed as `hegui fmt` would. */
  readonly formatted: boolean
}

/** Files that were written, and those that could not be. Files of lines are left to what exported them. */
export function fixFiles(files: readonly string[]): { readonly files: readonly FixedFile[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const fixed = files.flatMap((file): readonly FixedFile[] => {
    if (namesLines(file)) return []
    const source = editableText(file)
    if ('code' in source) {
      problems.push(source)
      return []
    }
    const { text, fixes } = fixText(source.text)
    const result = formatDocument(text, (value) => packSchemaOf(file, value))
    const wanted = result.ok ? result.text : text
    if (wanted === source.text) return []
    const failed = writeWhole(file, wanted)
    problems.push(...failed)
    return failed.length === 0 ? [{ file, fixes, formatted: wanted !== text }] : []
  })
  return { files: fixed, problems }
}

/** One line for each line of a file and kind of fix, then one where the file was laid out anew. */
export function fixedText(files: readonly FixedFile[], language: Language): readonly string[] {
  const [done, removed, laidOut] = language === 'zh' ? ['已改', '删去', '次序、缩进和换行'] : ['fixed', 'removed', 'order, indentation and line breaks']
  return files.flatMap(({ file, fixes, formatted }) => {
    return [
      ...[...grouped(fixes).values()].map((same) => {
        const [first] = same
        const found = [...new Set(same.map((fix) => visible(fix.found)))].join(' ')
        const replacement = [...new Set(same.map((fix) => visible(fix.replacement)))].join(' ')
        return `${file}:${first?.range.start.line}:${first?.range.start.column} ${done} ${first?.code} ${replacement === '' ? `${removed} ${found}` : `${found} → ${replacement}`}`
      }),
      ...(formatted ? [`${file} ${done} HG6040 ${laidOut}`] : []),
    ]
  })
}

function grouped(fixes: readonly TextFix[]): ReadonlyMap<string, readonly TextFix[]> {
  const lines = new Map<string, TextFix[]>()
  for (const fix of fixes) {
    const key = `${fix.range.start.line} ${fix.code}`
    lines.set(key, [...(lines.get(key) ?? []), fix])
  }
  return lines
}

const visible = (char: string): string => (char === '\uFEFF' ? 'BOM' : char === ' ' || char === '\u3000' ? '␣' : char)
