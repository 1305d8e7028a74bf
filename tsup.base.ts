/** What every published package builds alike: ESM, CommonJS and declarations, Chinese left readable. */
import type { Options } from 'tsup'

export const library: Options = {
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'es2022',
  treeshake: true,
  esbuildOptions: (options) => {
    options.charset = 'utf8'
  },
}
