/** Parameters: every value of a condition goes to the database beside the text, never in it. The same value goes once. */
export type SqlValue = string | number | boolean
export type SqlType = 'TEXT' | 'DOUBLE PRECISION' | 'BOOLEAN' | 'DATE' | 'INTEGER'

export interface Sql {
  /** `$1` and so on stand for the parameters. */
  readonly sql: string
  readonly params: readonly SqlValue[]
}

export interface Parameters {
  /** What stands in the text for the value: a place, cast so that every database takes it for the same type. */
  readonly place: (value: SqlValue, type: SqlType) => string
  readonly values: readonly SqlValue[]
}

export function createParameters(): Parameters {
  const values: SqlValue[] = []
  const places = new Map<string, string>()
  return {
    values,
    place: (value, type) => {
      const key = `${type} ${String(value)}`
      const known = places.get(key)
      if (known !== undefined) return known
      const fresh = `CAST($${values.push(value)} AS ${type})`
      places.set(key, fresh)
      return fresh
    },
  }
}

/** Text that PostgreSQL cannot hold, or that would come out of a database as another: a NUL, half a pair of surrogates. */
export const isUnstorable = (text: string): boolean => /[\u0000\p{Surrogate}]/u.test(text)
