import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { dataDictionary } from '#warehouse'

const root = join(import.meta.dirname, '..', '..')
const skipped = new Set(['node_modules', '.git', 'dist', 'built', 'coverage', 'data'])

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return markdownFiles(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

const documents = markdownFiles(root).map((path) => ({
  name: relative(root, path),
  path,
  text: readFileSync(path, 'utf8'),
}))

test.each(documents)('$name: relative links lead to files that exist', ({ path, text }) => {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  const broken = links
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .filter((target) => !existsSync(join(dirname(path), decodeURI(target.split('#')[0] ?? ''))))
  expect(broken).toEqual([])
})

test.each(documents)('$name: npm scripts named exist', ({ text }) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = [...text.matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, script = '']) => script)
  expect(named.filter((script) => !(script in scripts))).toEqual([])
})

test('the data dictionary is up to date (npm run generate)', async () => {
  expect(readFileSync(join(root, 'docs', 'data-dictionary.md'), 'utf8')).toBe(await dataDictionary())
})
