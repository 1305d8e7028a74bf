/** What every part of a notice is written from. */
import type { Assessment, InspectionRecord } from '@hegui/model'
import type { Writer } from '../words/words.js'

export interface Case {
  readonly assessment: Assessment
  readonly record: InspectionRecord
  readonly writer: Writer
}
