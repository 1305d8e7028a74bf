/** Where the law or the plan says what was mutated: by this a person looks up what a survivor is about. */
import type { Ruleset } from '@hegui/engine'
import { instrumentOf, type Rule } from '@hegui/model'
import type { SubjectKind } from './mutant.js'

/** Articles and clauses, by the short titles of their instruments, each once. Limits, conditions and time limits have none of their own. */
export function basisOf(kind: SubjectKind, id: string, ruleset: Ruleset): readonly string[] {
  const { rules, norms } = ruleset.catalogue
  if (kind === 'rule') return [...new Set((rules.get(id) ?? []).flatMap(({ basis }) => basis.map((each) => placeOf(each, ruleset))))]
  const norm = kind === 'norm' ? norms.get(id) : undefined
  if (norm === undefined) return []
  const articles = [...new Set(norm.editions.map(({ articleTitle }) => articleTitle))].join('、')
  return [`${shortTitleOf(instrumentOf(id), ruleset)}${articles}`]
}

const placeOf = ({ instrument, clause, article, edition }: Rule['basis'][number], ruleset: Ruleset): string =>
  `${shortTitleOf(instrument, ruleset)} ${clause ?? article ?? ''}${edition === undefined ? '' : `@${edition}`}`

const shortTitleOf = (instrument: string, { catalogue }: Ruleset): string =>
  (catalogue.instruments.get(instrument) ?? catalogue.plans.get(instrument))?.shortTitle ?? instrument
