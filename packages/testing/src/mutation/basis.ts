/** Where the law or the plan says what was mutated: by this a person looks up what a survivor is about. */
import { basisText } from '@hegui/analysis'
import type { Ruleset } from '@hegui/engine'
import { instrumentOf } from '@hegui/model'
import type { SubjectKind } from './mutant.js'

/** Articles and clauses, by the short titles of their instruments, each once. Limits, conditions and time limits have none of their own. */
export function basisOf(kind: SubjectKind, id: string, ruleset: Ruleset): readonly string[] {
  const { rules, norms, instruments } = ruleset.catalogue
  if (kind === 'rule') return [...new Set((rules.get(id) ?? []).flatMap(({ basis }) => basis.map((each) => basisText(each, ruleset))))]
  const norm = kind === 'norm' ? norms.get(id) : undefined
  if (norm === undefined) return []
  const articles = [...new Set(norm.editions.map(({ articleTitle }) => articleTitle))].join('、')
  return [`${instruments.get(instrumentOf(id))?.shortTitle ?? ''}${articles}`]
}
