import { defineConfig, type Options } from 'tsup'

const shared: Options = {
  target: 'es2022',
  treeshake: true,
  esbuildOptions: (options) => {
    options.charset = 'utf8'
  },
}

export default defineConfig([
  { ...shared, entry: ['src/index.ts'], format: ['esm', 'cjs'], dts: true },
  { ...shared, entry: ['src/cli.ts'], format: ['esm'], dts: false },
])
