/** What a bulk run is asked for. */
import type { Language } from '@hegui/model'
import type { BatchSettings } from './assess-batch.js'

export interface BulkArguments {
  readonly files: readonly string[]
  readonly packs: readonly string[]
  readonly language: Language
  readonly settings: BatchSettings
  readonly jobs: number
  readonly maxLineBytes: number
  readonly out?: string
  readonly rejects?: string
  readonly resume: boolean
}
