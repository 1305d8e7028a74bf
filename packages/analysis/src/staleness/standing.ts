/** How one citation stands on a day: in force and read, not yet begun, ended, or in force in a wording nobody read. */
import { type Instrument, instrumentOf, type Norm, type Verification } from '@hegui/model'
import { begun, inForceOn } from '../law/period.js'
import type { Citation } from './citations.js'
import { articleName, type Bilingual, normArticle, normName } from './names.js'
import { editionsOf, type Text, type Texts } from './texts.js'

export type Unverified = Exclude<Verification['status'], 'primary-text'>

export type Standing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'current'; readonly text: Text }
  | { readonly kind: 'ended'; readonly on: string; readonly follows: Bilingual; readonly followers: readonly string[] }
  | { readonly kind: 'not-yet'; readonly from: string }
  | { readonly kind: 'unverified'; readonly text: Text; readonly status: Unverified; readonly note: string | undefined }

export function standingOf(citation: Citation, texts: Texts, day: string): Standing {
  const all = texts.of(citation.cites)
  const running = all.filter((text) => inForceOn(text.inForce, day))
  if (running.length > 0) return read(citation, running)
  const past = all.filter((text) => begun(text.inForce, day)).sort((a, b) => ((a.inForce.to ?? '') < (b.inForce.to ?? '') ? 1 : -1))
  const [last] = past
  if (last?.inForce.to != null) {
    const lasts = past.filter((text) => text.inForce.to === last.inForce.to)
    return { kind: 'ended', on: last.inForce.to, ...whatFollows(citation, all, lasts, texts, day) }
  }
  const [first] = all
  return first?.inForce.from == null ? { kind: 'absent' } : { kind: 'not-yet', from: first.inForce.from }
}

/** An article entered twice, as a provision and as a norm, counts as read if one of them was. The reading of what cites it counts as well. */
function read(citation: Citation, running: readonly Text[]): Standing {
  const text = running.find((each) => readable(each.verification)) ?? running[0]
  if (text === undefined) return { kind: 'absent' }
  const verification = readable(text.verification) ? citation.verification : text.verification
  return verification === undefined || verification.status === 'primary-text'
    ? { kind: 'current', text }
    : { kind: 'unverified', text, status: verification.status, note: verification.note }
}

const readable = (verification: Verification | undefined): boolean => verification === undefined || verification.status === 'primary-text'

/** A later edition of the same, else the norms that took over, else that nothing is on file. */
function whatFollows(
  citation: Citation,
  all: readonly Text[],
  lasts: readonly Text[],
  texts: Texts,
  day: string,
): { readonly follows: Bilingual; readonly followers: readonly string[] } {
  const norms = [...new Map(lasts.flatMap((text) => (text.norm === undefined ? [] : [[text.norm.id, text.norm] as const]))).values()]
  const renumbered = norms.flatMap((norm) => editionsOf(norm, texts.catalogue).filter((text) => inForceOn(text.inForce, day)))
  if (renumbered.length > 0)
    return says(
      renumbered.map((text) => articleName(instrumentOf(text.norm?.id ?? ''), text.article, text.edition, texts)),
      ['现行的是', 'Now in force: '],
    )
  const successors = norms.flatMap((norm) => (norm.succession?.kind === 'replaced' ? norm.succession.by : []))
  if (successors.length > 0)
    return {
      ...says(
        [...new Set(successors)].map((id) => (citation.cites.kind === 'norm' ? normName : normArticle)(id, texts)),
        ['接续的是', 'Followed by '],
      ),
      followers: successors,
    }
  const abolished = norms.filter((norm: Norm) => norm.succession?.kind === 'abolished')
  if (abolished.length > 0 && abolished.length === norms.length)
    return { follows: ['此后不再处罚。', 'It was abolished: nothing is punished in its place.'], followers: [] }
  const next = all.find((text) => text.inForce.from !== null && text.inForce.from > day)
  if (next !== undefined) return { follows: [`下一版自 ${next.inForce.from} 起施行。`, `The next edition begins on ${next.inForce.from}.`], followers: [] }
  return { follows: nothingOnFile(citation, texts, day), followers: [] }
}

const says = (names: readonly Bilingual[], [zh, en]: Bilingual): { follows: Bilingual; followers: readonly string[] } => {
  const each = [...new Map(names.map((name) => [name[0], name])).values()]
  return { follows: [`${zh}${each.map((name) => name[0]).join('、')}。`, `${en}${each.map((name) => name[1]).join(', ')}.`], followers: [] }
}

function nothingOnFile({ cites }: Citation, texts: Texts, day: string): Bilingual {
  if (cites.kind === 'clause') return ['没有录入接续的方案。', 'No plan that follows it is on file.']
  const instrument = texts.catalogue.instruments.get(cites.kind === 'norm' ? instrumentOf(cites.norm) : cites.instrument)
  const running = instrument?.editions.find((edition) => inForceOn(edition.inForce, day))
  if (running !== undefined)
    return [`现行的是${running.title}，其中对应的条文没有录入。`, `Edition ${running.id} is in force; its corresponding article is not on file.`]
  const heirs = instrument === undefined ? [] : heirsOf(instrument, texts)
  return heirs.length === 0
    ? ['这个文件已经没有施行的版本，接续它的条文没有录入。', 'No edition of this instrument is in force, and nothing that follows it is on file.']
    : [
        `这个文件的其他条文由${heirs.map((each) => `《${each.shortTitle}》`).join('、')}接续，接续本条的没有录入。`,
        `Other articles of it were followed by ${heirs.map((each) => each.englishTitle).join(', ')}; what follows this one is not on file.`,
      ]
}

/** The instruments that took over some norm of this one. */
function heirsOf(instrument: Instrument, { catalogue }: Texts): readonly Instrument[] {
  const ids = instrument.norms.flatMap(({ succession }) => (succession?.kind === 'replaced' ? succession.by.map(instrumentOf) : []))
  return [...new Set(ids)].flatMap((id) => catalogue.instruments.get(id) ?? [])
}
