/**
 * A JSON document in canonical order: keys as their schema lists them, keys of a map and members of a set by code unit.
 *
 * The order is read from the schemas, so that a new field has its place from the day it is declared. Whatever a schema
 * does not know is kept, after what it knows, in the order it was written. Texts and numbers stay as they were written.
 */
import type { Node } from 'jsonc-parser'
import type * as z from 'zod'
import { bare, definitionOf } from '../schema/definition.js'
import { isSet } from '../schema/list-order.js'

export type Arranged =
  | { readonly kind: 'scalar'; readonly text: string; readonly number: boolean }
  | { readonly kind: 'list'; readonly items: readonly Arranged[] }
  | { readonly kind: 'object'; readonly members: readonly Member[] }

interface Member {
  /** As written, with its quotes. */
  readonly key: string
  readonly value: Arranged
}

/** `text` is what the tree was read from. */
export function arrange(node: Node, schema: z.ZodType | undefined, text: string): Arranged {
  const written = text.slice(node.offset, node.offset + node.length)
  const meant = schema === undefined ? undefined : branchOf(schema, node)
  switch (node.type) {
    case 'array': {
      const items = (node.children ?? []).map((child) => arrange(child, definitionOf(meant)?.element, text))
      return { kind: 'list', items: meant !== undefined && isSet(meant) ? sortedTexts(items) : items }
    }
    case 'object':
      return {
        kind: 'object',
        members: inOrder(node, meant).map(({ name, value, schema: of }) => ({ key: slice(name, text), value: arrange(value, of, text) })),
      }
    case 'number':
      // The one spelling of an exponent: `1E3` and `1e3` are one number.
      return { kind: 'scalar', text: written.replace('E', 'e'), number: true }
    default:
      return { kind: 'scalar', text: written, number: false }
  }
}

interface Property {
  readonly name: Node
  readonly value: Node
  readonly schema: z.ZodType | undefined
}

function inOrder(node: Node, schema: z.ZodType | undefined): readonly Property[] {
  const def = definitionOf(schema)
  const shape = def?.shape
  const written = (node.children ?? []).flatMap(({ children: [name, value] = [] }): readonly Property[] => {
    if (name === undefined || value === undefined) return []
    const key = String(name.value)
    return [{ name, value, schema: shape === undefined ? def?.valueType : Object.hasOwn(shape, key) ? shape[key] : undefined }]
  })
  if (shape === undefined) return def?.valueType === undefined ? written : [...written].sort((a, b) => byCodeUnit(keyOf(a), keyOf(b)))
  const place = new Map(Object.keys(shape).map((key, index) => [key, index]))
  const rank = (property: Property): number => place.get(keyOf(property)) ?? place.size
  return [...written].sort((a, b) => rank(a) - rank(b))
}

const keyOf = ({ name }: Property): string => String(name.value)
const slice = (node: Node, text: string): string => text.slice(node.offset, node.offset + node.length)
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Anything but texts has no order of its own: such a list stays as it is. */
function sortedTexts(items: readonly Arranged[]): readonly Arranged[] {
  const texts = items.flatMap((item) => (item.kind === 'scalar' && item.text.startsWith('"') ? [{ item, value: JSON.parse(item.text) as string }] : []))
  return texts.length === items.length ? texts.sort((a, b) => byCodeUnit(a.value, b.value)).map(({ item }) => item) : items
}

/** Of a union, the branch that fits the node best; not by its order of keys, so that the answer never depends on it. */
function branchOf(schema: z.ZodType, node: Node): z.ZodType {
  const own = bare(schema)
  const options = definitionOf(own)?.options
  if (options === undefined) return own
  const [best] = options
    .map((option) => branchOf(option, node))
    .map((option, index) => ({ option, index, strangeness: strangeness(option, node) }))
    .sort((a, b) => a.strangeness - b.strangeness || a.index - b.index)
  return best?.option ?? own
}

/** What speaks against a branch: another kind of value, another literal, unknown and missing keys. Looks one level deep. */
function strangeness(schema: z.ZodType, node: Node): number {
  const def = definitionOf(schema)
  if (node.type === 'array') return def?.element === undefined ? 1_000 : 0
  if (node.type !== 'object') return 0
  if (def?.shape === undefined) return def?.valueType === undefined ? 1_000 : 10
  const properties = inOrder(node, schema)
  const present = new Set(properties.map(keyOf))
  const missing = Object.entries(def.shape).filter(([key, part]) => !present.has(key) && !part.safeParse(undefined).success)
  const against = properties.map(({ value, schema: part }): number => {
    if (part === undefined) return 10
    return value.type === 'object' || value.type === 'array' || part.safeParse(value.value).success ? 0 : 100
  })
  return missing.length + against.reduce((sum, each) => sum + each, 0)
}
