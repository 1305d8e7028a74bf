/** `assessStream`: any number of records, assessed one at a time as they are asked for. */
import { type Assessment, type Problem, problem } from '@hegui/model'
import { errorText } from '../conditions/runtime.js'
import type { Ruleset } from '../ruleset/ruleset.js'
import { assess } from './assess.js'
import { type AssessAsyncOptions, assessAsync } from './assess-async.js'

/** `index` counts the records from 0. With providers, `problems` of an assessment are theirs: it stands all the same. */
export type StreamedAssessment =
  | { readonly index: number; readonly ok: true; readonly assessment: Assessment; readonly problems: readonly Problem[] }
  | { readonly index: number; readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Assesses a stream of records in their order. A record is pulled when its result is asked for and not before;
 * nothing is kept, so that a stream may be of any length. A bad record gives its problems and the next one follows.
 *
 * A source that fails gives HG6030 at the index that could not be read, as the last result. Whoever stops early
 * closes the source.
 */
export async function* assessStream(
  records: AsyncIterable<unknown> | Iterable<unknown>,
  ruleset: Ruleset,
  options: AssessAsyncOptions = {},
): AsyncGenerator<StreamedAssessment, void, undefined> {
  const { runtime, providers, rounds: _, ...plain } = options
  const sync = runtime === undefined || runtime === 'compiled' || runtime === 'direct'
  const one = (record: unknown) =>
    sync && (providers ?? []).length === 0
      ? assess(record, ruleset, runtime === undefined ? plain : { ...plain, runtime })
      : assessAsync(record, ruleset, options)
  const source = Symbol.asyncIterator in records ? records[Symbol.asyncIterator]() : records[Symbol.iterator]()
  let open = true
  try {
    for (let index = 0; ; index++) {
      let next: IteratorResult<unknown>
      let record: unknown
      try {
        next = await source.next()
        record = await next.value
      } catch (error) {
        open = false
        const detail = errorText(error)
        yield { index, ok: false, problems: [problem('HG6030', [], { index: String(index), detail, detailEn: detail })] }
        return
      }
      if (next.done === true) {
        open = false
        return
      }
      const result = await one(record)
      yield result.ok ? { index, ok: true, assessment: result.assessment, problems: result.problems } : { index, ok: false, problems: result.problems }
    }
  } finally {
    if (open) await source.return?.()
  }
}
