/**
 * The table of festivals that plans are read against.
 *
 * There is none yet: every festival is past the table, and a window that follows one is refused (HG4025) rather than guessed.
 */
import type { FestivalDays } from '@hegui/calendar'

export const festivalDay: FestivalDays = () => undefined
