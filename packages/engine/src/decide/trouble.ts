/** What is wrong, as a code and its params: `problem(code, path, params)` of `@hegui/model` puts it into words. */
export interface Trouble {
  readonly code: 'HG6026' | 'HG6028' | 'HG6029'
  /** Where in the record, or among the modules. */
  readonly path: readonly (string | number)[]
  readonly params: Readonly<Record<string, string>>
}
