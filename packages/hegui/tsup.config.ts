import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// The build script empties dist first: of two builds side by side neither may clean.
const shared = { ...library, clean: false }

export default defineConfig([shared, { ...shared, entry: ['src/cli.ts'], format: ['esm'], dts: false }])
