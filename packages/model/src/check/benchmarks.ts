/** Benchmarks of discretion: inside the statutory range, never lighter for what is graver, and a band for every value. */
import { type Path, type Problem, problem, suggestion } from '../problems/problem.js'
import type { Benchmark } from '../schema/benchmark.js'
import type { FactDefinition } from '../schema/fact.js'
import type { MeasureSpec } from '../schema/law.js'
import type { Pack } from '../schema/pack.js'
import { measuresIn, reversed } from './amounts.js'
import { type Catalogue, catalogueOf } from './catalogue.js'
import { overlaps } from './editions.js'
import type { Vocabulary } from './vocabulary.js'

type Said = (path: Path, detail: string, detailEn: string) => Problem

export function checkBenchmarks(packs: readonly Pack[], vocabulary: Vocabulary): readonly Problem[] {
  const catalogue = catalogueOf(packs)
  return packs.flatMap((pack, at) =>
    pack.benchmarks.flatMap((benchmark, index) => {
      const path: Path = [at, 'benchmarks', index]
      const said: Said = (place, detail, detailEn) => problem('HG4017', [...path, ...place], { id: benchmark.id, detail, detailEn })
      const fact = vocabulary.facts.get(benchmark.fact)
      return [
        ...ranges(benchmark, catalogue, said),
        ...severity(benchmark, said),
        ...(fact === undefined
          ? [problem('HG3004', [...path, 'fact'], { fact: benchmark.fact, ...suggestion(benchmark.fact, vocabulary.facts.keys()) })]
          : divisions(benchmark, fact, said)),
      ]
    }),
  )
}

/** Inside the fine of every edition in force while the benchmark is. An edition nobody read proposes nothing, so nothing is narrowed. */
function ranges(benchmark: Benchmark, catalogue: Catalogue, said: Said): readonly Problem[] {
  const norm = catalogue.norms.get(benchmark.norm)
  if (norm === undefined) return []
  const editions = norm.editions.filter((edition) => overlaps(edition.inForce, benchmark.inForce))
  if (editions.length === 0) return [said(['norm'], '它施行的时候，规范没有施行的版本', 'no edition of the norm is in force while the benchmark is')]
  return editions.flatMap((edition): readonly Problem[] => {
    if (edition.consequence === undefined) return []
    const fines = measuresIn(edition.consequence, []).filter(({ spec, tier }) => spec.kind === 'fine' && tier === benchmark.tier)
    if (fines.length === 0)
      return benchmark.tier === undefined
        ? [said(['norm'], `规范的 ${edition.edition} 版在基本档没有罚款`, `edition ${edition.edition} of the norm has no fine in its base`)]
        : [
            said(
              ['tier'],
              `规范的 ${edition.edition} 版没有“${benchmark.tier}”这一档罚款`,
              `edition ${edition.edition} of the norm has no fine in the tier “${benchmark.tier}”`,
            ),
          ]
    const fixed = fines.flatMap(({ spec }) => (spec.amountYuan === undefined ? [] : [spec.amountYuan]))
    if (fixed.length === 0)
      return [
        said(
          ['norm'],
          `规范的 ${edition.edition} 版罚款没有固定金额，无法核对幅度`,
          `the fine of edition ${edition.edition} has no fixed amount to compare with`,
        ),
      ]
    // A range that is upside down was told as such; no band could be inside it.
    if (fixed.some(reversed)) return []
    return benchmark.bands.flatMap((band, index) =>
      reversed(band.amountYuan) || fixed.some((range) => within(band.amountYuan, range))
        ? []
        : [
            said(
              ['bands', index, 'amountYuan'],
              `“${band.title}”的 ${band.amountYuan.min} 至 ${band.amountYuan.max} 元超出规范 ${edition.edition} 版的 ${fixed.map(written).join('或者 ')}`,
              `the band “${band.id}”, ${band.amountYuan.min} to ${band.amountYuan.max} yuan, leaves the range of edition ${edition.edition}, ${fixed.map(writtenEn).join(' or ')}`,
            ),
          ],
    )
  })
}

type Range = NonNullable<MeasureSpec['amountYuan']>
const within = (band: Benchmark['bands'][number]['amountYuan'], range: Range): boolean =>
  band.min >= (range.min ?? 0) && (range.max === null || band.max <= range.max)
const written = ({ min, max }: Range): string => (max === null ? `${min ?? 0} 元以上` : `${min ?? 0} 至 ${max} 元`)
const writtenEn = ({ min, max }: Range): string => (max === null ? `${min ?? 0} yuan or more` : `${min ?? 0} to ${max} yuan`)

function severity({ bands }: Benchmark, said: Said): readonly Problem[] {
  return bands.flatMap((band, index) => {
    const lighter = bands[index - 1]
    if (lighter === undefined || reversed(band.amountYuan) || reversed(lighter.amountYuan)) return []
    return band.amountYuan.min >= lighter.amountYuan.min && band.amountYuan.max >= lighter.amountYuan.max
      ? []
      : [
          said(
            ['bands', index, 'amountYuan'],
            `“${band.title}”比前一档“${lighter.title}”重，金额反而低`,
            `the band “${band.id}” is graver than “${lighter.id}” before it, yet its amounts are lower`,
          ),
        ]
  })
}

/** Bands of a number touch one another and reach to both ends; bands of choices hold each choice once. */
function divisions(benchmark: Benchmark, fact: FactDefinition, said: Said): readonly Problem[] {
  switch (fact.type) {
    case 'number':
      return numbers(benchmark, said)
    case 'enum':
      return choices(benchmark, fact, said)
    case 'boolean':
    case 'set':
    case 'date':
    case 'region':
    case 'text':
      return [
        said(['fact'], `“${fact.id}” 不是数字，也不是单选，不能分档`, `“${fact.id}” is neither a number nor a choice, so it cannot be divided into bands`),
      ]
    default:
      return fact.type satisfies never
  }
}

function numbers({ bands }: Benchmark, said: Said): readonly Problem[] {
  return bands.flatMap((band, index): readonly Problem[] => {
    const here: Path = ['bands', index]
    const [from, below, before] = [band.from ?? null, band.below ?? null, bands[index - 1]]
    if (band.values !== undefined)
      return [said([...here, 'values'], `“${band.title}”按数字分档，不能写 values`, `the band “${band.id}” divides a number and cannot have values`)]
    const found: Problem[] = []
    if (from !== null && below !== null && from >= below)
      found.push(said(here, `“${band.title}”的下限 ${from} 不小于上限 ${below}`, `the band “${band.id}” begins at ${from}, not below its end ${below}`))
    if (before === undefined) {
      if (from !== null && from > 0) found.push(said(here, `${from} 以下没有档`, `there is no band below ${from}`))
    } else {
      const end = before.below ?? null
      if (end === null || from === null || from < end)
        found.push(said(here, `“${band.title}”同前一档“${before.title}”重叠`, `the band “${band.id}” overlaps “${before.id}” before it`))
      else if (from > end) found.push(said(here, `${end} 到 ${from} 之间没有档`, `there is no band between ${end} and ${from}`))
    }
    if (index === bands.length - 1 && below !== null) found.push(said(here, `${below} 以上没有档`, `there is no band from ${below} up`))
    return found
  })
}

function choices({ bands }: Benchmark, fact: FactDefinition, said: Said): readonly Problem[] {
  const known = (fact.values ?? []).map((each) => each.value)
  const seen = new Map<string, string>()
  const found: Problem[] = []
  for (const [index, band] of bands.entries()) {
    if (band.values === undefined) found.push(said(['bands', index], `“${band.title}”没有写 values`, `the band “${band.id}” has no values`))
    for (const [place, value] of (band.values ?? []).entries()) {
      const path: Path = ['bands', index, 'values', place]
      const other = seen.get(value)
      if (!known.includes(value)) found.push(said(path, `“${value}” 不是 “${fact.id}” 的可选值`, `“${value}” is not a value of “${fact.id}”`))
      else if (other !== undefined) found.push(said(path, `“${value}” 在“${other}”里已经写过，两档重叠`, `“${value}” stands in two bands`))
      else seen.set(value, band.title)
    }
  }
  const missing = known.filter((value) => !seen.has(value))
  if (missing.length > 0 && bands.every((band) => band.values !== undefined))
    found.push(
      said(['bands'], `没有哪一档包括 ${missing.map((value) => `“${value}”`).join('、')}`, `no band holds ${missing.map((value) => `“${value}”`).join(', ')}`),
    )
  return found
}
