import { readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const outDir = resolve(root, 'built')
const workers = resolve(root, 'analysis/jobs/workers')

/**
 * The program as a few files: a command starts in a fifth of the time that a thousand TypeScript modules take. Data
 * files (SQL, lexicons, documents) are read from where they lie, so their modules keep saying where that is.
 */
export default defineConfig({
  plugins: [whereModulesLie(), sayWhenWhole()],
  // Of the libraries only those that come in hundreds of small modules are worth packing.
  ssr: { noExternal: ['typebox', 'apache-arrow', 'flatbuffers', '@fastify/type-provider-typebox'] },
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        huizhi: resolve(root, 'cli.ts'),
        ...Object.fromEntries(
          readdirSync(workers).map((name) => [`${basename(name, '.ts')}.worker`, resolve(workers, name)]),
        ),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})

function whereModulesLie(): Plugin {
  let target = outDir
  return {
    name: 'where-modules-lie',
    enforce: 'pre',
    configResolved({ build }) {
      target = resolve(root, build.outDir)
    },
    transform(code, id) {
      if (!id.startsWith(root + sep) || id.includes('node_modules') || !code.includes('import.meta.'))
        return null
      const at = relative(target, id).split(sep).join('/')
      return code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${dirname(at)}`)})`)
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(at)}, import.meta.url).href`)
    },
  }
}

/** A build that was broken off leaves no such file, and its program is not run. */
function sayWhenWhole(): Plugin {
  let target = outDir
  return {
    name: 'say-when-whole',
    configResolved({ build }) {
      target = resolve(root, build.outDir)
    },
    closeBundle(error) {
      if (error === undefined) writeFileSync(resolve(target, '.whole'), '')
    },
  }
}
