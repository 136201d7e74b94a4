import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

const pageFile = 'screen/index.html'
const workerFile = 'screen-sw.js'
const buildPlaceholder = 'HUIZHI_BUILD'
const shellPlaceholder = 'HUIZHI_WALL_SHELL'

/**
 * Tells the wall's service worker which files the page is made of, and the page which build it is: 12 hex digits over
 * the names of those files, which change with their content.
 */
export function wallShell(): Plugin {
  return {
    name: 'huizhi-wall-shell',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle[pageFile]
        const worker = bundle[workerFile]
        if (page?.type !== 'asset' || worker?.type !== 'chunk')
          this.error('the wall or its worker was not built')
        const files = filesOf(bundle, entryOf(bundle))
        const build = createHash('sha256')
          .update(files.join('\n'))
          .update(worker.code)
          .digest('hex')
          .slice(0, 12)
        const shell = { build, files: ['/screen', ...files.map((file) => `/${file}`)] }
        worker.code = worker.code.replaceAll(shellPlaceholder, JSON.stringify(shell))
        page.source = String(page.source).replace(buildPlaceholder, build)
      },
    },
  }
}

function entryOf(bundle: Rolldown.OutputBundle): string {
  const entry = Object.values(bundle).find(
    (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith(pageFile) === true,
  )
  if (entry === undefined) throw new Error('the wall has no entry')
  return entry.fileName
}

/** The chunk, all it imports now or later, and their styles; sorted, each once. */
function filesOf(bundle: Rolldown.OutputBundle, entry: string): string[] {
  const found = new Set<string>()
  const open = [entry]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = bundle[name]
    if (found.has(name) || chunk?.type !== 'chunk') continue
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    open.push(...chunk.imports, ...chunk.dynamicImports)
  }
  return [...found].sort()
}
