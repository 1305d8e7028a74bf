/** Records of a file one by one, however long it is: NDJSON line by line; a JSON document and standard input are read whole. */
import { createReadStream } from 'node:fs'
import { type Problem, problem, readJson } from '@hegui/model'
import { type ReadRecord, readSource, recordsIn, systemReason } from './records.js'

/** What is given back: a record as it was written, or why the file could not be read (any further). `onRead`: bytes read since the last call. */
export async function* recordStream(file: string, onRead: (bytes: number) => void = () => undefined): AsyncGenerator<ReadRecord | Problem> {
  if (file === '-' || !/\.(?:ndjson|jsonl)$/i.test(file)) {
    const source = readSource(file)
    if ('code' in source) return yield source
    onRead(Buffer.byteLength(source.text))
    return yield* recordsIn(source)
  }
  let number = 0
  try {
    for await (const line of linesOf(file, onRead)) {
      number += 1
      if (line.trim() === '') continue
      const read = readJson(line, { file, firstLine: number })
      yield { file, read, path: [], value: read.value }
    }
  } catch (error) {
    // What was read so far counts; only errors of the system arrive here, those of a line are in its record.
    if (!(error instanceof Error && 'code' in error)) throw error
    const reason = systemReason(error)
    yield { ...problem('HG1009', [], { file, detail: reason.zh, detailEn: reason.en }), file }
  }
}

async function* linesOf(file: string, onRead: (bytes: number) => void): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const text = chunk as string
    onRead(Buffer.byteLength(text))
    const lines = `${rest}${text}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest
}
