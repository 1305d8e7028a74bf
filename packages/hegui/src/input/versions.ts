/** The two versions of `hegui diff`: folders of packs, or `shipped`. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Ruleset } from '@hegui/engine'
import { type Problem, problem } from '@hegui/model'
import { builtRuleset } from './built-ruleset.js'
import { filesUnder, namesLines, packAt } from './documents.js'
import { loadRuleset } from './load-packs.js'
import { loadFiles } from './pack-files.js'

export type Versions = { readonly ok: true; readonly old: Ruleset; readonly new: Ruleset } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Both are read, so that what is wrong with either is said at once. */
export function loadVersions(old: string, fresh: string): Versions {
  if (isSame(old, fresh)) return { ok: false, problems: [problem('HG9002', [], { path: fresh })] }
  const [before, after] = [loadVersion(old, ['旧版', 'old']), loadVersion(fresh, ['新版', 'new'])]
  if (before.ok && after.ok) return { ok: true, old: before.ruleset, new: after.ruleset }
  return { ok: false, problems: [before, after].flatMap((each) => (each.ok ? [] : each.problems)) }
}

const SHIPPED = 'shipped'
const isShipped = (path: string): boolean => path === SHIPPED && !existsSync(path)

const isSame = (old: string, fresh: string): boolean =>
  isShipped(old) || isShipped(fresh) ? isShipped(old) && isShipped(fresh) : existsSync(old) && existsSync(fresh) && realpathSync(old) === realpathSync(fresh)

type Version = { readonly ok: true; readonly ruleset: Ruleset } | { readonly ok: false; readonly problems: readonly Problem[] }

function loadVersion(path: string, [side, sideEn]: readonly [string, string]): Version {
  if (isShipped(path)) return { ok: true, ruleset: builtRuleset() }
  const noPack = (detail: string, detailEn: string): Version => ({ ok: false, problems: [problem('HG9001', [], { path, detail, detailEn })] })
  if (!existsSync(path)) return noPack('没有这个文件夹', 'there is no such folder')
  const roots = rootsIn(path)
  const files = loadFiles(filesUnder(roots).filter((file) => !namesLines(file)))
  const isEmpty = Object.values(files.pack).every((items) => items.length === 0) && files.problems.length === 0
  if (isEmpty) return noPack('里面没有规则、事实、法律或者方案', 'it holds no rules, facts, laws or plans')
  const loaded = loadRuleset(roots)
  return loaded.ok ? loaded : { ok: false, problems: [...loaded.problems, problem('HG9003', [], { side, sideEn, path })] }
}

/** A folder that is no pack itself may hold several. */
function rootsIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory() || packAt(path) !== undefined) return [path]
  const packs = readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((folder) => packAt(folder) !== undefined)
  return packs.length === 0 ? [path] : packs
}
