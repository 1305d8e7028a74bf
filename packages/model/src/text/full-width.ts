/** Chinese punctuation that was typed where JSON has its own. */

export const fullWidth: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['：', ':'],
  ['；', ','],
  ['、', ','],
  ['｛', '{'],
  ['｝', '}'],
  ['［', '['],
  ['］', ']'],
  ['【', '['],
  ['】', ']'],
  ['“', '"'],
  ['”', '"'],
  ['＂', '"'],
  ['‘', '"'],
  ['’', '"'],
  ['\u3000', ' '],
])

/** Replaces one for one, so that offsets stay true. Text inside strings is left alone. */
export function replaceFullWidth(text: string, found: (char: string, offset: number) => void): string {
  let out = ''
  let closing: string | undefined
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    const lineEnd = char === '\n' || char === '\r'
    if (closing !== undefined) {
      if (char === '\\') {
        out += char + (text[++at] ?? '')
        continue
      }
      if (closing.includes(char) || lineEnd) {
        if (char !== '"' && !lineEnd) found(char, at)
        closing = undefined
        out += lineEnd ? char : '"'
      } else out += char
      continue
    }
    const half = fullWidth.get(char)
    if (half !== undefined) found(char, at)
    if (char === '"') closing = '"'
    else if (half === '"') closing = char === '‘' || char === '’' ? '‘’"' : '“”＂"'
    out += half ?? char
  }
  return out
}
