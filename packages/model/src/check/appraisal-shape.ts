/** What of an appraisal file has the right shape: a misshapen entry is told and left out, the others stay. */
import type { Path, Problem } from '../problems/problem.js'
import { type AppraisalFile, appraisalFileSchema } from '../schema/appraisal-input.js'
import { plainDataProblems } from './plain-data.js'
import { departures } from './shape.js'

const lists = ['units', 'submissions', 'figures', 'established', 'closings', 'targets'] as const
const maps = ['readings', 'anchors'] as const
type ListSection = (typeof lists)[number]
type MapSection = (typeof maps)[number]

type Item<Section extends ListSection> = NonNullable<AppraisalFile[Section]>[number]
/** With its place in the file as written, which problems point to. */
export interface Entry<T> {
  readonly at: number
  readonly item: T
}
export type Entries = { readonly [Section in ListSection]: readonly Entry<Item<Section>>[] } & {
  readonly [Section in MapSection]: readonly (readonly [key: string, value: string])[]
}

const MAX_DEPTH = 64

/** `entries` null: nothing can be said. The value may be anything at all. */
export function appraisalEntries(value: unknown): { readonly entries: Entries | null; readonly problems: readonly Problem[] } {
  const hostile = plainDataProblems(value, [], MAX_DEPTH)
  if (hostile.length > 0) return { entries: null, problems: hostile }
  const problems = departures(appraisalFileSchema, value, [])
  const bad = new Set(problems.flatMap(({ path }) => placesSpoilt(path)))
  if (bad.has('') || bad.has('units')) return { entries: null, problems }
  const file = value as AppraisalFile
  const list = <Section extends ListSection>(section: Section): readonly Entry<Item<Section>>[] =>
    bad.has(section)
      ? []
      : ((file[section] ?? []) as readonly Item<Section>[]).map((item, at) => ({ at, item })).filter(({ at }) => !bad.has(`${section}.${at}`))
  const map = (section: MapSection): readonly (readonly [string, string])[] =>
    bad.has(section) ? [] : Object.entries(file[section] ?? {}).filter(([key]) => !bad.has(`${section}.${key}`))
  const entries = {
    units: list('units'),
    submissions: list('submissions'),
    figures: list('figures'),
    established: list('established'),
    closings: list('closings'),
    targets: list('targets'),
    readings: map('readings'),
    anchors: map('anchors'),
  }
  return { entries, problems }
}

/** The entry that a fault spoils, or the section where it is the section itself; a stray key of the file spoils nothing. */
function placesSpoilt([section, place]: Path): readonly string[] {
  if (section === undefined) return ['']
  if (![...lists, ...maps].some((known) => known === section)) return []
  return [place === undefined ? String(section) : `${section}.${place}`]
}
