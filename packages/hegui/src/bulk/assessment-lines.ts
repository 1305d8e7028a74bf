/**
 * Assessments as lines of JSON in UTF-8, byte for byte what `JSON.stringify` writes.
 *
 * Nine tenths of an assessment say of a rule that it does not concern the conduct, in words that only differ in the id of
 * the conduct: those are kept as bytes.
 */
import type { Assessment, Finding } from '@hegui/model'

export interface AssessmentLines {
  /** A line: the members of the assessment, and others after them. */
  readonly add: (assessment: Assessment, others?: Readonly<Record<string, unknown>>) => void
  /** What was added since it was last asked for. */
  readonly taken: () => Uint8Array<ArrayBuffer>
}

/** How a finding is written, but for the conduct. */
interface Words {
  readonly revision: number
  readonly title: string
  readonly weight: Finding['weight']
  readonly clauses: Finding['clauses']
  readonly between: Uint8Array
  readonly after: Uint8Array
}

/** Of one rule: what it says differs by edition and by the plans under way. */
const KEPT = 16

export function assessmentLines(): AssessmentLines {
  const out = growing()
  const kept = new Map<string, Words[]>()

  const wordsOf = (finding: Finding): Words | undefined => {
    if (!isUnconcerned(finding)) return undefined
    const seen = kept.get(finding.rule) ?? []
    kept.set(finding.rule, seen)
    for (const each of seen) if (says(each, finding)) return each
    const fresh = split(finding)
    if (fresh === undefined) return undefined
    if (seen.length === KEPT) seen.length = 0
    seen.push(fresh)
    return fresh
  }

  const findings = (all: readonly Finding[]): void => {
    let conduct: string | undefined
    let named: Uint8Array = none
    out.text('"findings":[')
    for (const [index, finding] of all.entries()) {
      if (index > 0) out.text(',')
      const words = wordsOf(finding)
      if (words === undefined) {
        out.text(JSON.stringify(finding))
        continue
      }
      if (conduct !== finding.conduct) {
        conduct = finding.conduct
        named = encoder.encode(JSON.stringify(conduct).slice(1, -1))
      }
      out.bytes(start)
      out.bytes(named)
      out.bytes(words.between)
      out.bytes(named)
      out.bytes(words.after)
    }
    out.text(']')
  }

  return {
    add: (assessment, others = {}) => {
      let before = '{'
      for (const [key, value] of [...Object.entries(assessment), ...Object.entries(others)]) {
        if (key === 'findings') {
          out.text(before)
          findings(value as readonly Finding[])
        } else {
          const written = JSON.stringify(value)
          if (written === undefined) continue
          out.text(`${before}${JSON.stringify(key)}:${written}`)
        }
        before = ','
      }
      out.text('}\n')
    },
    taken: out.taken,
  }
}

const encoder = new TextEncoder()
const none = new Uint8Array(0)
const start = encoder.encode('{"id":"')

/** Nothing in it but what `Words` and the conduct say. */
const isUnconcerned = ({ verdict, missing, articles, chain, error, canViolate }: Finding): boolean =>
  verdict === 'not-applicable' && missing.length + articles.length + chain.length === 0 && error === undefined && canViolate === undefined

function says(words: Words, { revision, title, weight, clauses }: Finding): boolean {
  if (words.revision !== revision || words.title !== title || words.weight !== weight) return false
  if (words.clauses === clauses) return true
  if (words.clauses.length !== clauses.length) return false
  return words.clauses.every((each, at) => each.plan === clauses[at]?.plan && each.clause === clauses[at]?.clause)
}

/** Undefined: the finding is not written as expected, and is written whole. */
function split(finding: Finding): Words | undefined {
  const { id: _, conduct: __, ...rest } = finding
  const { rule, revision, title, weight, clauses } = finding
  const conduct = JSON.stringify(finding.conduct).slice(1, -1)
  const between = `:${JSON.stringify(rule).slice(1, -1)}","conduct":"`
  const after = `",${JSON.stringify(rest).slice(1)}`
  if (`{"id":"${conduct}${between}${conduct}${after}` !== JSON.stringify(finding)) return undefined
  return { revision, title, weight, clauses, between: encoder.encode(between), after: encoder.encode(after) }
}

/** Bytes one after the other. The memory is used again for the next. */
function growing() {
  let buffer = Buffer.allocUnsafe(1 << 16)
  let length = 0
  const room = (more: number): void => {
    if (length + more <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + more))
    larger.set(buffer.subarray(0, length))
    buffer = larger
  }
  return {
    text: (text: string): void => {
      room(text.length * 3)
      length += buffer.write(text, length)
    },
    bytes: (bytes: Uint8Array): void => {
      room(bytes.length)
      buffer.set(bytes, length)
      length += bytes.length
    },
    taken: (): Uint8Array<ArrayBuffer> => {
      const all = new Uint8Array(length)
      all.set(buffer.subarray(0, length))
      length = 0
      return all
    },
  }
}
