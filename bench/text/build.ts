import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')
const outDir = join(root, 'node_modules', '.cache', 'bench-text')

/**
 * The measured program built as the product is: threads that run TypeScript through a loader take seconds to start,
 * which no office sees. Returns its file; the workers lie beside it.
 */
export async function buildMeasure(): Promise<string> {
  await build({
    configFile: join(root, 'vite.program.config.ts'),
    logLevel: 'warn',
    build: { outDir, rolldownOptions: { input: { measure: join(import.meta.dirname, 'measure.ts') } } },
  })
  return join(outDir, 'measure.mjs')
}
