/**
 * How much memory a year of records takes to appraise, and how long: records made up one by one from those of an
 * example, streamed through `appraiseAsync`. `HEGUI_BENCH_RECORDS` sets how many; the heap is read after a collection.
 */
import { readFileSync } from 'node:fs'
import type { InspectionRecord } from '@hegui/model'
import { appraiseAsync } from 'hegui'

const total = Number(process.env['HEGUI_BENCH_RECORDS'] ?? 1_000_000)
const steps = 10
const folder = new URL('../../../examples/appraisals/huichang-2012/', import.meta.url)
const file: unknown = JSON.parse(readFileSync(new URL('appraisal.json', folder), 'utf8'))
const models = readFileSync(new URL('records.ndjson', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as InspectionRecord)

const first = Date.UTC(2012, 6, 18)
const days = 73
const places = 30

/** The same records again with other ids, spread over the days of the plan and thirty places. */
function made(index: number): InspectionRecord {
  const { decidedOn: _, ...model } = models[index % models.length] as InspectionRecord
  const day = new Date(first + (index % days) * 86_400_000).toISOString().slice(0, 10)
  return {
    ...model,
    id: `R-${String(index).padStart(8, '0')}`,
    inspectedOn: day,
    region: `360733${String(100 + (index % places)).padStart(3, '0')}`,
    conducts: model.conducts.map((conduct) => ({ ...conduct, date: day })),
    outcomes: (model.outcomes ?? []).map((outcome) => ({ ...outcome, on: day })),
  }
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0).padStart(6)

async function* stream(): AsyncGenerator<InspectionRecord> {
  const started = performance.now()
  for (let index = 0; index < total; index++) {
    yield made(index)
    if ((index + 1) % (total / steps) !== 0) continue
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    const rate = ((index + 1) / (performance.now() - started)) * 1000
    console.log(`${String(index + 1).padStart(9)} records  heap ${megabytes(heapUsed)} MB  rss ${megabytes(rss)} MB  ${rate.toFixed(0).padStart(7)} records/s`)
  }
}

const request = { plan: 'huichang-2012', unit: 'township', period: { from: '2012-07-18', to: '2012-09-28' }, now: '2012-10-01' }
const result = await appraiseAsync(request, { file, records: stream() })
if (!result.ok || result.problems.length > 0) throw new Error(JSON.stringify(result.problems[0]))
console.log(`${result.appraisal.records} records, ${result.aggregate.cells.length} cells`)
