import { defineConfig } from 'tsup'

/**
 * What is measured is what is published: the packages come from their `dist`, and the programs that measure are plain
 * JavaScript beside it. (tsx would measure the sources, and name each closure again whenever it is made.)
 */
export default defineConfig({
  entry: [
    'src/start.ts',
    'src/assess.ts',
    'src/bulk.ts',
    'src/diff.ts',
    'src/backtest.ts',
    'src/appraisal.ts',
    'src/pinned/bench.ts',
    'src/pinned/contender.ts',
  ],
  format: 'esm',
  target: 'node20',
  clean: true,
  // Each stands for itself in the place of its source: paths to files beside are the same.
  splitting: false,
})
