/** The files of a new plan: the list of clauses of its source, and the plan that must find a place for each. */
import { openPlace } from '@hegui/model'
import type { ScaffoldFile } from './rule-scaffold.js'

const open = (what: string): string => `${openPlace}${what}`
const kinds = 'P 行为、M 措施、C 时段、D 职责、T 目标、S 统计、A 追责、R 分工、N 叙述'

export function planScaffold(id: string): readonly ScaffoldFile[] {
  return [
    {
      path: `plans/${id}/clauses.json`,
      value: { clauses: [{ instrument: id, clause: open('原文的条目编号，例如 2.1；每一条写一项'), kinds: [open(kinds)] }] },
    },
    { path: `plans/${id}/plan.json`, value: planOf(id) },
  ]
}

const planOf = (id: string) => ({
  id,
  kind: 'plan',
  title: open('方案全称'),
  shortTitle: open('方案简称，报告里用'),
  englishTitle: open('英文名称'),
  issuer: open('发布机关'),
  region: open('行政区划代码，六位'),
  issuedOn: open('发布日期，写作 YYYY-MM-DD；不知道的，改成 null'),
  inForce: { from: open('从哪一天起'), to: open('到哪一天止；没有写明的，删去这一项') },
  legalForce: 'normative-document',
  clauses: [
    {
      id: open('条目编号，同 clauses.json 一致'),
      kinds: [open(kinds)],
      title: open('条目大意，用自己的话写'),
      encodings: [{ as: 'rule', id: open('对应哪条规则；不编入的，这里改成空列表 []，写 notEncoded') }],
    },
  ],
  measures: [],
  stages: [],
  focus: [],
  duties: [],
  targets: [],
  accountability: [],
  roles: [],
})
