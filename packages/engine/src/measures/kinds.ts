/** Kinds of measure by what law asks of them. */
import type { MeasureKind } from '@hegui/model'

/** Administrative penalties (行政处罚法 9): personal circumstances can lighten or withdraw each of them. */
export const penalties: ReadonlySet<MeasureKind> = new Set([
  'warning',
  'public-criticism',
  'fine',
  'confiscation',
  'suspension',
  'licence-suspension',
  'licence-revocation',
  'closure',
  'detention',
])
