/** Amounts, multiples and days of the law, and of benchmarks: the lower end first. */
import { type Path, type Problem, problem } from '../problems/problem.js'
import type { Consequence, MeasureSpec } from '../schema/law.js'
import type { Pack } from '../schema/pack.js'

interface Ends {
  readonly min: number | null
  readonly max: number | null
}

export const reversed = ({ min, max }: Ends): boolean => min !== null && max !== null && min > max

export function checkAmounts(packs: readonly Pack[]): readonly Problem[] {
  return packs.flatMap((pack, at) => [
    ...pack.instruments.flatMap((instrument, index) =>
      instrument.norms.flatMap((norm, nth) =>
        norm.editions.flatMap((edition, place) =>
          edition.consequence === undefined
            ? []
            : measuresIn(edition.consequence, [at, 'instruments', index, 'norms', nth, 'editions', place, 'consequence']).flatMap(({ spec, path }) =>
                ends(spec, path),
              ),
        ),
      ),
    ),
    ...pack.benchmarks.flatMap((benchmark, index) =>
      benchmark.bands.flatMap((band, place) => inOrder(band.amountYuan, [at, 'benchmarks', index, 'bands', place, 'amountYuan'], '金额', 'amount')),
    ),
  ])
}

const ends = (spec: MeasureSpec, path: Path): readonly Problem[] => [
  ...(spec.amountYuan === undefined ? [] : inOrder(spec.amountYuan, [...path, 'amountYuan'], '金额', 'amount')),
  ...(spec.multiple === undefined ? [] : inOrder(spec.multiple, [...path, 'multiple'], '倍数', 'multiple')),
  ...(spec.days === undefined ? [] : inOrder(spec.days, [...path, 'days'], '日数', 'number of days')),
]

const inOrder = (of: Ends, path: Path, what: string, whatEn: string): readonly Problem[] =>
  reversed(of) ? [problem('HG4016', path, { what, whatEn, min: String(of.min), max: String(of.max) })] : []

/** Every measure of a consequence, with the title of the innermost tier it stands in; no tier: the base. */
export function measuresIn(
  node: Consequence,
  path: Path,
  tier?: string,
): readonly { readonly spec: MeasureSpec; readonly path: Path; readonly tier: string | undefined }[] {
  if ('measure' in node) return [{ spec: node.measure, path: [...path, 'measure'], tier }]
  if ('all' in node) return node.all.flatMap((part, index) => measuresIn(part, [...path, 'all', index], tier))
  if ('oneOf' in node) return node.oneOf.flatMap((part, index) => measuresIn(part, [...path, 'oneOf', index], tier))
  return [
    ...(node.base === null ? [] : measuresIn(node.base, [...path, 'base'], tier)),
    ...node.tiers.flatMap((each, index) => measuresIn(each.then, [...path, 'tiers', index, 'then'], each.title)),
  ]
}
