/** SHA-256 over RFC 8785 canonical JSON: two documents that say the same have the same hash. */
import { canonicalJson } from './canonical-json.js'
import { sha256 } from './sha256.js'

export function hashOf(value: unknown): string {
  return `sha256:${sha256(canonicalJson(value) ?? 'null')}`
}
