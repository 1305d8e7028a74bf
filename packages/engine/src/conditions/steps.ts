/** The protocol between a flow and its driver: the flow yields conditions and is given decisions, sync or async. */
import type { Facts } from './leaf.js'
import type { Decision, Question } from './runtime.js'

interface Request {
  readonly questions: readonly Question[]
  readonly facts: Facts
}
export type Steps<T> = Generator<Request, T, readonly Decision[]>
