/** What a reader of the law found about a single part of a clause, laid over its line. */
import type { PlanClause } from '@hegui/model'
import type { Cited } from '../law/reading.js'
import { articlesOf, type Context, inForce, wereRead } from './context.js'
import type { LegalityLine } from './legality.js'

export function withPart(line: LegalityLine, clause: PlanClause, context: Context): LegalityLine {
  const part = line.as === 'recommendation' ? undefined : clause.legal?.parts?.find((each) => line.id !== undefined && each.of.includes(line.id))
  if (part === undefined) return line
  const found = articlesOf(part.basis, context)
  const articles = [...line.articles.filter((each) => !found.some((other) => same(each, other))), ...found]
  const alternative = line.alternative ?? context.plan.measures.find((measure) => line.as === 'measure' && measure.id === line.id)?.whenNone.alternative
  const { conditional: _, ...rest } = line
  const laid = { ...rest, articles, reason: part.note, ...(alternative === undefined ? {} : { alternative }) }
  switch (part.status) {
    case 'conflict':
      return { ...laid, status: 'conflict', because: line.because === 'lacks-power' ? 'lacks-power' : 'declared' }
    case 'no-basis':
      return line.status === 'conflict' ? line : { ...laid, status: 'unbacked', because: 'declared' }
    case 'ok':
      // It says which law backs work inside government; a line that reaches outside must find its own.
      return line.status === 'internal' && line.as !== 'measure' ? backed(laid, found) : line
    default:
      return part.status satisfies never
  }
}

const same = (a: Cited, b: Cited): boolean => a.instrument === b.instrument && a.article === b.article

function backed({ because: _, ...line }: LegalityLine, articles: readonly Cited[]): LegalityLine {
  const because = line.alternative === undefined ? ('within' as const) : ('lawful-share-only' as const)
  if (wereRead(articles)) return { ...line, status: 'statutory', because }
  return inForce(articles).length > 0 ? { ...line, status: 'unverified', because } : { ...line, status: 'unbacked', because: 'norm-not-in-force' }
}
