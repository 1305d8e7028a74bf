/**
 * The conditions of both versions as one graph in which equal parts are one node.
 *
 * Giving a fact a value leaves a smaller condition over the facts that are still open. Where both versions leave the
 * same, they agree whatever else is found out: that, and not luck, is what makes equal rules cheap to prove.
 */
import { askedLeaf, leafTruth, type NormalForm } from '@hegui/engine'
import { exchangedOf, type FactType, type FactValue, isFactReference, type Leaf, type OperatorName } from '@hegui/model'
import { FAILS, HOLDS, UNKNOWN } from './outcome.js'

/** One side of a comparison: a fact that is open, or what it is. Undefined: unknown. */
export type Term = { readonly open: string } | { readonly value: Leaf['value'] | FactValue | undefined }

/** A value of a fact as one version knows it; undefined where it does not. */
export type Seen = (fact: string, value: FactValue) => FactValue | undefined

export interface LeafNode {
  readonly kind: 'leaf'
  readonly operator: OperatorName
  readonly left: Term
  readonly right: Term
  readonly type: FactType
  /** Distinguishes versions that see the values of the fact differently. */
  readonly side: string
  readonly seen: Seen
}
type GraphNode = { readonly kind: 'constant'; readonly truth: number } | LeafNode | { readonly kind: 'all' | 'any'; readonly parts: readonly number[] }

const TRUE = 0
const FALSE = 1
const OPEN = 2

export interface Graph {
  readonly nodes: readonly GraphNode[]
  /** A leaf between two terms; a constant where both are given. */
  readonly leaf: (leaf: Omit<LeafNode, 'kind'>) => number
  readonly group: (kind: 'all' | 'any', parts: readonly number[]) => number
  /** What is left of a node once a fact has a value; undefined: it stays unknown. */
  readonly given: (node: number, fact: string, value: FactValue | undefined) => number
  /** Facts that are still open in a node, in reading order. */
  readonly open: (node: number) => ReadonlySet<string>
  /** The leaves below a node, by number. */
  readonly leaves: (node: number) => ReadonlySet<number>
  /** The truth values a node can still have, as bits; of parts that share facts, perhaps one too many, never one too few. */
  readonly can: (node: number) => number
}

/** `isKnown`: facts that every record has. */
export function createGraph(isKnown: (fact: string) => boolean): Graph {
  const nodes: GraphNode[] = [HOLDS, FAILS, UNKNOWN].map((truth) => ({ kind: 'constant', truth }))
  const byKey = new Map<string, number>()
  const opens: (ReadonlySet<string> | undefined)[] = []
  const below: (ReadonlySet<number> | undefined)[] = []
  const cans: (number | undefined)[] = []
  const residues = new Map<string, number>()

  const interned = (key: string, node: GraphNode): number => {
    const seen = byKey.get(key)
    if (seen !== undefined) return seen
    byKey.set(key, nodes.length)
    return nodes.push(node) - 1
  }
  const leaf: Graph['leaf'] = (given) => {
    const { left, right, type, side } = given
    if ('value' in left) {
      if (left.value === undefined || ('value' in right && right.value === undefined)) return OPEN
      if ('value' in right) return decided({ ...given, left: { value: left.value }, right: { value: right.value as Leaf['value'] } })
      return leaf({ ...given, operator: exchangedOf[given.operator] ?? given.operator, left: right, right: left })
    }
    if ('value' in right && right.value === undefined) return OPEN
    const value = 'open' in right ? { fact: right.open } : (right.value as Leaf['value'])
    return interned(`${side} ${JSON.stringify(askedLeaf({ fact: left.open, operator: given.operator, value }, type))}`, { kind: 'leaf', ...given })
  }
  const group: Graph['group'] = (kind, parts) => {
    const [neutral, settling] = kind === 'all' ? [TRUE, FALSE] : [FALSE, TRUE]
    const flat = new Set(
      parts.flatMap((part) => {
        const node = nodes[part] as GraphNode
        return node.kind === kind ? node.parts : [part]
      }),
    )
    flat.delete(neutral)
    if (flat.has(settling)) return settling
    const rest = [...flat].sort((a, b) => a - b)
    if (rest.length === 0) return neutral
    return rest.length === 1 ? (rest[0] as number) : interned(`${kind} ${rest.join(' ')}`, { kind, parts: rest })
  }
  const open: Graph['open'] = (at) => {
    const known = opens[at]
    if (known !== undefined) return known
    const node = nodes[at] as GraphNode
    const found =
      node.kind === 'constant'
        ? new Set<string>()
        : node.kind === 'leaf'
          ? new Set([node.left, node.right].flatMap((term) => ('open' in term ? [term.open] : [])))
          : new Set(node.parts.flatMap((part) => [...open(part)]))
    opens[at] = found
    return found
  }
  const given: Graph['given'] = (at, fact, value) => {
    if (!open(at).has(fact)) return at
    const key = `${at} ${fact} ${JSON.stringify(value)}`
    const known = residues.get(key)
    if (known !== undefined) return known
    const node = nodes[at] as GraphNode
    const found = node.kind === 'leaf' ? leafGiven(node, fact, value) : group(...partsGiven(node, fact, value))
    residues.set(key, found)
    return found
  }
  const leafGiven = (node: LeafNode, fact: string, value: FactValue | undefined): number => {
    const seen = value === undefined ? undefined : node.seen(fact, value)
    const filled = (term: Term): Term => ('open' in term && term.open === fact ? { value: seen } : term)
    const { kind: _, ...rest } = node
    return leaf({ ...rest, left: filled(node.left), right: filled(node.right) })
  }
  const partsGiven = (node: GraphNode, fact: string, value: FactValue | undefined): ['all' | 'any', readonly number[]] => {
    if (node.kind === 'constant' || node.kind === 'leaf') throw new Error('only groups have parts')
    return [node.kind, node.parts.map((part) => given(part, fact, value))]
  }
  const leaves: Graph['leaves'] = (at) => {
    const known = below[at]
    if (known !== undefined) return known
    const node = nodes[at] as GraphNode
    const found = node.kind === 'constant' ? new Set<number>() : node.kind === 'leaf' ? new Set([at]) : new Set(node.parts.flatMap((part) => [...leaves(part)]))
    below[at] = found
    return found
  }
  const can: Graph['can'] = (at) => {
    const known = cans[at]
    if (known !== undefined) return known
    const node = nodes[at] as GraphNode
    const found = node.kind === 'constant' ? node.truth : node.kind === 'leaf' ? leafCan(node) : groupCan(node.kind, node.parts.map(can))
    cans[at] = found
    return found
  }
  // Even a place that is known can be too coarse to tell.
  const leafCan = (node: LeafNode): number =>
    node.type !== 'region' && node.side === '' && [node.left, node.right].every((term) => !('open' in term) || isKnown(term.open))
      ? HOLDS | FAILS
      : HOLDS | FAILS | UNKNOWN
  return { nodes, leaf, group, given, open, leaves, can }
}

/** Both sides are given: the engine itself says. */
function decided({
  operator,
  left,
  right,
}: {
  readonly operator: OperatorName
  readonly left: { readonly value: unknown }
  readonly right: { readonly value: Leaf['value'] }
}): number {
  const truth = leafTruth({ fact: 'it', operator, value: right.value }, new Map([['it', left.value as FactValue]]))
  return truth === 'holds' ? TRUE : truth === 'fails' ? FALSE : OPEN
}

function groupCan(kind: 'all' | 'any', parts: readonly number[]): number {
  const [neutral, settling] = kind === 'all' ? [HOLDS, FAILS] : [FAILS, HOLDS]
  const every = (bits: number): boolean => parts.every((part) => (part & bits) !== 0)
  let mask = every(neutral) ? neutral : 0
  if (parts.some((part) => part & settling)) mask |= settling
  if (every(neutral | UNKNOWN) && parts.some((part) => part & UNKNOWN)) mask |= UNKNOWN
  return mask
}

/** A condition into the graph; `term` says what is known of a fact beforehand. */
export function addForm(
  form: NormalForm,
  graph: Graph,
  facts: {
    readonly term: (fact: string) => Term
    readonly type: (fact: string) => FactType
    readonly side: (fact: string) => string
    readonly seen: Seen
  },
): number {
  if (form.kind !== 'leaf')
    return graph.group(
      form.kind,
      form.parts.map((part) => addForm(part, graph, facts)),
    )
  const { fact, operator, value } = form.leaf
  const right: Term = isFactReference(value) ? facts.term(value.fact) : { value }
  // Of a comparison of two facts both are of one type; which values there are can differ in either.
  const side = facts.side(fact) || (isFactReference(value) ? facts.side(value.fact) : '')
  return graph.leaf({ operator, left: facts.term(fact), right, type: facts.type(fact), side, seen: facts.seen })
}
