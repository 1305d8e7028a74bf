/** The files of a new rule. Whatever only its author knows is an open place, which no check lets pass. */
import { openPlace } from '@hegui/model'

const open = (what: string): string => `${openPlace}${what}`

export interface ScaffoldFile {
  readonly path: string
  readonly value: unknown
}

/** `rules/NAME/rule.json` and the four cases every rule needs. */
export function ruleScaffold(id: string): readonly ScaffoldFile[] {
  const folder = `rules/${id.slice(id.indexOf('/') + 1)}`
  return [
    { path: `${folder}/rule.json`, value: ruleOf(id) },
    { path: `${folder}/cases.json`, value: { rule: id, cases: casesOfNew() } },
  ]
}

const ruleOf = (id: string) => ({
  id,
  revision: 1,
  title: open('一句中文，说禁止的是什么'),
  basis: [
    {
      instrument: open('依据哪个文件，例如 fireworks-regulation'),
      article: open('哪一条，例如 36(1)；依据方案的，把 article 改成 clause'),
      role: 'prohibition',
    },
  ],
  norms: [open('成立后适用哪条规范，例如 fireworks-regulation/36-1；没有读到罚则的，改成空列表 []')],
  inForce: { from: open('规则从哪一天起有效，写作 YYYY-MM-DD') },
  appliesWhen: {
    all: [{ fact: open('谈得上这条规则，先看哪个事实，例如 conduct.activity'), operator: 'equal', value: open('这个事实的值') }],
  },
  violatedWhen: { fact: open('看哪个事实算违法'), operator: 'equal', value: open('这个事实的值；是否类写 true 或 false') },
  weight: open('minor、ordinary、serious、critical 之一'),
})

const caseOf = (verdict: string, when: string, more: object = {}) => ({
  name: open(`一句话，说明什么情况下${when}`),
  date: open('行为日期，写作 YYYY-MM-DD'),
  facts: open(`${when}的事实，例如 { "conduct.activity": "retail" }`),
  expect: { verdict, ...more },
})

const casesOfNew = () => [
  caseOf('violation', '成立'),
  caseOf('compliant', '不成立'),
  caseOf('not-applicable', '不适用'),
  caseOf('undetermined', '待查', { missing: [open('缺哪个事实')] }),
]
