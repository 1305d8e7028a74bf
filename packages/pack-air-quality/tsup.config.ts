import { defineConfig } from 'tsup'
import { packLibrary } from '../../tsup.base.js'

export default defineConfig({ ...packLibrary, entry: ['src/index.ts', 'src/cases-entry.ts', 'src/compiled-entry.ts'] })
