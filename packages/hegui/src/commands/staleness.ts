/** `hegui check --as-of DATE`: citations in the files that do not hold on that day, and what was not looked at. */
import { stalenessOf } from '@hegui/analysis'
import { checkPacks, type Language, type Pack, type Path, type Problem } from '@hegui/model'
import { namesLines } from '../input/documents.js'
import { loadFiles, overlaid, placedInFiles } from '../input/pack-files.js'

export interface StaleFiles {
  readonly problems: readonly Problem[]
  readonly summary: (language: Language) => string
}

/** Of the files only: the shipped packs around them say what is on file, and are not judged. */
export function staleIn(files: readonly string[], roots: readonly string[], asOf: string): StaleFiles {
  const loaded = loadFiles(files.filter((file) => !namesLines(file)))
  const packs = overlaid(loaded, roots)
  const broken = loaded.problems.length > 0 || checkPacks(packs).problems.some((found) => found.severity === 'error')
  if (broken)
    return {
      problems: [],
      summary: (language) => (language === 'zh' ? `有错误，没有看 ${asOf} 的时效。` : `Because of errors, citations were not looked at for ${asOf}.`),
    }
  const own = packs.length - 1
  const { problems, citations, skipped } = stalenessOf(packs as readonly Pack[], { asOf })
  const inFiles = (path: Path): boolean => path[0] === own
  const stale = problems.filter((found) => inFiles(found.path))
  const looked = citations.filter(inFiles).length
  const passed = (kind: string): number => skipped.filter((path) => inFiles(path) && kindOf(path) === kind).length
  return {
    problems: placedInFiles(stale, loaded, own),
    summary: (language) => summaryText(asOf, looked, stale.length, [passed('rules'), passed('plans'), passed('others')], language),
  }
}

const kindOf = ([, list]: Path): string => (list === 'rules' || list === 'plans' ? list : 'others')

function summaryText(asOf: string, looked: number, stale: number, [rules, plans, others]: readonly [number, number, number], language: Language): string {
  const zh = [rules > 0 ? [`规则 ${rules} 条`] : [], plans > 0 ? [`方案 ${plans} 个`] : [], others > 0 ? [`其他版本 ${others} 个`] : []].flat()
  const en = [rules > 0 ? [`${rules} rule(s)`] : [], plans > 0 ? [`${plans} plan(s)`] : [], others > 0 ? [`${others} other edition(s)`] : []].flat()
  return language === 'zh'
    ? `按 ${asOf} 看了 ${looked} 处引用，${stale} 处要核对。${zh.length === 0 ? '' : `当天不施行、没有看的：${zh.join('，')}。`}`
    : `${looked} citation(s) looked at for ${asOf}, ${stale} to be checked.${en.length === 0 ? '' : ` Not in force that day, not looked at: ${en.join(', ')}.`}`
}
