/**
 * Canonical JSON by RFC 8785, which is what `JSON.stringify` writes with the keys in the order of their code units.
 * Written here because every record of a bulk run goes through it: three times as fast as `canonicalize`, its measure in the tests.
 */

/** Nothing in it is escaped. */
const plain = /^[ !#-[\]-\ud7ff]*$/

const text = (value: string): string => (plain.test(value) ? `"${value}"` : JSON.stringify(value))

/** As `JSON.stringify`: undefined where there is nothing to write. Throws for numbers that JSON does not have. */
export function canonicalJson(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of JSON`)
      return JSON.stringify(value)
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? list(value) : hasOwnForm(value) ? canonicalJson(value.toJSON()) : object(value)
    default:
      return JSON.stringify(value)
  }
}

const hasOwnForm = (value: object): value is { readonly toJSON: () => unknown } => typeof (value as { toJSON?: unknown }).toJSON === 'function'

function list(values: readonly unknown[]): string {
  let out = ''
  for (let index = 0; index < values.length; index++) out += `${index === 0 ? '' : ','}${canonicalJson(values[index]) ?? 'null'}`
  return `[${out}]`
}

function object(value: object): string {
  let out = ''
  for (const key of Object.keys(value).sort()) {
    const part = canonicalJson((value as Readonly<Record<string, unknown>>)[key])
    if (part !== undefined) out += `${out === '' ? '' : ','}${text(key)}:${part}`
  }
  return `{${out}}`
}
