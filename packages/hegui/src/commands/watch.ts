/** Runs again whenever a file under the paths changes, until the person at the terminal ends it. */
import { existsSync, type FSWatcher, statSync, watch } from 'node:fs'

export interface WatchOptions {
  readonly paths: readonly string[]
  readonly run: () => void
  /** Ends the watch. */
  readonly signal: AbortSignal
}

/** Editors write a file in several steps. */
const SETTLE_MS = 120

/** Runs once, then after each change. Settles when it was ended; no watcher and no timer is left. */
export function watchPaths({ paths, run, signal }: WatchOptions): Promise<void> {
  run()
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const changed = (_: string, name: string | Buffer | null): void => {
      if (name !== null && !/\.(?:json|ndjson|jsonl)$/i.test(String(name))) return
      clearTimeout(timer)
      timer = setTimeout(run, SETTLE_MS)
    }
    const watchers: readonly FSWatcher[] = paths
      .filter((path) => existsSync(path))
      .map((path) => watch(path, { recursive: statSync(path).isDirectory() }, changed).on('error', () => undefined))
    const end = (): void => {
      clearTimeout(timer)
      for (const each of watchers) each.close()
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
