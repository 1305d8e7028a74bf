/** Mutants of a norm: its days and organs, whom it applies to, and what it lays down – amounts, kinds of measure, tiers. Only of editions that were read: others propose nothing. */
import type { Ruleset } from '@hegui/engine'
import type { Consequence, MeasureSpec, Norm, NormEdition, Path } from '@hegui/model'
import { conditionMutants } from './condition-mutants.js'
import { dateMutants } from './date-mutants.js'
import type { Mutant } from './mutant.js'

/** Part of an edition, changed. */
interface Changed<T> extends Pick<Mutant, 'kind' | 'path' | 'fact' | 'words' | 'asked'> {
  readonly to: T
}

const wasRead = ({ verification }: NormEdition): boolean => verification.status === 'primary-text'

export function normMutants(norm: Norm, ruleset: Ruleset): readonly Mutant[] {
  const { editions } = norm
  const mutant = (of: Pick<Mutant, 'kind' | 'fact' | 'words' | 'asked' | 'during'>, path: Path, changed: readonly NormEdition[]): Mutant => ({
    ...of,
    path: ['editions', ...path],
    alteration: { norms: [{ ...norm, editions: changed }] },
    reach: 'assessment',
  })
  return [
    ...editions.flatMap((edition, at) =>
      wasRead(edition)
        ? editionMutants(edition, ruleset).map(({ path, to, ...of }) =>
            mutant(
              { ...of, during: edition.inForce },
              [at, ...path],
              editions.map((each) => (each === edition ? to : each)),
            ),
          )
        : [],
    ),
    ...dateMutants(editions, norm.title)
      // Which of two editions that were not read it is that proposes nothing, no case can tell.
      .filter(({ editions: changed }) => changed.some((each, at) => each !== editions[at] && wasRead(each)))
      .map(({ at, end, editions: changed, words }) => mutant({ kind: 'date', words }, [at, 'inForce', end], changed)),
  ]
}

function editionMutants(edition: NormEdition, ruleset: Ruleset): readonly Changed<NormEdition>[] {
  const { appliesWhen, consequence, authority } = edition
  const put = (part: Partial<NormEdition>): NormEdition => ({ ...edition, ...part })
  const { appliesWhen: _, ...always } = edition
  return [
    ...authorityMutants(authority, ruleset).map(({ path, to, ...rest }) => ({ ...rest, path: ['authority', ...path], to: put({ authority: to }) })),
    ...(appliesWhen === undefined
      ? []
      : [
          { kind: 'part' as const, path: ['appliesWhen'], asked: { gates: [], before: appliesWhen }, to: always },
          ...conditionMutants(appliesWhen, ruleset.vocabulary, ruleset.form).map(({ condition, path, ...rest }) => ({
            ...rest,
            asked: { gates: [], before: appliesWhen, after: condition },
            path: ['appliesWhen', ...path],
            to: put({ appliesWhen: condition }),
          })),
        ]),
    ...(consequence === undefined
      ? []
      : consequenceMutants(consequence, ruleset).map(({ path, to, asked, ...rest }) => ({
          ...rest,
          ...(asked === undefined ? {} : { asked: { ...asked, gates: appliesWhen === undefined ? [] : [appliesWhen] } }),
          path: ['consequence', ...path],
          to: put({ consequence: to }),
        }))),
  ]
}

/** One organ too few, or another in the place of the first. */
function authorityMutants(authority: readonly string[], { catalogue }: Ruleset): readonly Changed<readonly string[]>[] {
  const [first = ''] = authority
  const powers = new Set(catalogue.organs.get(first)?.may.map(({ kind }) => kind))
  const other = [...catalogue.organs.values()].find(({ id, may }) => !authority.includes(id) && may.some(({ kind }) => powers.has(kind)))
  const title = (id: string): string => catalogue.organs.get(id)?.title ?? id
  return [
    ...(authority.length < 2
      ? []
      : authority.map((organ, at) => ({
          kind: 'authority' as const,
          path: [at],
          words: { zh: `实施机关去掉“${title(organ)}”`, en: `authority: without ${organ}` },
          to: authority.filter((each) => each !== organ),
        }))),
    ...(other === undefined
      ? []
      : [
          {
            kind: 'authority' as const,
            path: [0],
            words: { zh: `实施机关“${title(first)}” → “${other.title}”`, en: `authority: ${first} → ${other.id}` },
            to: [other.id, ...authority.slice(1)],
          },
        ]),
  ]
}

function consequenceMutants(node: Consequence, ruleset: Ruleset): readonly Changed<Consequence>[] {
  if ('measure' in node)
    return measureMutants(node.measure, ruleset).map(({ path, to, ...rest }) => ({ ...rest, path: ['measure', ...path], to: { measure: to } }))
  if ('all' in node || 'oneOf' in node) {
    const [key, other] = 'all' in node ? (['all', 'oneOf'] as const) : (['oneOf', 'all'] as const)
    const parts = 'all' in node ? node.all : node.oneOf
    const joined = (by: 'all' | 'oneOf', changed: readonly Consequence[]): Consequence => (by === 'all' ? { all: changed } : { oneOf: changed })
    return [
      ...(parts.length < 2 ? [] : [{ kind: 'measure' as const, path: [key], to: joined(other, parts) }]),
      ...parts.flatMap((part, at): readonly Changed<Consequence>[] => [
        ...(parts.length < 2
          ? []
          : [
              {
                kind: 'measure' as const,
                path: [key, at],
                to: joined(
                  key,
                  parts.filter((each) => each !== part),
                ),
              },
            ]),
        ...consequenceMutants(part, ruleset).map(({ path, to, ...rest }) => ({
          ...rest,
          path: [key, at, ...path],
          to: joined(
            key,
            parts.map((each) => (each === part ? to : each)),
          ),
        })),
      ]),
    ]
  }
  const { base, tiers } = node
  return [
    ...(base === null ? [] : consequenceMutants(base, ruleset).map(({ path, to, ...rest }) => ({ ...rest, path: ['base', ...path], to: { base: to, tiers } }))),
    ...tiers.flatMap((tier, at): readonly Changed<Consequence>[] => {
      const put = (changed: Partial<typeof tier>): Consequence => ({ base, tiers: tiers.map((each) => (each === tier ? { ...tier, ...changed } : each)) })
      return [
        ...(tiers.length < 2 ? [] : [{ kind: 'measure' as const, path: ['tiers', at], to: { base, tiers: tiers.filter((each) => each !== tier) } }]),
        ...(base === null
          ? []
          : [{ kind: 'measure' as const, path: ['tiers', at, 'relation'], to: put({ relation: tier.relation === 'adds' ? 'replaces' : 'adds' }) }]),
        ...conditionMutants(tier.when, ruleset.vocabulary, ruleset.form).map(({ condition, path, ...rest }) => ({
          ...rest,
          asked: { gates: [], before: tier.when, after: condition },
          path: ['tiers', at, 'when', ...path],
          to: put({ when: condition }),
        })),
        ...consequenceMutants(tier.then, ruleset).map(({ path, to, ...rest }) => ({ ...rest, path: ['tiers', at, 'then', ...path], to: put({ then: to }) })),
      ]
    }),
  ]
}

function measureMutants(spec: MeasureSpec, ruleset: Ruleset): readonly Changed<MeasureSpec>[] {
  const { amountYuan, multiple, days, authority, force } = spec
  const amount = (path: Path, changed: Partial<MeasureSpec>): Changed<MeasureSpec> => ({ kind: 'amount', path, to: { ...spec, ...changed } })
  return [
    { kind: 'measure', path: ['force'], to: { ...spec, force: force === 'must' ? 'may' : 'must' } },
    ...(amountYuan === undefined ? [] : wider(amountYuan).map(([end, range]) => amount(['amountYuan', end], { amountYuan: range }))),
    ...(multiple === undefined ? [] : wider(multiple).map(([end, range]) => amount(['multiple', end], { multiple: range }))),
    ...(days === undefined ? [] : wider(days).map(([end, range]) => amount(['days', end], { days: range }))),
    ...(authority === undefined
      ? []
      : authorityMutants(authority, ruleset).map(({ path, to, ...rest }) => ({ ...rest, path: ['authority', ...path], to: { ...spec, authority: to } }))),
  ]
}

/** A floor one lower, a ceiling one higher; a floor of nothing one higher. */
function wider<T extends { readonly min: number | null; readonly max: number | null }>(range: T): readonly (readonly ['min' | 'max', T])[] {
  const { min, max } = range
  return [
    ...(min === null ? [] : [['min', { ...range, min: min === 0 ? 1 : min - 1 }] as const]),
    ...(max === null ? [] : [['max', { ...range, max: max + 1 }] as const]),
  ]
}
