// Copies the version of package.json into the source that shows it; run by `npm run version` after changesets.
import { readFileSync, writeFileSync } from 'node:fs'

const stamp = (manifest, source) => {
  const { version } = JSON.parse(readFileSync(new URL(`../${manifest}`, import.meta.url), 'utf8'))
  const file = new URL(`../${source}`, import.meta.url)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/'\d[^']*'/, `'${version}'`))
}

stamp('packages/engine/package.json', 'packages/engine/src/assessment/version.ts')
stamp('packages/hegui/package.json', 'packages/hegui/src/version.ts')
