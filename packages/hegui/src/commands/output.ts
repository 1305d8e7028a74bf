/** What commands write to, and how they end. Documented in docs/command.md. */

export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** As `out`, of a text that is UTF-8 already. */
  readonly bytes?: (text: Uint8Array) => void
  /** Resolves when what was written has been taken: who writes much waits for it, so that it does not pile up. */
  readonly drained?: () => Promise<void>
}

export const exitCodes = {
  /** Everything was done; violations found are a result, not a failure. */
  done: 0,
  /** Something in a record, rule, plan or law is wrong; it was reported, the rest was done. */
  problems: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** hegui itself failed; please report it. */
  failure: 3,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
