/** What a document may not do, whichever way it is read. */

export const MAX_DEPTH = 64

/** Keys that reach a prototype when assigned. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
