/** The exact version of a library the tables are compared with, as package.json pins it: 'tyme4ts 1.5.2'. */
import { readFileSync } from 'node:fs'

const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

export function versionOf(name) {
  return `${name} ${devDependencies[name]}`
}
