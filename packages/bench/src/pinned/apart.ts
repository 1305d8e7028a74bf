/** Contenders in processes of their own that take turns: nobody runs two rule engines in one process. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Apart } from './interleaved.js'

/** A process that answers each number of milliseconds it is sent with the records per second. */
export function apart(name: string, file: URL, args: readonly string[]): Apart & { readonly end: () => void } {
  const child = fork(fileURLToPath(file), args)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with ${code}`)
  })
  ended.catch(() => undefined)
  return {
    name,
    measured: async (ms) => {
      child.send(ms)
      const [perSecond] = await Promise.race([once(child, 'message'), ended])
      return perSecond as number
    },
    end: () => void child.kill(),
  }
}
