import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// The build script empties dist first: of two builds side by side neither may clean. vitest itself is an ES module, and
// only its entry reads files: the rest of the package knows nothing of Node.
const shared = { ...library, clean: false }

export default defineConfig([shared, { ...shared, entry: ['src/vitest.ts'], format: ['esm'], tsconfig: 'tsconfig.vitest.json' }])
