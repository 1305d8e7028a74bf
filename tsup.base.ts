/** What every published package builds alike: ESM, CommonJS and declarations, Chinese left readable. */
import { readFile } from 'node:fs/promises'
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

/**
 * The data of a pack as one JSON text: parsed twice as fast as the same data written as code. The modules that
 * scripts/assemble-packs.mjs writes stay typed, so that the compiler sees them.
 */
const dataAsJson: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'data-as-json',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]src[\\/](?:contents|cases)\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const [, name, json] = /export const (\w+): [^=]+ = ([\s\S]+)$/.exec(text) ?? []
      if (name === undefined || json === undefined) throw new Error(`${path} is not a module of scripts/assemble-packs.mjs`)
      return { contents: `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(json)))})`, loader: 'js' }
    })
  },
}

export const packLibrary: Options = { ...library, minifyWhitespace: true, esbuildPlugins: [dataAsJson] }
