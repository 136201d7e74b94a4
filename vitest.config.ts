import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const serverTests = [
  'config',
  'ingest',
  'warehouse',
  'analysis',
  'casework',
  'documents',
  'reports',
  'wall',
  'api',
  'cli',
  'samples',
  'files',
  'faults',
  'architecture',
]

export default defineConfig({
  plugins: [vue()],
  test: {
    env: { TZ: 'Asia/Shanghai' },
    restoreMocks: true,
    // By default one core is left idle, which on a small machine is half of it.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // The files of one worker share the modules they read: loading them anew cost a third of the whole time.
          isolate: false,
          include: serverTests.map((folder) => `tests/${folder}/**/*.test.ts`),
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          environment: 'happy-dom',
          include: ['tests/{ui,dashboard,screen}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
