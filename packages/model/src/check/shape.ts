/** Shape: does a document have the fields its schema asks for? Zod's issues, said in hegui's words. */
import type * as z from 'zod'
import { choices, type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'
import { checkCharacterOf, looksLikePersonId } from '../schema/credit-code.js'
import { definitionOf } from '../schema/definition.js'
import { plainDataProblems } from './plain-data.js'

type Issue = z.core.$ZodIssue

/** Every departure from the schema, each once, places relative to `path`. Never throws, whatever the value is made of. */
export function checkShape(schema: z.ZodType, value: unknown, path: Path = []): readonly Problem[] {
  const hostile = plainDataProblems(value, path)
  return hostile.length > 0 ? hostile : departures(schema, value, path)
}

/** The same for a value that is known to be plain data. */
export function departures(schema: z.ZodType, value: unknown, path: Path): readonly Problem[] {
  try {
    const result = schema.safeParse(value)
    return result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, value, path, schema))
  } catch (error) {
    // zod spreads its issues as arguments; past about a hundred thousand of them the call stack is full.
    if (!(error instanceof RangeError)) throw error
    return [problem('HG2011', path, { detail: '错误太多，列不完；先检查整体结构', detailEn: 'too many faults to list; check the overall structure first' })]
  }
}

const typeNames: Readonly<Record<string, readonly [string, string]>> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'an integer'],
  boolean: ['true 或 false', 'true or false'],
  array: ['列表 […]', 'a list […]'],
  object: ['对象 {…}', 'an object {…}'],
  record: ['对象 {…}', 'an object {…}'],
  null: ['null', 'null'],
}

/** What a value is, in words a reader of JSON uses. */
export const describe = (value: unknown): { found: string; foundEn: string } => {
  if (value === null) return { found: 'null', foundEn: 'null' }
  if (Array.isArray(value)) return { found: '列表', foundEn: 'a list' }
  if (typeof value === 'object') return { found: '对象', foundEn: 'an object' }
  if (typeof value === 'string') return { found: `文字 “${shown(value)}”`, foundEn: `text “${shown(value)}”` }
  return { found: shown(String(value)), foundEn: shown(String(value)) }
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null && Object.hasOwn(part, key) ? (part as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )

const MAX_LISTED = 24

const list = (words: readonly string[]): { allowed: string; allowedEn: string } => {
  const { allowed, allowedEn } = choices(words.slice(0, MAX_LISTED).map(shown))
  return words.length > MAX_LISTED ? { allowed: `${allowed} 等`, allowedEn: `${allowedEn} …` } : { allowed, allowedEn }
}

function fromIssue(issue: Issue, root: unknown, base: Path, schema: z.ZodType | undefined): readonly Problem[] {
  const path: Path = [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
  const value = at(root, issue.path)
  const key = String(path.at(-1) ?? '')
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined && issue.path.length > 0) return [problem('HG2001', path, { key })]
      return [wrongType([issue.expected], path, value)]
    }
    case 'unrecognized_keys': {
      const allowed = allowedKeys(schemaAt(schema, issue.path))
      return issue.keys.map((unknown) => problem('HG2002', [...path, unknown], { key: shown(unknown), ...list(allowed), ...suggestion(unknown, allowed) }))
    }
    case 'invalid_value': {
      if (value === undefined) return [problem('HG2001', path, { key })]
      const allowed = issue.values.map(String)
      return [problem('HG2004', path, { found: shown(value), ...list(allowed), ...suggestion(shown(value), allowed) })]
    }
    case 'invalid_format':
      return [formatProblem(path, value)]
    case 'too_small':
      if (issue.origin !== 'number') return [problem('HG2008', path, { minimum: String(issue.minimum) })]
      return issue.inclusive === false
        ? [problem('HG2011', path, { detail: `必须大于 ${issue.minimum}`, detailEn: `must be more than ${issue.minimum}` })]
        : [problem('HG2011', path, { detail: `不能小于 ${issue.minimum}`, detailEn: `must be at least ${issue.minimum}` })]
    case 'too_big':
      return issue.origin === 'number'
        ? [problem('HG2011', path, { detail: `不能大于 ${issue.maximum}`, detailEn: `must be at most ${issue.maximum}` })]
        : [problem('HG2009', path, { maximum: String(issue.maximum) })]
    case 'custom':
      return [refinement(issue.params?.['kind'], path, value)]
    case 'invalid_union':
      return unionProblems(issue, path, value, schema)
    case 'invalid_key':
      return [
        problem('HG2005', path, {
          found: shown(key),
          hint: '事实标识写作 “类别.名称”，例如 licence.status。',
          hintEn: 'A fact id is written scope.name, such as licence.status.',
        }),
      ]
    default:
      return [problem('HG2011', path, { detail: issue.code, detailEn: issue.code })]
  }
}

function formatProblem(path: Path, value: unknown): Problem {
  const text = String(value)
  if (/^\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?$/.test(text))
    return problem('HG2005', path, {
      found: shown(text),
      hint: '日期写作 YYYY-MM-DD，例如 2023-01-05。',
      hintEn: 'Write dates as YYYY-MM-DD, such as 2023-01-05.',
    })
  return problem('HG2005', path, {
    found: shown(text),
    hint: '对照编辑器里这一项的说明；标识用小写英文、数字和连字符。',
    hintEn: 'See the description of this field; ids are lower-case letters, digits and hyphens.',
  })
}

function refinement(kind: unknown, path: Path, value: unknown): Problem {
  if (kind === 'impossible-date') return problem('HG2006', path, { found: shown(value) })
  if (kind === 'period-reversed') {
    const period = value as { from: string; to: string }
    return problem('HG2007', path, { from: shown(period.from), to: shown(period.to) })
  }
  if (kind === 'uncertain-day-reversed') {
    const day = value as { earliest: string; latest: string }
    return problem('HG2007', path, { from: shown(day.earliest), to: shown(day.latest) })
  }
  if (kind === 'plan-bounds')
    return problem('HG2011', path, {
      detail: 'inForce 必须是 bounds 的最宽范围：起是最早的起始日，止是最晚的结束日',
      detailEn: 'inForce must be the widest range of bounds: from its earliest beginning to its latest end',
    })
  if (kind === 'credit-code') return creditCodeProblem(String(value), path)
  if (kind === 'uncertain-day-reversed') {
    const day = value as { earliest: string; latest: string }
    return problem('HG2007', path, { from: shown(day.earliest), to: shown(day.latest) })
  }
  if (kind === 'plan-bounds')
    return problem('HG2011', path, {
      detail: 'inForce 必须是 bounds 的最宽范围：起是最早的起始日，止是最晚的结束日',
      detailEn: 'inForce must be the widest range of bounds: from its earliest beginning to its latest end',
    })
  if (kind === 'clause-or-article') return problem('HG2010', path)
  return problem('HG2011', path, { detail: String(kind), detailEn: String(kind) })
}

function creditCodeProblem(code: string, path: Path): Problem {
  // A person's number is not repeated in a message that may be kept.
  if (looksLikePersonId(code))
    return problem('HG2005', path, {
      found: `${code.slice(0, 6)}…`,
      hint: '这像是身份证号码：记录里不写个人的证件号码，删去。',
      hintEn: 'This looks like the identity number of a person: records hold none, remove it.',
    })
  const last = checkCharacterOf(code)
  return problem('HG2005', path, {
    found: shown(code),
    hint: last === undefined ? '统一社会信用代码是十八位数字和大写字母（没有 I、O、S、V、Z）。' : `前十七位的校验码应当是 ${last}，核对有没有抄错。`,
    hintEn:
      last === undefined
        ? 'A unified social credit code is 18 digits and capital letters, without I, O, S, V and Z.'
        : `The check character of the first 17 is ${last}: look for a slip.`,
  })
}

function wrongType(expected: readonly string[], path: Path, value: unknown): Problem {
  const names = expected.map((type) => typeNames[type] ?? ([type, type] as const))
  const joined = (words: readonly string[], comma: string, or: string): string =>
    [words.slice(0, -1).join(comma), ...words.slice(-1)].filter((part) => part !== '').join(or)
  const zh = [...new Set(names.map(([name]) => name))]
  const en = [...new Set(names.map(([, name]) => name))]
  return problem('HG2003', path, { expected: joined(zh, '、', ' 或 '), expectedEn: joined(en, ', ', ' or '), ...describe(value) })
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>

/** Of a union, the branch that came furthest is the one that was meant; where none came anywhere, all are named. */
function unionProblems(issue: UnionIssue, path: Path, value: unknown, schema: z.ZodType | undefined): readonly Problem[] {
  if (value === undefined && issue.path.length > 0) return [problem('HG2001', path, { key: String(path.at(-1)) })]
  const kinds = kindsWanted(issue)
  if (kinds !== undefined) return [wrongType(kinds, path, value)]
  const options = optionsOf(schemaAt(schema, issue.path))
  const [nearest] = issue.errors
    .map((branch, index) => ({ branch, option: options[index] }))
    .filter(({ branch }) => branch.length > 0)
    .sort((a, b) => strangeness(a.branch) - strangeness(b.branch) || depth(b.branch) - depth(a.branch) || a.branch.length - b.branch.length)
  if (nearest === undefined) return [problem('HG2003', path, { expected: '允许的写法之一', expectedEn: 'one of the allowed forms', ...describe(value) })]
  return nearest.branch.flatMap((each) => fromIssue(each, value, path, nearest.option))
}

/** The kinds of value a union wants, when the value is of none of these kinds. */
function kindsWanted(issue: UnionIssue): readonly string[] | undefined {
  const kinds: string[] = []
  for (const branch of issue.errors) {
    const [only] = branch
    if (only === undefined || branch.length > 1 || only.path.length > 0) return undefined
    const wanted = only.code === 'invalid_type' ? [only.expected] : only.code === 'invalid_union' ? kindsWanted(only) : undefined
    if (wanted === undefined) return undefined
    kinds.push(...wanted)
  }
  return kinds
}

const depth = (branch: readonly Issue[]): number => branch.reduce((deepest, inner) => Math.max(deepest, inner.path.length), 0)

/** A branch that wants another kind of value is out of the question, one with another literal almost; missing and unknown keys speak against one. */
const strangeness = (branch: readonly Issue[]): number =>
  branch.reduce((sum, inner) => {
    if (inner.path.length === 0 && (inner.code === 'invalid_type' || (inner.code === 'invalid_union' && kindsWanted(inner) !== undefined))) return sum + 1_000
    if (inner.code === 'invalid_value') return sum + (inner.values.length === 1 ? 100 : 1)
    return sum + (inner.code === 'invalid_type' ? 1 : inner.code === 'unrecognized_keys' ? inner.keys.length : 0)
  }, 0)

const optionsOf = (schema: z.ZodType | undefined): readonly z.ZodType[] => definitionOf(schema)?.options ?? []

/** The schema of the part at `path`, as far as it can be told without the value. */
function schemaAt(schema: z.ZodType | undefined, path: readonly PropertyKey[]): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((current, step) => schemaOfPart(current, step), schema)
}

function schemaOfPart(schema: z.ZodType | undefined, step: PropertyKey): z.ZodType | undefined {
  const def = definitionOf(schema)
  if (def?.shape !== undefined) return Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined
  if (def?.options === undefined) return def?.element ?? def?.valueType
  for (const option of def.options) {
    const part = schemaOfPart(option, step)
    if (part !== undefined) return part
  }
  return undefined
}

/** Which keys an object may have; of a union, those of all its branches. */
function allowedKeys(schema: z.ZodType | undefined): readonly string[] {
  const def = definitionOf(schema)
  if (def?.options !== undefined) return [...new Set(def.options.flatMap(allowedKeys))]
  return Object.keys(def?.shape ?? {})
}
