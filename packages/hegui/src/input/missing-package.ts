/** Packages that are loaded when they are asked for, and need not be installed. */
import { type Problem, problem } from '@hegui/model'

/** True for what `import()` throws when the package is not there, whichever way the command was built. */
export const isNotInstalled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND')

/** `database` as people call it, `driver` as npm does. */
export const notInstalled = (database: string, driver: string): Problem => problem('HG6021', [], { database, package: driver })
