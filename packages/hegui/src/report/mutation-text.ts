/** A mutation for a terminal: how much of it cases notice, and each thing they do not, under its article or clause. */
import type { Ruleset } from '@hegui/engine'
import { instrumentOf, type Language } from '@hegui/model'
import { type MutationReport, mutationKinds, mutationScore, percentText, type SubjectMutation, type Survivor } from '@hegui/testing'
import { mutationWords } from './mutation-words.js'
import { basisText } from './rule-text.js'
import { terminalText } from './writer.js'

export interface MutationFiles {
  readonly ruleset: Ruleset
  readonly packOf: (rule: string) => string
}

export function mutationText({ subjects }: MutationReport, { ruleset, packOf }: MutationFiles, language: Language): string {
  const words = mutationWords[language]
  const open = subjects.filter(({ survivors }) => survivors.length > 0)
  return terminalText([
    words.title,
    ...scoreLines(subjects, packOf, language),
    `${words.open}${words.colon}`,
    ...(open.length === 0 ? [`  ${words.none}`] : []),
    ...open.flatMap((subject) => [
      `  ${words.subject[subject.kind]} ${subject.id}${words.gap}${subject.title}${basisOf(subject, ruleset)
        .map((each) => `${words.gap}${each}`)
        .join('')}`,
      ...subject.survivors.flatMap((survivor) => survivorLines(survivor, subject, language)),
    ]),
    ...(open.some(({ survivors }) => survivors.some(({ remedy }) => remedy !== undefined)) ? [words.hint] : []),
  ])
}

/** One line a pack – data that packs share have one of their own – and a kind, then all. */
function scoreLines(subjects: readonly SubjectMutation[], packOf: (rule: string) => string, language: Language): readonly string[] {
  const words = mutationWords[language]
  const groupOf = ({ kind, id }: SubjectMutation): string => (kind === 'rule' ? packOf(id) : words.subject[kind])
  const groups = [...new Set(subjects.map(groupOf))]
  const counts = (of: readonly SubjectMutation[]): string => {
    const { killed, equivalent, survived, undecided, score } = mutationScore(of.flatMap((each) => Object.values(each.counts)))
    return `${percentText(score)}%（${words.counts(killed, survived, undecided, equivalent)}）`
  }
  const ofKind = (kind: (typeof mutationKinds)[number]): readonly SubjectMutation[] =>
    subjects.flatMap((each) => (each.counts[kind] === undefined ? [] : [{ ...each, counts: { [kind]: each.counts[kind] } }]))
  return [
    ...groups.map((group) => `${group}${words.gap}${counts(subjects.filter((each) => groupOf(each) === group))}`),
    ...mutationKinds.flatMap((kind) => (ofKind(kind).length === 0 ? [] : [`  ${words.kind[kind]} ${counts(ofKind(kind))}`])),
    `${words.total}${words.gap}${counts(subjects)}`,
  ]
}

/** The articles and clauses that the data stand for. */
function basisOf({ kind, id }: SubjectMutation, ruleset: Ruleset): readonly string[] {
  const { catalogue } = ruleset
  if (kind === 'rule') return [...new Set((catalogue.rules.get(id) ?? []).flatMap((rule) => rule.basis.map((each) => basisText(each, ruleset))))]
  const norm = kind === 'norm' ? catalogue.norms.get(id) : undefined
  const title = norm === undefined ? undefined : catalogue.instruments.get(instrumentOf(id))?.shortTitle
  return norm === undefined ? [] : [`${title ?? ''}${[...new Set(norm.editions.map(({ articleTitle }) => articleTitle))].join('、')}`]
}

function survivorLines({ state, words, remedy, path }: Survivor, { id }: SubjectMutation, language: Language): readonly string[] {
  const own = mutationWords[language]
  const said = words.map((each) => each[language]).join(own.semicolon)
  return [
    `    ${state === 'survived' ? '○' : '？'} ${said}（${path.join('/')}）`,
    ...(remedy === undefined
      ? [`        ${own.undecided}`]
      : [`        ${remedy.isNew ? own.newCase : own.sayMore}${remedy.rule === id ? '' : `${remedy.rule} `}${remedy.case.name}`]),
  ]
}
