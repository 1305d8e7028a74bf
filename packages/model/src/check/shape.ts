/** Shape: does a document have the fields its schema asks for? Zod's issues, said in hegui's words. */
import type * as z from 'zod'
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'

type Issue = z.core.$ZodIssue

/** Every departure from the schema, each once, places relative to `path`. */
export function checkShape(schema: z.ZodType, value: unknown, path: Path = []): readonly Problem[] {
  const result = schema.safeParse(value)
  return result.success ? [] : result.error.issues.flatMap((issue) => fromIssue(issue, value, path, schema))
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
  path.reduce<unknown>((part, key) => (typeof part === 'object' && part !== null && Object.hasOwn(part, key) ? (part as Record<PropertyKey, unknown>)[key] : undefined), value)

const list = (words: Iterable<unknown>): string => {
  const all = [...words].map((word) => shown(word))
  return all.length > 24 ? `${all.slice(0, 24).join('、')} 等` : all.join('、')
}

function fromIssue(issue: Issue, root: unknown, base: Path, schema: z.ZodType): readonly Problem[] {
  const path: Path = [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
  const value = at(root, issue.path)
  const key = String(path.at(-1) ?? '')
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) return [problem('HG2001', path, { key })]
      const [expected, expectedEn] = typeNames[issue.expected] ?? [issue.expected, issue.expected]
      return [problem('HG2003', path, { expected, expectedEn, ...describe(value) })]
    }
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => {
        const allowed = allowedKeys(schema, issue.path)
        return problem('HG2002', [...path, unknown], { key: shown(unknown), allowed: list(allowed), ...suggestion(unknown, allowed) })
      })
    case 'invalid_value': {
      if (value === undefined) return [problem('HG2001', path, { key })]
      const allowed = issue.values.map(String)
      return [problem('HG2004', path, { found: shown(value), allowed: list(allowed), ...suggestion(String(value), allowed) })]
    }
    case 'invalid_format':
      return [formatProblem(path, value)]
    case 'too_small':
      return issue.origin === 'number'
        ? [problem('HG2011', path, { detail: `不能小于 ${issue.minimum}`, detailEn: `must be at least ${issue.minimum}` })]
        : [problem('HG2008', path, { minimum: String(issue.minimum) })]
    case 'too_big':
      return [problem('HG2009', path, { maximum: String(issue.maximum) })]
    case 'custom':
      return [refinement(issue.params?.['kind'], path, value)]
    case 'invalid_union':
      return unionProblems(issue, root, base, path, value)
    case 'invalid_key':
      return [problem('HG2005', path, { found: shown(key), hint: '事实标识写作 “类别.名称”，例如 licence.status。', hintEn: 'A fact id is written scope.name, such as licence.status.' })]
    default:
      return [problem('HG2011', path, { detail: issue.code, detailEn: issue.code })]
  }
}

function formatProblem(path: Path, value: unknown): Problem {
  const text = String(value)
  if (/^\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?$/.test(text)) return problem('HG2005', path, { found: shown(text), hint: '日期写作 YYYY-MM-DD，例如 2023-01-05。', hintEn: 'Write dates as YYYY-MM-DD, such as 2023-01-05.' })
  return problem('HG2005', path, { found: shown(text), hint: '对照编辑器里这一项的说明；标识用小写英文、数字和连字符。', hintEn: 'See the description of this field; ids are lower-case letters, digits and hyphens.' })
}

function refinement(kind: unknown, path: Path, value: unknown): Problem {
  if (kind === 'impossible-date') return problem('HG2006', path, { found: shown(value) })
  if (kind === 'period-reversed') {
    const period = value as { from: string; to: string }
    return problem('HG2007', path, { from: shown(period.from), to: shown(period.to) })
  }
  if (kind === 'clause-or-article') return problem('HG2010', path)
  return problem('HG2011', path, { detail: String(kind), detailEn: String(kind) })
}

/** Of a union, the branch that came furthest is the one that was meant. */
function unionProblems(issue: Extract<Issue, { code: 'invalid_union' }>, root: unknown, base: Path, path: Path, value: unknown): readonly Problem[] {
  if (value === undefined) return [problem('HG2001', path, { key: String(path.at(-1) ?? '') })]
  const depth = (branch: readonly Issue[]): number => Math.max(...branch.map((inner) => inner.path.length))
  const serious = (branch: readonly Issue[]): number => branch.filter((inner) => inner.code === 'invalid_type' || inner.code === 'unrecognized_keys').length
  const branch = [...issue.errors].sort((a, b) => serious(a) - serious(b) || depth(b) - depth(a) || a.length - b.length)[0]
  if (branch === undefined || branch.length === 0) return [problem('HG2003', path, { expected: '允许的写法之一', expectedEn: 'one of the allowed forms', ...describe(value) })]
  const inner = at(root, issue.path)
  return branch.flatMap((each) => fromIssue(each, inner, [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))], undefined as never))
}

/** Which keys the object at `path` may have, read from the schema; empty where the schema cannot tell. */
function allowedKeys(schema: z.ZodType | undefined, path: readonly PropertyKey[]): readonly string[] {
  let current: z.ZodType | undefined = schema
  for (const step of [...path, undefined]) {
    current = unwrapped(current)
    if (step === undefined || current === undefined) break
    const def = current._zod.def as unknown as { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; valueType?: z.ZodType }
    current = def.type === 'object' ? def.shape?.[String(step)] : def.type === 'array' ? def.element : def.valueType
  }
  const def = current?._zod.def as unknown as { type: string; shape?: Record<string, unknown> } | undefined
  return def?.type === 'object' ? Object.keys(def.shape ?? {}) : []
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let current = schema
  while (current !== undefined) {
    const def = current._zod.def as unknown as { type: string; innerType?: z.ZodType; getter?: () => z.ZodType; options?: readonly z.ZodType[] }
    if (def.innerType !== undefined) current = def.innerType
    else if (def.getter !== undefined) current = def.getter()
    else return current
  }
  return current
}
