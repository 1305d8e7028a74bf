// Writes the rules of each pack as code: packages/pack-*/src/compiled.js and its declarations, from the JSON of the
// packs. The compiler is the engine's; packs have it for their build only. Never committed, as contents.ts is not.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { assemble, packFolders } from './assemble-packs.mjs'

const hasRules = (folder) => existsSync(join(folder, 'rules'))

function write(target, text) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
}

/** Rules may take facts from any pack: all are loaded, each is compiled by itself. Bad packs: their problems are thrown. */
export function compilePacks({ createRuleset, compileModule, compileModuleTypes }, folders = packFolders()) {
  const packs = packFolders().map(assemble)
  const created = createRuleset(packs)
  if (!created.ok) throw new Error(created.problems.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`).join('\n'))
  for (const folder of folders.filter(hasRules)) {
    const options = { packs: [assemble(folder).id] }
    write(join(folder, 'src', 'compiled.js'), compileModule(created.ruleset, options))
    write(join(folder, 'src', 'compiled.d.ts'), compileModuleTypes(created.ruleset, options))
  }
}

// As the build of one pack, in its folder.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = packFolders().find((each) => basename(each) === basename(process.cwd()))
  if (folder === undefined) throw new Error('run this in the folder of a pack')
  const engine = createRequire(join(folder, 'package.json')).resolve('@hegui/engine')
  compilePacks(await import(pathToFileURL(engine).href), [folder])
}
