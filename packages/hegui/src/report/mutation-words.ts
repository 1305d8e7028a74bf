/** The words of mutation reports. */
import type { Language } from '@hegui/model'
import { type MutationKind, mutationTitles, type SubjectKind, subjectTitles } from '@hegui/testing'

interface MutationWords {
  readonly title: string
  readonly total: string
  readonly open: string
  readonly none: string
  readonly undecided: string
  readonly newCase: string
  readonly sayMore: string
  readonly hint: string
  readonly gap: string
  readonly colon: string
  readonly semicolon: string
  readonly counts: (killed: number, survived: number, undecided: number, equivalent: number) => string
  readonly kind: Readonly<Record<MutationKind, string>>
  readonly subject: Readonly<Record<SubjectKind, string>>
}

export const mutationWords: Readonly<Record<Language, MutationWords>> = {
  zh: {
    title: '规则变异：故意改错一处，看案例看不看得出来',
    total: '合计',
    open: '没有案例看得出的改动',
    none: '没有。',
    undecided: '没有证出它同原来一样，也没有找到看得出的事实。',
    newCase: '可以写：',
    sayMore: '已有的案例可以多写几项预期：',
    hint: '看得出的案例用 hegui mutate --propose 列出；预期是 hegui 今天给出的，核对以后再用。',
    gap: '　',
    colon: '：',
    semicolon: '；',
    counts: (killed, survived, undecided, equivalent) => `看出 ${killed}，没有看出 ${survived}，证不出 ${undecided}；等价 ${equivalent}，不计`,
    kind: mutationTitles,
    subject: subjectTitles,
  },
  en: {
    title: 'Mutation of rules: one mistake at a time, and whether cases notice',
    total: 'all',
    open: 'Mistakes that no case notices',
    none: 'None.',
    undecided: 'Not proved to be no mistake, and no facts were found that show it.',
    newCase: 'could be written: ',
    sayMore: 'a case that could expect more: ',
    hint: 'hegui mutate --propose prints the cases that notice; they expect what hegui says today: check them first.',
    gap: '  ',
    colon: ': ',
    semicolon: '; ',
    counts: (killed, survived, undecided, equivalent) => `${killed} noticed, ${survived} not, ${undecided} undecided; ${equivalent} equivalent, not counted`,
    kind: {
      threshold: 'thresholds',
      comparison: 'comparisons',
      value: 'listed values',
      connective: 'and, or, not',
      part: 'a condition less',
      date: 'first and last days',
      norm: 'norms',
      measure: 'measures',
      amount: 'amounts',
      authority: 'authorities',
      limit: 'limits',
      due: 'time limits',
    },
    subject: { rule: 'rule', fact: 'limit', condition: 'named condition', norm: 'norm', timeLimit: 'time limit' },
  },
}
