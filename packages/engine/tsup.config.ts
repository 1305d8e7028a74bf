import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// The build script empties dist first: of two builds side by side neither may clean.
const shared = { ...library, clean: false }

// What only decides is one file that imports nothing: a page can load it as it is, and its size limit measures all of it.
export default defineConfig([shared, { ...shared, entry: { decide: 'src/decide/index.ts' }, noExternal: ['@hegui/calendar'] }])
