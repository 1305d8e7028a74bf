/** How an appraisal file is told that it names something that is not there. */
import { type Path, type Problem, problem, shown, suggestion } from '../problems/problem.js'

/** What was named, and where it would have to be; Chinese, then English. */
const references = {
  organ: ['机关', 'the organ', '规则包的机关', 'the organs of the packs'],
  unit: ['单位', 'the unit', '单位名册', 'the register of units'],
  superior: ['上级单位', 'the superior', '单位名册', 'the register of units'],
  role: ['分工', 'the role', '方案的分工', 'the roles of the plan'],
  duty: ['职责', 'the duty', '方案的职责', 'the duties of the plan'],
  figure: ['数字', 'the figure', '方案或者配置的指标用到的外来数字', 'the outside figures that the plan or a configured target uses'],
  fact: ['单位事实', 'the fact of a unit', '规则包的事实', 'the facts of the packs'],
  accountability: ['追责', 'the accountability', '方案的追责', 'the accountability of the plan'],
  target: ['目标', 'the target', '方案的目标', 'the targets of the plan'],
  item: ['目标分项', 'the item of a target', '目标的分项（新的分项要写 title）', 'the items of the target (a new one needs a title)'],
  readings: ['有几种读法的目标或者追责', 'the target or accountability with several readings', '方案里写了 readings 的各项', 'what has readings in the plan'],
  reading: ['读法', 'the reading', '那一项的 readings', 'the readings of that entry'],
} as const

export function unknownReference(kind: keyof typeof references, id: string, known: Iterable<string>, path: Path): Problem {
  const [what, whatEn, where, whereEn] = references[kind]
  return problem('HG8012', path, { what, whatEn, where, whereEn, id: shown(id), ...suggestion(id, known) })
}
