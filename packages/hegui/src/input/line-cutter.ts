/**
 * A stream of bytes cut after line ends into batches of whole lines, in bounded memory.
 *
 * Only `\n` ends a line here; a `\r` before it is white space to JSON. What is cut tiles the stream: every byte is
 * in one cut, so that the place after a cut is a place to go on from.
 */
import type { Hash } from 'node:crypto'

interface LinePlace {
  /** Bytes before it. */
  readonly offset: number
  /** Number of the line that begins here, from 1. */
  readonly line: number
}

/** Whole lines; or one that is longer than the limit, of which only the beginning is kept. */
export type Cut =
  | { readonly kind: 'lines'; readonly firstLine: number; readonly bytes: Buffer; readonly after: LinePlace }
  | { readonly kind: 'long'; readonly line: number; readonly head: Buffer; readonly after: LinePlace }

/** A worker takes a batch at a time: small enough to spread, large enough that handing it over costs nothing. */
const maxLines = 16
/** What of a line that is too long is shown. */
const headBytes = 1_000
const lineFeed = 0x0a

export interface CutOptions {
  readonly maxLineBytes: number
  readonly start?: LinePlace
  /** Takes every byte, up to the place after the cut at the time of the cut. */
  readonly hash?: Hash
}

export async function* cutLines(chunks: AsyncIterable<Buffer>, { maxLineBytes, start, hash }: CutOptions): AsyncGenerator<Cut> {
  let { offset, line } = start ?? { offset: 0, line: 1 }
  let pending: Buffer[] = []
  let pendingBytes = 0
  let long: Buffer | undefined
  const consumed = (bytes: Buffer): void => {
    hash?.update(bytes)
    offset += bytes.length
  }
  const endLong = (head: Buffer): Cut => {
    long = undefined
    line += 1
    return { kind: 'long', line: line - 1, head, after: { offset, line } }
  }
  const whole = (tail: Buffer, count: number): Cut => {
    const bytes = pendingBytes === 0 ? tail : Buffer.concat([...pending, tail])
    pending = []
    pendingBytes = 0
    consumed(bytes)
    line += count
    return { kind: 'lines', firstLine: line - count, bytes, after: { offset, line } }
  }
  for await (const chunk of chunks) {
    let at = 0
    while (at < chunk.length) {
      let end = chunk.indexOf(lineFeed, at) + 1
      const part = chunk.subarray(at, end === 0 ? chunk.length : end)
      if (long === undefined && pendingBytes + part.length > maxLineBytes + 1) {
        long = Buffer.concat([...pending, part]).subarray(0, headBytes)
        for (const piece of pending) consumed(piece)
        pending = []
        pendingBytes = 0
      }
      if (long !== undefined) {
        consumed(part)
        at += part.length
        if (end > 0) yield endLong(long)
      } else if (end === 0) {
        pending.push(part)
        pendingBytes += part.length
        at = chunk.length
      } else {
        let count = 1
        for (; count < maxLines; count++) {
          const next = chunk.indexOf(lineFeed, end) + 1
          if (next === 0 || next - end > maxLineBytes + 1) break
          end = next
        }
        yield whole(chunk.subarray(at, end), count)
        at = end
      }
    }
  }
  if (long !== undefined) yield endLong(long)
  else if (pendingBytes > 0) yield whole(Buffer.alloc(0), 1)
}
