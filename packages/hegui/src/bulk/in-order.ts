/** Work given out as it comes and taken back in its order, so much of it at a time and no more. */

/**
 * Pulls an item when fewer than `window` are under way. A result is given as soon as all before it were, even while
 * the source keeps us waiting; nothing beyond the window is pulled while nobody takes results.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Result | Promise<Result>,
  window: number,
): AsyncGenerator<readonly [Item, Result]> {
  const source = items[Symbol.asyncIterator]()
  const under: (readonly [Item, Promise<Result>])[] = []
  let pull: Promise<IteratorResult<Item>> | undefined
  let ended = false
  try {
    for (;;) {
      if (!ended && pull === undefined && under.length < window) pull = source.next()
      const [first] = under
      if (pull !== undefined && (first === undefined || (await sooner(pull, first[1])))) {
        const next: IteratorResult<Item> = await pull
        pull = undefined
        if (next.done === true) ended = true
        else {
          const result = Promise.resolve(work(next.value))
          // It is awaited in its turn: until then a failure is not one that nobody sees.
          result.catch(() => undefined)
          under.push([next.value, result])
        }
      } else if (first !== undefined) {
        yield [first[0], await first[1]]
        under.shift()
      } else return
    }
  } finally {
    // The source may be waiting for input that never comes: it is told, not waited for.
    if (!ended) void source.return?.()?.catch?.(() => undefined)
  }
}

/** Is the first settled before the second? */
const sooner = (first: Promise<unknown>, second: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    first.then(() => true),
    second.then(
      () => false,
      () => false,
    ),
  ])
