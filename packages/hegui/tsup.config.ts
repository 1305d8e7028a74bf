import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// The build script empties dist first: of two builds side by side neither may clean.
const shared = { ...library, clean: false }

export default defineConfig([
  shared,
  // The command, its worker thread and the last step of the build share their parts; a command loads its own parts only when it is called.
  {
    ...shared,
    entry: { cli: 'src/cli.ts', 'assess-worker': 'src/bulk/assess-worker.ts', 'check-shipped': 'src/check-shipped.ts' },
    format: ['esm'],
    dts: false,
    splitting: true,
  },
])
