/** Measures tasks in turn, round after round, so that the machine's mood strikes them alike; ratios are taken inside a round. */
export interface Task {
  readonly name: string
  /** How many records one turn goes through. */
  readonly records: number
  readonly run: () => unknown
}

/** Measured by someone else, in another process: what one JIT and one heap get used to there is nothing to the others. */
export interface Apart {
  readonly name: string
  /** Runs that many milliseconds or a little more; gives the records per second. */
  readonly measured: (ms: number) => Promise<number>
}

export interface Timing {
  readonly rounds: number
  /** Of one task in one round. */
  readonly ms: number
  /** Of one task before the first round: a hundred functions are not all taken by the JIT in an instant. */
  readonly warmUpMs: number
}

export interface Measured {
  readonly name: string
  /** Records per second, the median over rounds. */
  readonly perSecond: number
  /** Times as fast as each other task, by its name: the median over rounds of the ratios inside a round. */
  readonly times: (other: string) => number
}

export async function interleaved(tasks: readonly (Task | Apart)[], { rounds, ms, warmUpMs }: Timing): Promise<readonly Measured[]> {
  const samples = new Map(tasks.map(({ name }) => [name, [] as number[]]))
  // One long round to warm up, then those that count.
  for (let round = -1; round < rounds; round++)
    for (const task of tasks) {
      const time = round < 0 ? warmUpMs : ms
      const perSecond = await ('run' in task ? measured(task, time) : task.measured(time))
      if (round >= 0) samples.get(task.name)?.push(perSecond)
    }
  const of = (name: string): readonly number[] => samples.get(name) ?? []
  return tasks.map(({ name }) => ({
    name,
    perSecond: median(of(name)),
    times: (other) => median(of(name).map((value, round) => value / (of(other)[round] ?? Number.NaN))),
  }))
}

export async function measured({ run, records }: Task, ms: number): Promise<number> {
  let turns = 0
  const begin = performance.now()
  let end = begin
  do {
    const running = run()
    if (running instanceof Promise) await running
    turns++
    end = performance.now()
  } while (end - begin < ms)
  return (turns * records * 1000) / (end - begin)
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
