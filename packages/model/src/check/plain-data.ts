/**
 * Plain data: could this value have come out of a JSON text of a sane size?
 *
 * A value handed over by a program, unlike a text, may refer to itself, share one part a million times or own a
 * key that reaches a prototype. That is found here, before anything recurses into it.
 */
import { type Path, type Problem, problem } from '../problems/problem.js'
import { forbiddenKeys } from '../text/json-limits.js'

/** Lists and objects inside one another. Above the 32 levels that conditions may have, so that those get their own problem. */
const MAX_DEPTH = 200

/** Parts in all: values, lists and objects, shared ones counted each time they are met. */
const MAX_PARTS = 1_000_000

/** Forbidden keys, each; or the first place that is too deep or too much. Empty: safe to recurse into. */
export function plainDataProblems(value: unknown, base: Path, maxDepth = MAX_DEPTH): readonly Problem[] {
  const found: Problem[] = []
  const path: (string | number)[] = [...base]
  let parts = 0
  // False: give up, nothing further can be said.
  const visit = (node: object, depth: number): boolean => {
    if (depth >= maxDepth) return refuse(problem('HG1006', [...path], { limit: String(maxDepth) }))
    const keys: ArrayLike<string> | undefined = Array.isArray(node) ? undefined : Object.keys(node)
    const size = keys?.length ?? (node as readonly unknown[]).length
    parts += size
    if (parts > MAX_PARTS) return refuse(problem('HG2009', [...path], { maximum: String(MAX_PARTS) }))
    for (let index = 0; index < size; index++) {
      const key = keys?.[index] ?? index
      if (typeof key === 'string' && forbiddenKeys.has(key)) {
        found.push(problem('HG1005', [...path, key], { key }))
        continue
      }
      const part = (node as Readonly<Record<string | number, unknown>>)[key]
      if (typeof part !== 'object' || part === null) continue
      path.push(key)
      if (!visit(part, depth + 1)) return false
      path.pop()
    }
    return true
  }
  const refuse = (tooMuch: Problem): boolean => {
    found.push(tooMuch)
    return false
  }
  if (typeof value === 'object' && value !== null) visit(value, 0)
  return found
}
