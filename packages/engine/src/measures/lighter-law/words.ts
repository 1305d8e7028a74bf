/** The choice between two laws in words a reviewer can check. */
import { type EditionChoice, instrumentOf } from '@hegui/model'
import type { ConductContext } from '../../findings/finding.js'
import type { NormUse } from '../norm-use.js'
import type { Candidates } from './candidates.js'
import { type Option, type PenaltyRange, UNSTATED } from './option.js'
import type { ScenarioComparison } from './scenarios.js'

/** On what the answer rests. `remembered`: an abolition nobody read. */
export type Because = 'compared' | 'unread' | 'not-on-file' | 'no-principle' | 'abolished' | 'remembered' | 'incomparable' | 'rule-unknown'

export interface ReasonInput {
  readonly outcome: EditionChoice['outcome']
  readonly because: Because
  readonly act: readonly NormUse[]
  readonly later: readonly NormUse[]
  readonly compared: ScenarioComparison | undefined
  readonly candidates: Candidates
  readonly context: ConductContext
  readonly decidedOn: string
}

export function reasonWords({ outcome, because, act, later, compared, context, decidedOn }: ReasonInput): string {
  const before = act.map((use) => editionWords(use, context)).join('、')
  const after = later.map((use) => editionWords(use, context)).join('、')
  const differences = compared === undefined ? '' : differenceWords(compared)
  switch (because) {
    case 'not-on-file':
      return `行为时的规定（${before}）在研判日 ${decidedOn} 已失效，接续它的规定没有录入，不能判断是否仍应处罚、轻重如何，先不建议。`
    case 'unread': {
      const unread = [...act, ...later].filter((use) => use.edition.verification.status !== 'primary-text').map((use) => editionWords(use, context))
      return `行为时（${before}）与研判时（${after === '' ? '无' : after}）的规定不同，其中 ${unread.join('、')} 没有读到原文，不能比较轻重，先不建议。`
    }
    case 'remembered':
      return `行为时的规定（${before}）在研判日 ${decidedOn} 据称已取消，但取消的原文没有读到，不能据此不罚，也不建议处罚。`
    case 'rule-unknown':
      return '按研判时的规定这一行为是否仍属违法还没有查清，先不建议。'
    case 'no-principle':
      return `行为时（${before}）与研判时（${after === '' ? '无' : after}）的规定轻重不同（${differences}），但研判日 ${decidedOn} 的从旧兼从轻规定没有读到原文，不作选择。`
    case 'incomparable':
      return `行为时（${before}）与研判时（${after}）的规定不能按“每一种处理都不更重”比出轻重（${differences}），两个都列出，由法制审核决定。`
    case 'abolished':
      return `行为时的规定（${before}）到研判时已不再处罚这一行为，较轻，适用研判时的规定：不予处罚。`
    case 'compared':
      if (outcome === 'same') return `行为时（${before}）与研判时（${after}）的规定轻重相同，适用行为时的规定。`
      return outcome === 'conduct-day'
        ? `研判时的规定（${after}）不比行为时（${before}）轻（${differences}），适用行为时的规定。`
        : `研判时的规定（${after}）比行为时（${before}）轻（${differences}），适用研判时的规定。`
    default:
      return because satisfies never
  }
}

/** `道路运输条例 第六十三条（2023年文本）` */
export function editionWords({ norm, edition }: Pick<NormUse, 'norm' | 'edition'>, { ruleset }: Pick<ConductContext, 'ruleset'>): string {
  const instrument = ruleset.catalogue.instruments.get(instrumentOf(norm.id))
  const title = instrument?.editions.find((each) => each.id === edition.edition)?.title
  return `${instrument?.shortTitle ?? norm.id} ${edition.articleTitle}${title === undefined || (instrument?.editions.length ?? 0) < 2 ? '' : `（${title}）`}`
}

const kindTitles: Readonly<Record<string, string>> = {
  warning: '警告',
  'public-criticism': '通报批评',
  fine: '罚款',
  confiscation: '没收',
  suspension: '停产停业',
  'licence-suspension': '暂扣许可证',
  'licence-revocation': '吊销许可证',
  closure: '关闭',
  detention: '拘留',
}

/** Where the two differ: the least and the most over all options, kind by kind. */
function differenceWords({ act, decision }: ScenarioComparison): string {
  const keys = [...new Set([...act, ...decision].flatMap((option) => [...option.penalties.keys()]))].sort()
  const parts = keys.flatMap((key) => {
    const [before, after] = [spanOf(act, key), spanOf(decision, key)]
    return before === after ? [] : [`${kindTitles[key.split(':')[0] ?? ''] ?? key}：${before} → ${after}`]
  })
  return parts.length === 0 ? '各档的组合不同' : parts.join('；')
}

function spanOf(options: readonly Option[], key: string): string {
  const ranges = options.map((option) => option.penalties.get(key))
  const given = ranges.filter((range): range is PenaltyRange => range !== undefined)
  const [first] = given
  if (first === undefined) return '无'
  if (first.unit === 'imposed') return ranges.some((range) => range === undefined || range.min === 0) ? '可以' : '应当'
  if (given.some((range) => range.unit === UNSTATED || range.unit !== first.unit)) return '幅度不能直接比较'
  const words = { yuan: '元', day: '日' }[first.unit] ?? ` ${first.unit}`
  const least = Math.min(...given.map((range) => range.min))
  const most = Math.max(...given.map((range) => range.max))
  return `${least === most ? '' : `${least}–`}${most === Number.POSITIVE_INFINITY ? '不封顶' : most}${words}${ranges.some((range) => range === undefined) ? '或不并用' : ''}`
}
