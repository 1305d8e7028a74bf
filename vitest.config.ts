import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (name: string): string => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url))

const file = (path: string): string => fileURLToPath(new URL(`./packages/${path}`, import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@hegui/model': source('model'),
      '@hegui/calendar/date': file('calendar/src/date.ts'),
      '@hegui/calendar': source('calendar'),
      '@hegui/engine/decide': file('engine/src/decide/index.ts'),
      '@hegui/engine': source('engine'),
      '@hegui/analysis': source('analysis'),
      '@hegui/report': source('report'),
      '@hegui/sql': source('sql'),
      '@hegui/testing/vitest': fileURLToPath(new URL('./packages/testing/src/vitest.ts', import.meta.url)),
      '@hegui/testing': source('testing'),
      '@hegui/pack-law': source('pack-law'),
      '@hegui/pack-fireworks/compiled': file('pack-fireworks/src/compiled-entry.ts'),
      '@hegui/pack-fireworks/cases': file('pack-fireworks/src/cases-entry.ts'),
      '@hegui/pack-fireworks': source('pack-fireworks'),
      '@hegui/pack-air-quality/compiled': file('pack-air-quality/src/compiled-entry.ts'),
      '@hegui/pack-air-quality/cases': file('pack-air-quality/src/cases-entry.ts'),
      '@hegui/pack-air-quality': source('pack-air-quality'),
      '@hegui/pack-urban-order/compiled': file('pack-urban-order/src/compiled-entry.ts'),
      '@hegui/pack-urban-order/cases': file('pack-urban-order/src/cases-entry.ts'),
      '@hegui/pack-urban-order': source('pack-urban-order'),
      '@hegui/pack-work-safety/compiled': file('pack-work-safety/src/compiled-entry.ts'),
      '@hegui/pack-work-safety/cases': file('pack-work-safety/src/cases-entry.ts'),
      '@hegui/pack-work-safety': source('pack-work-safety'),
      hegui: source('hegui'),
    },
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['scripts/compiled-for-tests.ts'],
    testTimeout: 120_000,
    // Nothing here registers or remembers anything on import, so files may share a process: a third of the time.
    isolate: false,
    maxWorkers: '100%',
  },
})
