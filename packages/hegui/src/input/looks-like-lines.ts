/** Is it one record a line, or one JSON document? Told from its beginning, without reading the rest. */

/** A first line longer than this is taken for a document of one line, or a list. */
const lookBytes = 1 << 24

/** `chunks` gives the whole stream again. */
export async function looksLikeLines(source: AsyncIterable<Buffer>): Promise<{ readonly lines: boolean; readonly chunks: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]()
  const seen: Buffer[] = []
  let bytes = 0
  let answer: boolean | undefined
  let feeds = false
  while (answer === undefined && bytes < lookBytes) {
    const next = await iterator.next()
    if (next.done !== true) {
      seen.push(next.value)
      bytes += next.value.length
      feeds ||= next.value.includes(0x0a) || next.value.includes(0x0d)
    }
    // What is not lines mostly says so in its first character; else the first line has to end.
    if (feeds || next.done === true || seen.length === 1) answer = told(Buffer.concat(seen).toString('utf8'), next.done === true)
    if (next.done === true) break
  }
  async function* again(): AsyncGenerator<Buffer> {
    yield* seen
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { lines: answer ?? false, chunks: again() }
}

/** Undefined: more has to be read. */
function told(text: string, ended: boolean): boolean | undefined {
  const begun = text.replace(/^\uFEFF/, '').trimStart()
  if (begun === '') return ended ? false : undefined
  if (!begun.startsWith('{')) return false
  const feed = begun.search(/[\n\r]/)
  if (feed < 0) return ended ? false : undefined
  const first = begun.slice(0, feed).trimEnd()
  if (!first.endsWith('}')) return false
  const rest = begun.slice(feed).trimStart()
  if (rest === '') return ended ? false : isJson(first) ? true : undefined
  return rest.startsWith('{') || isJson(first)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
