import { copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// As a package of its own zod loads its sixty-odd languages at every start, of which none is used here: inside, they are left out.
export default defineConfig({
  ...library,
  noExternal: ['zod'],
  onSuccess: () =>
    copyFile(
      createRequire(import.meta.url)
        .resolve('zod/package.json')
        .replace('package.json', 'LICENSE'),
      'dist/LICENSE-zod',
    ),
})
