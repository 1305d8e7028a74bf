/**
 * Names of columns. PostgreSQL cuts a name off after 63 bytes and DuckDB does not tell capitals from small letters: a
 * fact whose id would be lost that way gets a name of its own.
 */
import { hashOf } from '@hegui/engine'

const MAX_BYTES = 63
const HASH_DIGITS = 12
const bytes = (text: string): number => new TextEncoder().encode(text).length

/** A quoted identifier; a quotation mark in it is doubled. Throws on a NUL, which no identifier can hold. */
export function quoted(name: string): string {
  if (name.includes('\u0000')) throw new TypeError('an identifier cannot hold a NUL')
  return `"${name.replaceAll('"', '""')}"`
}

/** A name of several parts, such as `schema.table`, of which each is quoted. */
export const quotedPath = (name: string): string => name.split('.').map(quoted).join('.')

/** The column of each fact: its id, or a cut id and a hash where another name would be the same to a database. */
export function columnNames(facts: Iterable<string>): ReadonlyMap<string, string> {
  const ids = [...new Set(facts)]
  const alike = new Map<string, number>()
  for (const id of ids) alike.set(id.toLowerCase(), (alike.get(id.toLowerCase()) ?? 0) + 1)
  const isLost = (id: string): boolean => bytes(id) > MAX_BYTES || (alike.get(id.toLowerCase()) ?? 0) > 1
  return new Map(ids.map((id) => [id, isLost(id) ? told(id) : id]))
}

function told(id: string): string {
  const tail = `~${hashOf(id).slice('sha256:'.length, 'sha256:'.length + HASH_DIGITS)}`
  let head = id
  while (bytes(head) + tail.length > MAX_BYTES) head = [...head].slice(0, -1).join('')
  return `${head}${tail}`
}
