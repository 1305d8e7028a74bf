/**
 * Strict JSON the fast way, for the text nobody finds fault with: the runtime's own parser, and a look at what it
 * passes over. A long file of records is read by this; where it says nothing, `readJson` reads the tree and says why.
 */
import { forbiddenKeys, MAX_DEPTH } from './json-limits.js'

const quote = 0x22
const backslash = 0x5c

/** The value of a text without any fault. Undefined: it has one, or may have. */
export function plainJson(text: string): { readonly value: unknown } | undefined {
  const keys = keysWritten(text)
  if (keys === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  // The parser keeps the last of two equal keys: then fewer are there than were written.
  return keysKept(value) === keys ? { value } : undefined
}

/** How many keys the text writes, by the colons outside its strings. Undefined: nested too deep. */
function keysWritten(text: string): number | undefined {
  let keys = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === quote) {
      at = closingQuote(text, at)
      if (at < 0) return undefined
    } else if (char === 0x3a) keys++
    else if (char === 0x7b || char === 0x5b) {
      if (++depth > MAX_DEPTH) return undefined
    } else if (char === 0x7d || char === 0x5d) depth--
  }
  return keys
}

function closingQuote(text: string, opening: number): number {
  for (let end = text.indexOf('"', opening + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes++
    if (escapes % 2 === 0) return end
  }
  return -1
}

/** How many keys the value has. NaN, which is no number of keys: a forbidden key, or a number that lost digits. */
function keysKept(value: unknown): number {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? 0 : Number.NaN
  if (typeof value !== 'object' || value === null) return 0
  let kept = 0
  if (Array.isArray(value)) {
    for (const item of value) kept += keysKept(item)
    return kept
  }
  for (const [key, part] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) return Number.NaN
    kept += 1 + keysKept(part)
  }
  return kept
}
