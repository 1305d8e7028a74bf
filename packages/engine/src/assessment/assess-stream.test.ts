import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, record, ruleset } from '../../test/support/builders.js'
import { assess } from './assess.js'
import { assessStream, type StreamedAssessment } from './assess-stream.js'

const rules = ruleset(pack())
const good = (id: string) => ({ ...record(), id })

async function all(stream: AsyncIterable<StreamedAssessment>): Promise<readonly StreamedAssessment[]> {
  const results: StreamedAssessment[] = []
  for await (const result of stream) results.push(result)
  return results
}

describe('a stream of records', () => {
  test('gives for each, in order, what assess gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string().map(good), fc.jsonValue()), { maxLength: 8 }), async (records) => {
        async function* source() {
          yield* records
        }
        const expected = records.map((each, index) => {
          const result = assess(each, rules)
          return result.ok ? { index, ok: true, assessment: result.assessment, problems: [] } : { index, ok: false, problems: result.problems }
        })
        expect(await all(assessStream(source(), rules))).toEqual(expected)
        expect(await all(assessStream(records, rules))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  test('pulls a record only when its result is asked for, and closes the source of whoever stops early', async () => {
    const events: string[] = []
    function* source() {
      try {
        for (let index = 0; ; index++) {
          events.push(`pull ${index}`)
          yield good(`r-${index}`)
        }
      } finally {
        events.push('closed')
      }
    }
    const stream = assessStream(source(), rules)
    expect(events).toEqual([])
    await stream.next()
    expect(events).toEqual(['pull 0'])
    await stream.next()
    expect(events).toEqual(['pull 0', 'pull 1'])
    await stream.return()
    expect(events).toEqual(['pull 0', 'pull 1', 'closed'])
  })

  test('that fails gives what came before, then the failure, then ends', async () => {
    async function* source() {
      yield good('a')
      throw new Error('connection reset')
    }
    const results = await all(assessStream(source(), rules))
    expect(results.map(({ index, ok }) => [index, ok])).toEqual([
      [0, true],
      [1, false],
    ])
    expect(results[1]?.problems).toMatchObject([{ code: 'HG6030', params: { index: '1', detail: 'connection reset' } }])
  })

  test('asks providers where there are any', async () => {
    const providers = [{ id: 'p', facts: ['no.such'], provide: async () => undefined }]
    expect((await all(assessStream([good('a')], rules, { providers })))[0]).toMatchObject({ index: 0, ok: true })
    expect((await all(assessStream([good('a')], rules, { runtime: 'json-rules-engine' })))[0]).toMatchObject({
      ok: true,
      assessment: { engine: { runtime: 'json-rules-engine' } },
    })
  })
})
