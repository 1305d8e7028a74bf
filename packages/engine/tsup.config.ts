import { defineConfig } from 'tsup'
import { library } from '../../tsup.base.js'

// Each entry is whole: what a size limit measures is all there is, and who only decides loads nothing of the rest.
export default defineConfig({ ...library, entry: { index: 'src/index.ts', decide: 'src/decide/index.ts' }, splitting: false })
