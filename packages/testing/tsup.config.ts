import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// The build script empties dist first: of two builds side by side neither may clean. vitest itself is an ES module.
const shared = { ...library, clean: false }

export default defineConfig([shared, { ...shared, entry: ['src/vitest.ts'], format: ['esm'] }])
