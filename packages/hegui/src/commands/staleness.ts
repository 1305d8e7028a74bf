/** `hegui check --as-of DATE`: citations in the files that do not hold on that day, and what was not looked at. */
import { stalenessOf } from '@hegui/analysis'
import { checkPacks, type Language, type Pack, type Path, type Problem } from '@hegui/model'
import { loadFiles, overlaid, placedInFiles } from '../input/pack-files.js'

export interface StaleFiles {
  readonly problems: readonly Problem[]
  readonly summary: (language: Language) => string
}

/** Of the files only: the shipped packs around them say what is on file, and are not judged. */
export function staleIn(files: readonly string[], roots: readonly string[], asOf: string): StaleFiles {
  const loaded = loadFiles(files.filter((file) => !/\.(?:ndjson|jsonl)$/i.test(file)))
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
  const passed = (kind: 'rules' | 'plans'): number => skipped.filter((path) => inFiles(path) && path[1] === kind).length
  const others = skipped.filter((path) => inFiles(path) && path[1] !== 'rules' && path[1] !== 'plans').length
  return {
    problems: placedInFiles(stale, loaded, own),
    summary: (language) =>
      language === 'zh'
        ? `按 ${asOf} 看了 ${looked} 处引用，${stale.length} 处要核对。当天不施行、没有看的：规则 ${passed('rules')} 条，方案 ${passed('plans')} 个，其他版本 ${others} 个。`
        : `${looked} citation(s) looked at for ${asOf}, ${stale.length} to be checked. Not in force that day, not looked at: ${passed('rules')} rule(s), ${passed('plans')} plan(s), ${others} other edition(s).`,
  }
}
