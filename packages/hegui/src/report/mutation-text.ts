/** A mutation for a terminal: how much of it cases notice, and each thing they do not, under its article or clause. */
import type { Language } from '@hegui/model'
import { type MutationReport, mutationKinds, mutationScore, percentText, type SubjectMutation, type Survivor } from '@hegui/testing'
import { mutationWords } from './mutation-words.js'
import { terminalText } from './writer.js'

export function mutationText({ subjects }: MutationReport, packOf: (rule: string) => string, language: Language): string {
  const words = mutationWords[language]
  const open = subjects.filter(({ survivors }) => survivors.length > 0)
  return terminalText([
    words.title,
    ...scoreLines(subjects, packOf, language),
    `${words.open}${words.colon}`,
    ...(open.length === 0 ? [`  ${words.none}`] : []),
    ...open.flatMap((subject) => [
      `  ${words.subject[subject.kind]} ${subject.id}${words.gap}${subject.title}${subject.basis.map((each) => `${words.gap}${each}`).join('')}`,
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
