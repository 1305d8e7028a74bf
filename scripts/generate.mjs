// Writes what follows from the model and from the packs: packages/model/schemas, docs/problems, docs/catalogue.md,
// docs/facts.md and docs/plans. Needs the packages built.
// Idempotent: a file is written only when its text changes, and files that nothing generates any more are removed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { casesOf, packFolders } from './assemble-packs.mjs'
import { cataloguePages } from './catalogue-pages.mjs'
import { problemIndex, problemPage } from './problem-pages.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const built = (name) => {
  const file = join(root, 'packages', name, 'dist', 'index.js')
  if (existsSync(file)) return import(pathToFileURL(file).href)
  console.error(`packages/${name} is not built: run “pnpm build” first.`)
  process.exit(1)
}
const model = await built('model')

function write(target, text) {
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return
  writeFileSync(target, text)
  console.log(`wrote ${relative(root, target)}`)
}

function put(folder, files) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder).filter((entry) => !(entry in files))) {
    rmSync(join(folder, name), { recursive: true })
    console.log(`removed ${relative(root, join(folder, name))}`)
  }
  for (const [name, text] of Object.entries(files)) write(join(folder, name), text)
}

put(
  join(root, 'packages', 'model', 'schemas'),
  Object.fromEntries(Object.keys(model.documentSchemas).map((kind) => [`${kind}.schema.json`, `${JSON.stringify(model.jsonSchemaOf(kind), null, 2)}\n`])),
)
put(join(root, 'docs', 'problems'), {
  'README.md': problemIndex(model),
  ...Object.fromEntries(model.problemCodes.map((code) => [`${code}.md`, problemPage(model, code)])),
})

const { shippedPacks: packs, shippedRuleset } = await built('hegui')
const { legalityOf } = await built('analysis')
const pages = cataloguePages({ packs, cases: packFolders().flatMap(casesOf), catalogue: shippedRuleset().catalogue, legalityOf, unitTitle: model.unitTitle })
write(join(root, 'docs', 'catalogue.md'), pages['catalogue.md'])
write(join(root, 'docs', 'facts.md'), pages['facts.md'])
put(join(root, 'docs', 'plans'), pages.plans)
