import { defineConfig } from 'tsup'
import { packLibrary } from '../../tsup.base.js'

export default defineConfig({ ...packLibrary })
