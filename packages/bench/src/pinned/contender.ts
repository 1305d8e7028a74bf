/** One task in a process of its own, measured whenever it is asked to be. Arguments: its name, the part of the facts that is unknown. */
import { measured } from './interleaved.js'
import { contenders } from './tasks.js'
import { pinned } from './workload.js'

const [name = '', gaps] = process.argv.slice(2)
const task = await contenders[name]?.(pinned(), Number(gaps))
if (task === undefined) throw new Error(`there is no task ${name}`)
process.on('message', async (ms: number) => process.send?.(await measured(task, ms)))
