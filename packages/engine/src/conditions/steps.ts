/** The protocol between a flow and its driver: the flow yields conditions and is given decisions, sync or async. */
import type { Rule } from '@hegui/model'
import type { Facts } from './leaf.js'
import type { Decision, Question } from './runtime.js'

export interface Request {
  readonly questions: () => readonly Question[]
  /** The editions of rules whose two conditions the questions are. */
  readonly editions?: readonly Rule[]
  readonly facts: Facts
}
export type Steps<T> = Generator<Request, T, readonly Decision[]>
