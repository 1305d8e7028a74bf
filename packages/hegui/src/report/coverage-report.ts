/** What the reports on coverage are made of. */
import type { Coverage, RuleFiring } from '@hegui/testing'

export interface CoverageReport {
  readonly coverage: Coverage
  readonly packOf: (rule: string) => string
  readonly firing?: { readonly rules: readonly RuleFiring[]; readonly records: number; readonly conducts: number }
}
