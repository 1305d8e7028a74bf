/** What the comparison asks of a solver of formulas. Formulas are the solver's own, hence `F`. */

export interface Solver {
  readonly open: () => Problem<unknown>
  /** Ends its threads; then nothing can be asked of it. */
  readonly end: () => Promise<void>
}

/** Formulas over flags and choices; nothing else is needed. */
export interface Problem<F> {
  readonly yes: F
  readonly no: F
  /** One that is true or false. */
  readonly flag: () => F
  /** One of so many, numbered from 0. */
  readonly choice: (of: number) => Choice<F>
  readonly not: (formula: F) => F
  /** Of nothing: `yes`. */
  readonly all: (formulas: readonly F[]) => F
  /** Of nothing: `no`. */
  readonly any: (formulas: readonly F[]) => F
  readonly assume: (formula: F) => void
  /** Can it be true, with all that is assumed? `open`: the effort ran out. */
  readonly ask: (formula: F) => Promise<Model<F> | 'impossible' | 'open'>
  readonly close: () => void
}

export interface Choice<F> {
  readonly of: number
  /** Both inclusive. */
  readonly between: (first: number, last: number) => F
  readonly id: F
}

export interface Model<F> {
  readonly holds: (flag: F) => boolean
  readonly chosen: (choice: Choice<F>) => number
}
