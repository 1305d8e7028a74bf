// Gathers the JSON of each pack into two typed modules, packages/pack-*/src/contents.ts (facts, laws, rules,
// plans …) and cases.ts. The JSON stays the source; the modules are never committed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = join(dirname(fileURLToPath(import.meta.url)), '..', 'packages')
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

const jsonFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort(byCodeUnit)
    : []

const read = (file) => {
  const { $schema, ...value } = JSON.parse(readFileSync(file, 'utf8'))
  return value
}

export function assemble(pack) {
  const manifest = JSON.parse(readFileSync(join(pack, 'package.json'), 'utf8'))
  const from = (folder) => jsonFiles(join(pack, folder)).map(read)
  const listed = (folder, key) => from(folder).flatMap((file) => file[key] ?? [])
  const rules = jsonFiles(join(pack, 'rules'))
  return {
    id: manifest.hegui.pack,
    title: manifest.hegui.title,
    version: manifest.version,
    facts: listed('facts', 'facts'),
    extensions: listed('facts', 'extensions'),
    conditions: listed('conditions', 'conditions'),
    organs: listed('organs', 'organs'),
    instruments: from('laws'),
    principles: from('principles'),
    circumstances: from('circumstances').filter((file) => file.burden !== undefined),
    benchmarks: from('benchmarks'),
    timeLimits: listed('procedures', 'timeLimits'),
    actions: listed('procedures', 'actions'),
    caseProcedures: listed('procedures', 'caseProcedures'),
    rules: rules.filter((file) => file.endsWith('rule.json')).map(read),
    plans: from('plans').filter((plan) => plan.kind === 'plan'),
  }
}

export const casesOf = (pack) =>
  jsonFiles(join(pack, 'rules'))
    .filter((file) => file.endsWith('cases.json'))
    .map(read)

const write = (target, imported, type, name, value) => {
  const text = `// Assembled from the JSON of this package by scripts/assemble-packs.mjs; edit the JSON, not this file.\nimport type { ${imported} } from '@hegui/model'\n\nexport const ${name}: ${type} = ${JSON.stringify(value, null, 1)}\n`
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
}

/** `below`: where the packages stand. */
export const packFolders = (below = packages) =>
  readdirSync(below)
    .filter((entry) => entry.startsWith('pack-'))
    .sort(byCodeUnit)
    .map((name) => join(below, name))

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const pack of packFolders()) {
    write(join(pack, 'src', 'contents.ts'), 'Pack', 'Pack', 'contents', assemble(pack))
    if (existsSync(join(pack, 'rules'))) write(join(pack, 'src', 'cases.ts'), 'RuleCases', 'readonly RuleCases[]', 'cases', casesOf(pack))
  }
