import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// Each entry is whole: what a size limit measures is all there is.
export default defineConfig({ ...library, entry: ['src/index.ts', 'src/date.ts'], splitting: false })
