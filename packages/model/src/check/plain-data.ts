/**
 * Plain data: could this value have come out of a JSON text of a sane size?
 *
 * A value handed over by a program, unlike a text, may refer to itself, share one part a million times or own a
 * key that reaches a prototype. That is found here, before anything recurses into it.
 */
import { type Path, type Problem, problem } from '../problems/problem.js'
import { forbiddenKeys } from '../text/read-json.js'

/** Lists and objects inside one another. Above the 32 levels that conditions may have, so that those get their own problem. */
const MAX_DEPTH = 200

/** Parts in all: values, lists and objects, shared ones counted each time they are met. */
const MAX_PARTS = 2_000_000

/** Forbidden keys, each; or the first place that is too deep or too much. Empty: safe to recurse into. */
export function plainDataProblems(value: unknown, base: Path, maxDepth = MAX_DEPTH): readonly Problem[] {
  const found: Problem[] = []
  let parts = 0
  const fatal = (problemFound: Problem): boolean => {
    found.push(problemFound)
    return true
  }
  // True: give up, nothing further can be said.
  const visit = (node: unknown, path: Path, depth: number): boolean => {
    parts++
    if (typeof node !== 'object' || node === null) return false
    if (depth >= maxDepth) return fatal(problem('HG1006', [...base, ...path], { limit: String(maxDepth) }))
    if (Array.isArray(node)) {
      if (parts + node.length > MAX_PARTS) return fatal(problem('HG2009', [...base, ...path], { maximum: String(MAX_PARTS) }))
      return node.some((item, index) => visit(item, [...path, index], depth + 1))
    }
    const keys = Object.keys(node)
    if (parts + keys.length > MAX_PARTS) return fatal(problem('HG2009', [...base, ...path], { maximum: String(MAX_PARTS) }))
    return keys.some((key) => {
      if (!forbiddenKeys.has(key)) return visit((node as Readonly<Record<string, unknown>>)[key], [...path, key], depth + 1)
      found.push(problem('HG1005', [...base, ...path, key], { key }))
      return false
    })
  }
  visit(value, [], 0)
  return found
}
