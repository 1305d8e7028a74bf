// Writes what follows from the model: packages/model/schemas and docs/problems. Needs packages/model built.
// Idempotent: a file is written only when its text changes, and files that nothing generates any more are removed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { problemIndex, problemPage } from './problem-pages.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const built = join(root, 'packages', 'model', 'dist', 'index.js')
if (!existsSync(built)) {
  console.error('packages/model is not built: run “pnpm --filter @hegui/model build” first.')
  process.exit(1)
}
const model = await import(pathToFileURL(built).href)

function put(folder, files) {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder).filter((entry) => !(entry in files))) {
    rmSync(join(folder, name), { recursive: true })
    console.log(`removed ${relative(root, join(folder, name))}`)
  }
  for (const [name, text] of Object.entries(files)) {
    const target = join(folder, name)
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue
    writeFileSync(target, text)
    console.log(`wrote ${relative(root, target)}`)
  }
}

put(
  join(root, 'packages', 'model', 'schemas'),
  Object.fromEntries(Object.keys(model.documentSchemas).map((kind) => [`${kind}.schema.json`, `${JSON.stringify(model.jsonSchemaOf(kind), null, 2)}\n`])),
)
put(join(root, 'docs', 'problems'), {
  'README.md': problemIndex(model),
  ...Object.fromEntries(model.problemCodes.map((code) => [`${code}.md`, problemPage(model, code)])),
})
