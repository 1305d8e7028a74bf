// Checks the articles and figures of the law packs against statute texts, which are not part of this project:
//   node scripts/verify-law.mjs --sources DIR           writes packages/pack-law/verification/result.json
//   node scripts/verify-law.mjs --sources DIR --check   compares only
// Exits 1, with a list, when an article or a figure is not found, or when --check finds a difference.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { everyPack } from './law-text/packs.mjs'
import { placesOf } from './law-text/places.mjs'
import { verifyPlaces } from './law-text/verify.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'packages', 'pack-law', 'verification')
const { values } = parseArgs({ options: { sources: { type: 'string' }, check: { type: 'boolean', default: false } } })
if (!values.sources || !existsSync(values.sources)) {
  console.error('请用 --sources 指明法律文本所在的文件夹。')
  process.exit(1)
}

/** 治安管理处罚法(2025-06-27).md → title and date; 摘录 and the like after the date are ignored. */
const files = readdirSync(values.sources)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, parts: /^(.+?)(?:[(（](\d{4}-\d{2}-\d{2})[)）].*)?\.md$/.exec(name) }))
  .map(({ name, parts }) => ({ name, title: parts?.[1], promulgatedOn: parts?.[2] ?? null }))

const { texts, alsoArticles, derived } = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
const problems = []
const read = {}
for (const [source, { title, promulgatedOn }] of Object.entries(texts)) {
  const found = files.filter((file) => file.title === title && file.promulgatedOn === promulgatedOn)
  if (found.length === 1) read[source] = { title, promulgatedOn, text: readFileSync(join(values.sources, found[0].name), 'utf8') }
  else problems.push(`${source}：文件夹里${found.length === 0 ? '没有' : '有不止一个'} ${title}（${promulgatedOn ?? '无日期'}）`)
}

const { result, problems: unproved } = verifyPlaces(placesOf(everyPack()), read, alsoArticles, derived)
problems.push(...unproved)
const text = `${JSON.stringify(result, null, 1)}\n`
const target = join(folder, 'result.json')
if (!values.check) writeFileSync(target, text)
else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) problems.push('result.json 与现在的核对结果不同，去掉 --check 重新生成。')

for (const problem of problems) console.error(problem)
const count = Object.values(result.places).reduce((sum, place) => sum + place.found.length, 0)
console.log(`${Object.keys(result.texts).length} 个文本，${Object.keys(result.places).length} 处，找到 ${count} 个数字，${problems.length} 个问题。`)
process.exitCode = problems.length > 0 ? 1 : 0
