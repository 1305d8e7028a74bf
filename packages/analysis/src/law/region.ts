/** Which law reaches a place. */
import type { Instrument } from '@hegui/model'

/** Trailing zero pairs of a region code mean "all of". An instrument without a region reaches everywhere. */
export const reaches = ({ region }: Pick<Instrument, 'region'>, place: string): boolean =>
  region === undefined || place.startsWith(region.replace(/(?:00)+$/, ''))
