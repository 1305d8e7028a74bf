/** The last step of the build: what was checked once for all who start the command (`input/built-ruleset.ts` reads it). */
import { writeFileSync } from 'node:fs'
import { checkedShipped } from './input/checked-at-build.js'

writeFileSync(new URL('./shipped-packs.json', import.meta.url), `${JSON.stringify(checkedShipped())}\n`)
