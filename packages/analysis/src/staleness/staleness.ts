/**
 * Staleness: which citations of the packs do not hold on a day.
 *
 * The day is an argument. A citation gives one problem, the worst; one whose follower stands beside it gives none.
 */
import { instrumentOf, type Pack, type Path, type Problem, problem } from '@hegui/model'
import { type Dated, dayAfter, inForceOn } from '../law/period.js'
import { type Citation, citationsOf } from './citations.js'
import { type Bilingual, nameOf } from './names.js'
import { type Standing, standingOf, type Unverified } from './standing.js'
import { type Texts, textsOf } from './texts.js'

export interface Staleness {
  /** Warnings; paths begin with the index of the pack, as those of `checkPacks` do. */
  readonly problems: readonly Problem[]
  /** Every citation that was looked at. */
  readonly citations: readonly Path[]
  /** Rules, plans and dated editions that are not in force on that day: what they cite was not looked at. */
  readonly skipped: readonly Path[]
}

interface Judged {
  readonly citation: Citation
  readonly standing: Standing
}

/** `packs` must be without error (`checkPacks`); what is cited and not on file is passed over here. */
export function stalenessOf(packs: readonly Pack[], { asOf }: { readonly asOf: string }): Staleness {
  const texts = textsOf(packs)
  const { citations, skipped } = citationsOf(packs, asOf)
  const judged = citations.map((citation): Judged => ({ citation, standing: standingOf(citation, texts, asOf) }))
  const groups = new Map<string, Judged[]>()
  for (const each of judged) groups.set(each.citation.group, [...(groups.get(each.citation.group) ?? []), each])
  const problems = judged.flatMap((each) => (answered(each, groups.get(each.citation.group) ?? [], judged, texts, asOf) ? [] : told(each, texts, asOf)))
  return { problems, citations: citations.map(({ path }) => path), skipped }
}

/**
 * A rule for conducts before and after a change of the law cites both. The citation that does not hold today is answered
 * by those beside it that lead, day by day, to one that does. Norms say themselves what follows them.
 */
function answered({ citation, standing }: Judged, group: readonly Judged[], all: readonly Judged[], texts: Texts, asOf: string): boolean {
  if (standing.kind !== 'ended' && standing.kind !== 'not-yet') return false
  if (citation.cites.kind === 'clause') return restsOnMore(citation, group, all)
  if (citation.cites.kind === 'norm') {
    const running = group.flatMap(({ standing: other }) => ('text' in other && other.text.norm !== undefined ? [other.text.norm] : []))
    const { norm: id } = citation.cites
    return standing.kind === 'ended'
      ? running.some((norm) => standing.followers.includes(norm.id))
      : running.some((norm) => norm.succession?.kind === 'replaced' && norm.succession.by.includes(id))
  }
  const beside = group.flatMap((each) => texts.of(each.citation.cites).map((text) => text.inForce))
  return standing.kind === 'ended' ? leadsOn(standing.on, beside, asOf) : leadsBack(standing.from, beside, asOf)
}

const leadsOn = (ended: string, beside: readonly Dated[], asOf: string): boolean =>
  beside.some((next) => next.from === dayAfter(ended) && (inForceOn(next, asOf) || (next.to != null && leadsOn(next.to, beside, asOf))))

const leadsBack = (from: string, beside: readonly Dated[], asOf: string): boolean =>
  beside.some(
    (earlier) =>
      earlier.to != null && dayAfter(earlier.to) === from && (inForceOn(earlier, asOf) || (earlier.from !== null && leadsBack(earlier.from, beside, asOf))),
  )

/** A campaign ends; the law a rule also cites does not end with it. Only a rule that rests on plans alone loses its ground. */
function restsOnMore(citation: Citation, group: readonly Judged[], all: readonly Judged[]): boolean {
  const rule = JSON.stringify(citation.path.slice(0, 3))
  const onLaw = all.some(({ citation: other }) => other.cites.kind === 'article' && JSON.stringify(other.path.slice(0, 3)) === rule)
  return onLaw || group.some(({ standing }) => standing.kind === 'current')
}

function editionTitle({ cites }: Citation, edition: string, { catalogue }: Texts): string {
  const instrument = cites.kind === 'article' ? cites.instrument : cites.kind === 'norm' ? instrumentOf(cites.norm) : ''
  return catalogue.instruments.get(instrument)?.editions.find((each) => each.id === edition)?.title ?? edition
}

const statuses: Readonly<Record<Unverified, readonly [string, string]>> = {
  secondary: ['只有转述', 'it is only reported by others'],
  memory: ['凭记忆录入', 'it was entered from memory'],
  unread: ['没有读过', 'it was not read'],
}

function told({ citation, standing }: Judged, texts: Texts, asOf: string): readonly Problem[] {
  const [name, citedEn] = nameOf(citation.cites, texts)
  const cited = /[\w)]$/.test(name) ? `${name} ` : name
  const params = { cited, citedEn, asOf }
  switch (standing.kind) {
    case 'absent':
    case 'current':
      return []
    case 'ended':
      return [problem('HG8101', citation.path, { ...params, ended: standing.on, follows: standing.follows[0], followsEn: standing.follows[1] })]
    case 'not-yet':
      return [problem('HG8102', citation.path, { ...params, from: standing.from })]
    case 'unverified': {
      const [status, statusEn] = statuses[standing.status]
      const edition = standing.text.edition
      const noted: Bilingual = standing.note === undefined ? ['。', '.'] : [`。备注：${standing.note}`, `. Note: “${standing.note}”`]
      const reading = { reading: `${status}${noted[0]}`, readingEn: `${statusEn}${noted[1]}` }
      return [problem('HG8103', citation.path, { ...params, edition: editionTitle(citation, edition, texts), editionEn: edition, ...reading })]
    }
    default:
      return standing satisfies never
  }
}
