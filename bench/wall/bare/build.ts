import { join } from 'node:path'
import { build } from 'vite'

/** The bare page's script as one file of text. */
export async function buildBarePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#ui': join(import.meta.dirname, 'ui.ts') } },
    build: {
      write: false,
      target: 'chrome100',
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: join(import.meta.dirname, 'main.ts') },
    },
  })
  const files = 'output' in built ? built.output : []
  const script = files.find((file) => file.type === 'chunk')
  if (script?.type !== 'chunk') throw new Error('the bare page was not built')
  return script.code
}
