'use strict'
const { existsSync, readdirSync, statSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..')
const program = join(root, 'built', 'huizhi.mjs')
/** Written when the build is complete. */
const whole = join(root, 'built', '.whole')
const folders = [
  'analysis',
  'api',
  'calendar',
  'casework',
  'cli',
  'files',
  'ingest',
  'terms',
  'warehouse',
  'wall',
]
const files = ['cli.ts', 'config.ts', 'package-lock.json', 'vite.program.config.ts']

/** What the program is made from. */
exports.sources = { folders, files }

/** The file of the built program, or null where there is none or a source is newer than it. */
exports.builtProgram = function builtProgram() {
  if (!existsSync(whole)) return null
  const built = statSync(whole).mtimeMs
  const isNewer = (path) => statSync(path).mtimeMs > built
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  )
  return [...files.map((name) => join(root, name)), ...sources].some(isNewer) ? null : program
}
