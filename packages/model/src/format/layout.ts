/**
 * Canonical layout: whatever fits on its line stands on one line, everything else has one part a line, two spaces in.
 * The object that is the document is always opened up. Line breaks of the source play no part.
 */
import { eastAsianWidth } from 'get-east-asian-width'
import type { Arranged } from './arrange.js'

/** Columns; Chinese characters are two wide. The same width as the formatter of this repository has. */
const LINE_WIDTH = 160
const step = 2

/** With the final line end. */
export const layout = (document: Arranged): string => `${document.kind === 'object' ? opened(sized(document), 0) : laid(sized(document), 0, 0)}\n`

/** With the text and width it has on one line, each worked out once. */
type Sized = { readonly flat: string; readonly width: number } & (
  | { readonly kind: 'scalar'; readonly number: boolean }
  | { readonly kind: 'list'; readonly items: readonly Sized[] }
  | { readonly kind: 'object'; readonly members: readonly { readonly key: string; readonly lead: number; readonly value: Sized }[] }
)

function sized(node: Arranged): Sized {
  switch (node.kind) {
    case 'scalar':
      return { kind: 'scalar', number: node.number, flat: node.text, width: widthOf(node.text) }
    case 'list': {
      const items = node.items.map(sized)
      return { kind: 'list', items, flat: `[${items.map(({ flat }) => flat).join(', ')}]`, width: 2 + joinedWidth(items.map(({ width }) => width)) }
    }
    case 'object': {
      const members = node.members.map(({ key, value }) => ({ key, lead: widthOf(key) + 2, value: sized(value) }))
      if (members.length === 0) return { kind: 'object', members, flat: '{}', width: 2 }
      const flat = `{ ${members.map(({ key, value }) => `${key}: ${value.flat}`).join(', ')} }`
      return { kind: 'object', members, flat, width: 4 + joinedWidth(members.map(({ lead, value }) => lead + value.width)) }
    }
    default:
      return node satisfies never
  }
}

const joinedWidth = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0) + Math.max(0, widths.length - 1) * 2

/** `around`: what else stands on the line, the key before and the comma behind. */
function laid(node: Sized, indent: number, around: number): string {
  return indent + around + node.width <= LINE_WIDTH ? node.flat : opened(node, indent)
}

function opened(node: Sized, indent: number): string {
  const inner = indent + step
  const lines = (parts: readonly string[]): string => parts.map((part) => `${' '.repeat(inner)}${part}`).join('\n')
  switch (node.kind) {
    case 'scalar':
      return node.flat
    case 'list':
      if (node.items.length === 0) return '[]'
      if (node.items.every((item) => item.kind === 'scalar' && item.number)) return `[\n${lines(filled(node.items, inner))}\n${' '.repeat(indent)}]`
      return `[\n${lines(node.items.map((item, at) => withComma(laid(item, inner, comma(at, node.items)), at, node.items)))}\n${' '.repeat(indent)}]`
    case 'object':
      if (node.members.length === 0) return '{}'
      return `{\n${lines(
        node.members.map(({ key, lead, value }, at) => withComma(`${key}: ${laid(value, inner, lead + comma(at, node.members))}`, at, node.members)),
      )}\n${' '.repeat(indent)}}`
    default:
      return node satisfies never
  }
}

const comma = (at: number, all: readonly unknown[]): 0 | 1 => (at < all.length - 1 ? 1 : 0)
const withComma = (text: string, at: number, all: readonly unknown[]): string => (comma(at, all) === 1 ? `${text},` : text)

/** Numbers alone stand as many to a line as fit. */
function filled(items: readonly Sized[], indent: number): readonly string[] {
  const lines: string[] = []
  for (const [at, { flat }] of items.entries()) {
    const item = withComma(flat, at, items)
    const last = lines.at(-1)
    if (last !== undefined && indent + last.length + 1 + item.length <= LINE_WIDTH) lines[lines.length - 1] = `${last} ${item}`
    else lines.push(item)
  }
  return lines
}

/** Columns on a terminal. Marks that stand on the character before them take none. */
function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let width = 0
  for (const char of text) width += /^[\p{Mn}\p{Me}\p{Cf}]$/u.test(char) ? 0 : eastAsianWidth(char.codePointAt(0) ?? 0)
  return width
}
