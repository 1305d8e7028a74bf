/**
 * Packs from files, with every part traced back to where it is written.
 *
 * The files become one pack, laid over the shipped ones: what has the same id replaces it, so that a single
 * edited rule is checked in its real surroundings.
 */
import {
  besidesUnfilled,
  checkRuleShape,
  checkShape,
  documentSchemas,
  type Pack,
  type Path,
  type Problem,
  placed,
  problem,
  type ReadJson,
  type RuleCase,
  type RuleCases,
  readJson,
  unfilledProblems,
} from '@hegui/model'
import { shippedPacks } from '../packs.js'
import { type FileKind, kindOf, packAt } from './documents.js'
import { readText } from './records.js'
import { shippedCases } from './shipped-cases.js'
import { besidePlan, clausesShape, type ReadFile } from './source-clauses.js'

/** Where a part of the files' pack is written: its document, and the path of the part inside it. */
interface Origin {
  readonly file: string
  readonly read: ReadJson
  readonly path: Path
}

type Listed =
  | 'facts'
  | 'extensions'
  | 'conditions'
  | 'organs'
  | 'instruments'
  | 'principles'
  | 'circumstances'
  | 'benchmarks'
  | 'timeLimits'
  | 'actions'
  | 'caseProcedures'
  | 'rules'
  | 'plans'
  | 'cases'

export interface LoadedFiles {
  readonly pack: Readonly<Record<Listed, readonly unknown[]>>
  readonly origins: Readonly<Record<Listed, readonly Origin[]>>
  readonly records: readonly { readonly file: string; readonly read: ReadJson }[]
  readonly cases: readonly { readonly file: string; readonly read: ReadJson }[]
  /** Rules that were left out for their shape: their conditions can still be checked, so that all is said at once. */
  readonly brokenRules: readonly { readonly file: string; readonly read: ReadJson }[]
  /** Cases that were left out because others of their file are not in order: they can still be checked. */
  readonly brokenCases: readonly BrokenCases[]
  /** Lists of the clauses of a source beside the plan that encodes it. */
  readonly sourceClauses: readonly ReadFile[]
  /** Problems of single files: text, shape. Parts with such problems are left out of the pack. */
  readonly problems: readonly Problem[]
  /** Ids of parts that were left out; references to them are not reported a second time. */
  readonly leftOut: ReadonlySet<string>
  /** Rules whose cases were left out: they have cases, though not in order. */
  readonly casesLeftOut: ReadonlySet<string>
}

interface BrokenCases {
  readonly file: string
  readonly read: ReadJson
  readonly rule: string
  /** By their place in the file. */
  readonly sound: ReadonlyMap<number, RuleCase>
}

const contents: Readonly<Partial<Record<FileKind, readonly Listed[]>>> = {
  facts: ['facts', 'extensions'],
  conditions: ['conditions'],
  organs: ['organs'],
  procedures: ['timeLimits', 'actions', 'caseProcedures'],
}
const whole: Readonly<Partial<Record<FileKind, Listed>>> = {
  rule: 'rules',
  cases: 'cases',
  instrument: 'instruments',
  principle: 'principles',
  circumstance: 'circumstances',
  benchmark: 'benchmarks',
  plan: 'plans',
}

const emptyLists = <T>(): Record<Listed, T[]> => ({
  facts: [],
  extensions: [],
  conditions: [],
  organs: [],
  instruments: [],
  principles: [],
  circumstances: [],
  benchmarks: [],
  timeLimits: [],
  actions: [],
  caseProcedures: [],
  rules: [],
  plans: [],
  cases: [],
})

/** Reads the files; NDJSON is left to the record reader. */
export function loadFiles(files: readonly string[]): LoadedFiles {
  const pack = emptyLists<unknown>()
  const origins = emptyLists<Origin>()
  const records: { file: string; read: ReadJson }[] = []
  const cases: { file: string; read: ReadJson }[] = []
  const brokenRules: { file: string; read: ReadJson }[] = []
  const problems: Problem[] = []
  const sourceClauses: ReadFile[] = []
  const leftOut = new Set<string>()
  const casesLeftOut = new Set<string>()
  const brokenCases: BrokenCases[] = []
  const add = (list: Listed, item: unknown, origin: Origin): void => {
    pack[list].push(item)
    origins[list].push(origin)
  }
  for (const file of files) {
    const source = readText(file)
    if ('code' in source) {
      problems.push(source)
      continue
    }
    const { text } = source
    const read = readJson(text, { file })
    const kind = kindOf(file, read.value)
    if (read.problems.length > 0) {
      problems.push(...read.problems)
      for (const id of idsInText(text)) leftOut.add(id)
      continue
    }
    // The list of a source's clauses, and what hegui itself wrote: neither is a part of a pack.
    if (kind === 'clauses' && besidePlan(file, files)) {
      const found = shapeProblems(read.value, clausesShape)
      problems.push(...placed(found, read, file))
      if (found.length === 0) sourceClauses.push({ file, read })
    }
    if (kind === 'clauses' || kind === 'result') continue
    if (kind === 'unknown') {
      problems.push(...placed([problem('HG1011', [])], read, file))
      continue
    }
    // Its units, duties and figures are checked when it is used: only then is it known by which plan.
    if (kind === 'appraisal-file') {
      problems.push(
        ...placed(
          shapeProblems(read.value, (value) => checkShape(documentSchemas[kind], value)),
          read,
          file,
        ),
      )
      continue
    }
    if (kind === 'record') {
      records.push({ file, read })
      continue
    }
    if (kind === 'case-progress') {
      cases.push({ file, read })
      continue
    }
    const shape = shapeProblems(read.value, (value) => (kind === 'rule' ? checkRuleShape(value) : checkShape(documentSchemas[kind], value)))
    if (shape.length > 0) {
      problems.push(...placed(shape, read, file))
      for (const id of idsIn(read.value)) leftOut.add(id)
      if (kind === 'rule') brokenRules.push({ file, read })
      if (kind === 'cases')
        for (const rule of ruleIn(read.value)) {
          casesLeftOut.add(rule)
          brokenCases.push({ file, read, rule, sound: soundCases(read.value, shape) })
        }
      continue
    }
    const { $schema: _, ...value } = read.value as Record<string, unknown>
    const single = whole[kind]
    if (single !== undefined) add(single, value, { file, read, path: [] })
    for (const list of contents[kind] ?? []) {
      for (const [index, item] of ((value[list] ?? []) as readonly unknown[]).entries()) add(list, item, { file, read, path: [list, index] })
    }
  }
  return { pack, origins, records, cases, brokenRules, brokenCases, sourceClauses, problems, leftOut, casesLeftOut }
}

/** What is still to be filled in, and what else is wrong with the shape. */
function shapeProblems(value: unknown, shape: (value: unknown) => readonly Problem[]): readonly Problem[] {
  const unfilled = unfilledProblems(value)
  return [...unfilled, ...besidesUnfilled(shape(value), unfilled)]
}

/** Those that nothing is said of, by their place. */
function soundCases(value: unknown, problems: readonly Problem[]): ReadonlyMap<number, RuleCase> {
  const cases = (value as { readonly cases?: unknown }).cases
  if (!Array.isArray(cases) || problems.some(({ path }) => path.length < 2 && path[0] === 'cases')) return new Map()
  const broken = new Set(problems.map(({ path }) => (path[0] === 'cases' ? path[1] : undefined)))
  return new Map((cases as readonly RuleCase[]).flatMap((each, index) => (broken.has(index) ? [] : [[index, each] as const])))
}

const ruleIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && 'rule' in value && typeof value.rule === 'string' ? [value.rule] : []

/** Ids in a text that cannot be parsed: enough to know what its other documents must not complain about. */
const idsInText = (text: string): readonly string[] =>
  [...text.slice(0, 100_000).matchAll(/["“]id["”]\s{0,9}[:：]\s{0,9}["“]([\w/.-]{1,120})["”]/g)].map((match) => match[1] as string)

/** Every `id` at the top of a document or of its lists. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [
    ...own,
    ...Object.values(value).flatMap((part: unknown) =>
      Array.isArray(part)
        ? part.flatMap((item: unknown) => (typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : []))
        : [],
    ),
  ]
}

/**
 * The shipped packs less what the files replace, then the files' pack, which is the last. A root that is a whole
 * pack on disk takes the place of the shipped pack of its id.
 */
export function overlaid(files: LoadedFiles, roots: readonly string[]): readonly unknown[] {
  const manifests = roots.flatMap((root) => packAt(root) ?? [])
  const replaced = new Set(manifests.map((manifest) => manifest.id))
  const keep = <T extends { readonly id: string }>(items: readonly T[], list: Listed): readonly T[] => {
    const taken = new Set(files.pack[list].map((item) => (item as { id: string }).id))
    return items.filter((item) => !taken.has(item.id) && !files.leftOut.has(item.id))
  }
  const shipped = shippedPacks
    .filter((pack) => !replaced.has(pack.id))
    .map(
      (pack): Pack => ({
        ...pack,
        facts: keep(pack.facts, 'facts'),
        conditions: keep(pack.conditions, 'conditions'),
        organs: keep(pack.organs, 'organs'),
        instruments: keep(pack.instruments, 'instruments'),
        principles: keep(pack.principles, 'principles'),
        circumstances: keep(pack.circumstances, 'circumstances'),
        benchmarks: keep(pack.benchmarks, 'benchmarks'),
        timeLimits: keep(pack.timeLimits, 'timeLimits'),
        actions: keep(pack.actions, 'actions'),
        caseProcedures: keep(pack.caseProcedures, 'caseProcedures'),
        rules: keep(pack.rules, 'rules'),
        plans: keep(pack.plans, 'plans'),
      }),
    )
  const named = manifests[0] ?? { id: 'files', title: '文件', version: '0.0.0' }
  return [...shipped, { ...named, ...files.pack, cases: withShippedCases(files, replaced) }]
}

/** A rule that is edited alone keeps its shipped cases. */
function withShippedCases(files: LoadedFiles, replaced: ReadonlySet<string>): readonly unknown[] {
  if (replaced.size > 0) return files.pack.cases
  const written = new Set(files.pack.cases.map((file) => (file as RuleCases).rule))
  const rules = new Set(files.pack.rules.map((rule) => (rule as { id: string }).id))
  return [...files.pack.cases, ...shippedCases.filter((file) => rules.has(file.rule) && !written.has(file.rule))]
}

const about = new Set(['HG4002', 'HG4003', 'HG4004', 'HG4007', 'HG4013', 'HG3004', 'HG3010'])

/** That a rule has no cases is not so where they were left out. */
export const hasCasesLeftOut = ({ code, params }: Problem, { casesLeftOut }: LoadedFiles): boolean => code === 'HG4012' && casesLeftOut.has(params['id'] ?? '')

/** Problems of the packs as a whole, at the place in the files; those about shipped packs keep their path only. */
export function placedInFiles(problems: readonly Problem[], files: LoadedFiles, packIndex: number): readonly Problem[] {
  return problems.flatMap((found) => {
    const named = found.params['id'] ?? found.params['fact'] ?? found.params['condition']
    if (about.has(found.code) && named !== undefined && files.leftOut.has(named)) return []
    if (hasCasesLeftOut(found, files)) return []
    const [pack, list, index, ...rest] = found.path
    const origin = pack === packIndex && typeof list === 'string' && typeof index === 'number' ? files.origins[list as Listed]?.[index] : undefined
    return origin === undefined ? [found] : placed([{ ...found, path: [...origin.path, ...rest] }], origin.read, origin.file)
  })
}
