// The last step of the build: checks the shipped packs together, once and for all who start the command, and writes
// down what was checked (src/input/built-ruleset.ts reads it). Broken packs fail the build.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { shippedPacks, shippedRuleset } from '../dist/index.js'

const hashes = shippedRuleset().packs.map((pack) => pack.hash)
const digest = createHash('sha256').update(JSON.stringify(shippedPacks)).digest('hex')
writeFileSync(new URL('../dist/shipped-packs.json', import.meta.url), `${JSON.stringify({ digest, hashes })}\n`)
