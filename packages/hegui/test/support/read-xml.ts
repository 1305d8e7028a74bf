/** A strict reader of XML, written from the recommendation and not from what hegui writes: what it does not understand it refuses. */

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// XML 1.0, production [2]: other characters may not stand in a document at all, not even escaped.
const notCharacter = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

function decoded(raw: string): string {
  if (raw.includes('<')) throw new Error(`a “<” stands bare in ${raw}`)
  return raw.replace(/&([^;]*);?/g, (whole, name: string) => {
    const one = named[name]
    if (one === undefined || !whole.endsWith(';')) throw new Error(`no entity: ${whole}`)
    return one
  })
}

export function readXml(document: string): XmlElement {
  if (notCharacter.test(document)) throw new Error('a character that XML does not have')
  const declared = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(document)
  if (declared === null) throw new Error('no declaration')
  let at = declared[0].length
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern.source, 'uy')
    sticky.lastIndex = at
    const found = sticky.exec(document)
    if (found !== null) at += found[0].length
    return found
  }
  const element = (): XmlElement => {
    const open = take(/<([A-Za-z][\w.-]*)/)
    if (open === null) throw new Error(`no element at ${document.slice(at, at + 40)}`)
    const name = open[1] as string
    const attributes: Record<string, string> = {}
    for (let found = take(/\s+([A-Za-z][\w.-]*)="([^"]*)"/); found !== null; found = take(/\s+([A-Za-z][\w.-]*)="([^"]*)"/)) {
      if (Object.hasOwn(attributes, found[1] as string)) throw new Error(`${found[1]} twice`)
      attributes[found[1] as string] = decoded(found[2] as string)
    }
    if (take(/\s*\/>/) !== null) return { name, attributes, children: [], text: '' }
    if (take(/\s*>/) === null) throw new Error(`no attribute at ${document.slice(at, at + 40)}`)
    const children: XmlElement[] = []
    let text = ''
    for (;;) {
      text += decoded(take(/[^<]*/)?.[0] ?? '')
      if (take(/<\//) !== null) break
      children.push(element())
    }
    if (take(new RegExp(`${name}\\s*>`)) === null) throw new Error(`${name} is not closed`)
    return { name, attributes, children, text }
  }
  const root = element()
  if (document.slice(at).trim() !== '') throw new Error('more than one element')
  return root
}
