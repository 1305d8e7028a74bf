// Writes docs/assurance.md: how far the cases of the shipped packs cover what the rules say, and how many mistakes in the
// data they notice. Prints the figures. Needs the packages built. What has not changed since the last run on this machine
// is not mutated again. `--check` only compares: was the page made of the packs and cases as they are?
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { casesOf, packFolders } from './assemble-packs.mjs'
import { assurancePage } from './assurance-page.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const built = async (name) => {
  const file = join(root, 'packages', name, 'dist', 'index.js')
  if (existsSync(file)) return import(pathToFileURL(file).href)
  console.error(`packages/${name} is not built: run “pnpm build” first.`)
  process.exit(1)
}
const { shippedPacks, shippedRuleset } = await built('hegui')
const { hashOf } = await built('engine')
const testing = await built('testing')
const { coverageOf, mutationOf } = testing

const cases = packFolders().flatMap(casesOf)
// A release changes the number of a version and nothing that a case could notice.
const madeOf = hashOf({ packs: shippedPacks.map(({ version: _, ...pack }) => pack), cases })
const pageFile = join(root, 'docs', 'assurance.md')
if (process.argv.includes('--check')) {
  if (readFileSync(pageFile, 'utf8').includes(madeOf)) process.exit(0)
  console.error('docs/assurance.md 是由别的规则或者案例得出的：运行 npm run assurance，把它一起提交。')
  process.exit(1)
}

const cacheFile = join(root, 'node_modules', '.cache', 'hegui-mutation.json')
const known = new Map(existsSync(cacheFile) ? JSON.parse(readFileSync(cacheFile, 'utf8')).map((each) => [each.hash, each]) : [])
const ruleset = shippedRuleset()
const coverage = coverageOf({ ruleset, cases })
const mutation = mutationOf({ ruleset, cases, known })
mkdirSync(dirname(cacheFile), { recursive: true })
writeFileSync(cacheFile, JSON.stringify(mutation.subjects))

const page = assurancePage({ packs: shippedPacks, cases, coverage, mutation, madeOf }, testing)
writeFileSync(pageFile, page.text)
console.log(page.summary)
if (mutation.failing.length > 0) {
  console.error(`${mutation.failing.length} case(s) fail: run “npm run hegui -- test packages”.`)
  process.exit(1)
}
