// Writes docs/assurance.md: how far the cases of the shipped packs cover what the rules say, and how many mistakes in the
// data they notice. Prints the figures. Needs the packages built.
// What has not changed since the last run on this machine is not mutated again.
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
const { countsOf, coverageOf, kindTitles, mutationOf, mutationScore, percentText, totalOf } = await built('testing')

const cacheFile = join(root, 'node_modules', '.cache', 'hegui-mutation.json')
const known = new Map(existsSync(cacheFile) ? JSON.parse(readFileSync(cacheFile, 'utf8')).map((each) => [each.hash, each]) : [])
const ruleset = shippedRuleset()
const cases = packFolders().flatMap(casesOf)
const coverage = coverageOf({ ruleset, cases })
const mutation = mutationOf({ ruleset, cases, known })
mkdirSync(dirname(cacheFile), { recursive: true })
writeFileSync(cacheFile, JSON.stringify(mutation.subjects))

const page = assurancePage({ packs: shippedPacks, ruleset, cases, coverage, mutation }, { countsOf, kindTitles, mutationScore, percentText, totalOf })
writeFileSync(join(root, 'docs', 'assurance.md'), page.text)
console.log(page.summary)
if (mutation.failing.length > 0) {
  console.error(`${mutation.failing.length} case(s) fail: run “npm run hegui -- test packages”.`)
  process.exit(1)
}
