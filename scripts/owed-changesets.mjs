// Does every change of the shipped packs since a base carry the changeset that it owes? A change that can alter a verdict,
// a measure or a due date owes at least a minor of the pack it stands in. Run by CI after the build:
// node scripts/owed-changesets.mjs [--base REF]
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { assemble, packFolders } from './assemble-packs.mjs'

/** From the least to the greatest. */
const bumps = ['none', 'patch', 'minor', 'major']
const atLeast = (written, owes) => bumps.indexOf(written) >= bumps.indexOf(owes)

function git(root, args, options = {}) {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'core.quotepath=off', ...args], { cwd: root, maxBuffer: 2 ** 30, ...options })
  return { ok: status === 0, out: String(stdout).trim(), bytes: stdout, err: String(stderr).trim() }
}

/** The commit to compare with. Undefined: there is none, as in a clone of a single commit, or on a main that was never released. */
export function baseOf(root, ref) {
  const commit = (name) => git(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
  if (ref !== undefined) {
    const named = commit(ref)
    if (!named.ok) throw new Error(`没有 ${ref} 这个提交`)
    return named.out
  }
  const head = commit('HEAD').out
  const fork = git(root, ['merge-base', 'HEAD', 'origin/main'])
  if (fork.ok && fork.out !== head) return fork.out
  const release = git(root, ['describe', '--tags', '--abbrev=0'])
  return release.ok ? commit(release.out).out : undefined
}

const lines = (text) => text.split('\n').filter((line) => line !== '')

/** Files that match and differ from the base, committed or not. Deleted ones too, unless they must be there. */
function changedFiles(root, base, pattern, filter = []) {
  const changed = git(root, ['diff', '--name-only', '--no-renames', ...filter, base, '--', pattern])
  if (!changed.ok) throw new Error(changed.err)
  return [...lines(changed.out), ...lines(git(root, ['ls-files', '--others', '--exclude-standard', '--', pattern]).out)]
}

/** Names of the packages whose data differ. Their code, manifest and tests say nothing of verdicts. */
const changedPacks = (root, base) => [...new Set(changedFiles(root, base, ':(glob)packages/pack-*/*/**/*.json').map((file) => file.split('/')[1]))].sort()

/** The greatest bump of each package in the changesets written since the base: older ones speak of older changes. */
function writtenSince(root, base) {
  const written = new Map()
  for (const file of changedFiles(root, base, ':(glob).changeset/*.md', ['--diff-filter=AM'])) {
    const [, front = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(join(root, file), 'utf8')) ?? []
    for (const [, name, bump] of front.matchAll(/^["']?([^"':]+)["']?:\s*(patch|minor|major)\s*$/gm))
      if (!atLeast(written.get(name) ?? 'none', bump)) written.set(name, bump)
  }
  return written
}

/** The shipped packs below a folder, by the names of their packages' folders. */
const packsIn = (root) => new Map(packFolders(join(root, 'packages')).map((folder) => [basename(folder), assemble(folder)]))

function packsAt(root, base) {
  const archive = git(root, ['archive', base, '--', ':(glob)packages/pack-*/**'])
  if (!archive.ok) throw new Error(archive.err)
  const folder = mkdtempSync(join(tmpdir(), 'hegui-base-'))
  try {
    const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: archive.bytes })
    if (unpacked.status !== 0) throw new Error(String(unpacked.stderr ?? unpacked.error))
    return packsIn(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a pack says something of, as changes name it: a fact that it adds values to is its own as well. */
const idsIn = (pack, collection) =>
  collection === 'norms'
    ? pack.instruments.flatMap(({ norms }) => norms.map(({ id }) => id))
    : [...pack[collection].map(({ id }) => id), ...(collection === 'facts' ? pack.extensions.map(({ fact }) => fact) : [])]

/** The part of a comparison that is about what stands in one pack, in either version. */
function partOf(diff, versions) {
  const known = new Map()
  const stands = (collection, id) => {
    if (!known.has(collection)) known.set(collection, new Set(versions.flatMap((pack) => idsIn(pack, collection))))
    return known.get(collection).has(id)
  }
  const ofRules = (list) => list.filter(({ rule }) => stands('rules', rule))
  return {
    rules: ofRules(diff.rules),
    added: ofRules(diff.added),
    removed: ofRules(diff.removed),
    changes: diff.changes.filter(({ path: [collection, id] }) => stands(collection, id)),
  }
}

const reasonsIn = ({ rules, added, removed, changes }) => [
  ...rules
    .filter(({ relation, changes: own }) => relation !== 'equivalent' || own.some(({ effect }) => effect !== 'wording'))
    .map(({ rule, title, conditions }) => `${title}（${rule}）${conditions.length === 0 ? '' : `：${conditions.map(({ words }) => words.zh).join('；')}`}`),
  ...added.map(({ rule, title }) => `新增 ${title}（${rule}）`),
  ...removed.map(({ rule, title }) => `删去 ${title}（${rule}）`),
  ...changes.filter(({ effect }) => effect !== 'wording').map(({ words }) => words.zh),
]

/**
 * For each package whose data changed: what it owes, what was written, and why. Comparing is left to the tools of the
 * engine and the analysis. A base that the present checks refuse cannot be compared, so that anything may have changed.
 */
export function owedChangesets(root, base, { createRuleset, diffOf, owedBy }) {
  const changed = changedPacks(root, base).filter((name) => existsSync(join(root, 'packages', name, 'package.json')))
  if (changed.length === 0) return []
  const [before, after] = [packsAt(root, base), packsIn(root)]
  const [old, fresh] = [before, after].map((packs) => createRuleset([...packs.values()]))
  const told = ({ problems }) => problems.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`)
  if (!fresh.ok) throw new Error(told(fresh).join('\n'))
  const compared = old.ok ? diffOf(old.ruleset, fresh.ruleset) : undefined
  const written = writtenSince(root, base)
  return changed.map((name) => {
    const part = compared && partOf(compared.diff, [before.get(name) ?? [], after.get(name)].flat())
    const { name: named } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
    const [owes, reasons] = part === undefined ? ['minor', [`旧版通不过现在的检查，不能比较：${told(old)[0]}`]] : [owedBy(part), reasonsIn(part)]
    return { name: named, owes, written: written.get(named) ?? 'none', reasons }
  })
}

export const isOwed = ({ owes, written }) => !atLeast(written, owes)

const MAX_REASONS = 20

export const owedText = (owed) =>
  owed.flatMap(({ name, owes, written, reasons }) => [
    `${name}：变更说明至少写 ${owes}，${written === 'none' ? '没有写' : `只写了 ${written}`}`,
    ...reasons.slice(0, MAX_REASONS).map((reason) => `  ${reason}`),
    ...(reasons.length > MAX_REASONS ? [`  ……共 ${reasons.length} 项`] : []),
  ])

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  const { values } = parseArgs({ options: { base: { type: 'string' } } })
  const base = baseOf(root, values.base)
  if (base === undefined) console.log('没有可以比较的旧版：不在 origin/main 的分支上，也没有发布过的标签。没有核对变更说明；要核对，加 --base 提交。')
  else {
    const { resolve } = createRequire(join(root, 'packages', 'hegui', 'package.json'))
    const [engine, analysis] = await Promise.all(['@hegui/engine', '@hegui/analysis'].map((name) => import(pathToFileURL(resolve(name)).href)))
    const all = owedChangesets(root, base, { ...engine, ...analysis })
    const owed = all.filter(isOwed)
    if (owed.length > 0) {
      console.error(
        [
          `规则包从 ${base.slice(0, 12)} 以来的变化，变更说明写得不够：`,
          ...owedText(owed),
          '改法：写进 .changeset/ 里新的一个文件（npx changeset）；认定、措施或者期限可能改变的，正文以 ★ 开头，写明影响哪些方案、期间、地区。',
        ].join('\n'),
      )
      process.exit(1)
    }
    console.log(
      `规则包从 ${base.slice(0, 12)} 以来${all.length === 0 ? '没有变化' : `的变化都有变更说明：${all.map(({ name, owes }) => `${name} ${owes}`).join('，')}`}。`,
    )
  }
}
