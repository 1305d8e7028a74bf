/** Places of a scaffold that nobody has filled in: texts that begin with 待填：. They never pass a check. */
import { type Path, type Problem, problem, shown } from '../problems/problem.js'

/** How an open place begins. What follows says what belongs there. */
export const openPlace = '待填：'
const begins = /^\s*待填\s*[：:]/u

/** Each open place once. The value is plain data: it was read from JSON, or was looked at before. */
export function unfilledProblems(value: unknown, path: Path = []): readonly Problem[] {
  const found: Problem[] = []
  const steps: (string | number)[] = [...path]
  const visit = (node: unknown): void => {
    if (typeof node === 'string') {
      if (begins.test(node)) found.push(problem('HG2012', [...steps], { what: shown(node.replace(begins, '')) }))
      return
    }
    if (typeof node !== 'object' || node === null) return
    for (const [key, part] of Array.isArray(node) ? node.entries() : Object.entries(node)) {
      steps.push(key)
      visit(part)
      steps.pop()
    }
  }
  visit(value)
  return found
}

/** Problems less those that only say again that a place is open. */
export function besidesUnfilled(problems: readonly Problem[], unfilled: readonly Problem[]): readonly Problem[] {
  const open = new Set(unfilled.map(({ path }) => JSON.stringify(path)))
  return open.size === 0 ? problems : problems.filter(({ path }) => !open.has(JSON.stringify(path)))
}
