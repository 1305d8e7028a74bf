/** Packages that are loaded when they are asked for, and need not be installed. */
import { type Problem, problem } from '@hegui/model'

/** True for what `import()` throws when the package is not there, whichever way the command was built. */
export const isNotInstalled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')

/** `what` as people call it, `name` as npm does. */
export const notInstalled = (what: string, name: string): Problem => problem('HG6021', [], { what, package: name })
