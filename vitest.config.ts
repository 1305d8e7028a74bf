import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (name: string): string => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@hegui/model': source('model'),
      '@hegui/calendar': source('calendar'),
      '@hegui/engine': source('engine'),
      '@hegui/analysis': source('analysis'),
      '@hegui/report': source('report'),
      '@hegui/testing/vitest': fileURLToPath(new URL('./packages/testing/src/vitest.ts', import.meta.url)),
      '@hegui/testing': source('testing'),
      '@hegui/pack-law': source('pack-law'),
      '@hegui/pack-fireworks/cases': fileURLToPath(new URL('./packages/pack-fireworks/src/cases-entry.ts', import.meta.url)),
      '@hegui/pack-fireworks': source('pack-fireworks'),
      '@hegui/pack-air-quality/cases': fileURLToPath(new URL('./packages/pack-air-quality/src/cases-entry.ts', import.meta.url)),
      '@hegui/pack-air-quality': source('pack-air-quality'),
      '@hegui/pack-urban-order/cases': fileURLToPath(new URL('./packages/pack-urban-order/src/cases-entry.ts', import.meta.url)),
      '@hegui/pack-urban-order': source('pack-urban-order'),
      '@hegui/pack-work-safety/cases': fileURLToPath(new URL('./packages/pack-work-safety/src/cases-entry.ts', import.meta.url)),
      '@hegui/pack-work-safety': source('pack-work-safety'),
      hegui: source('hegui'),
    },
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
    testTimeout: 120_000,
    // Nothing here registers or remembers anything on import, so files may share a process: a third of the time.
    isolate: false,
    maxWorkers: '100%',
  },
})
