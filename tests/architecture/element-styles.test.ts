import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

it('every Element Plus part that a page imports has its style sheet', () => {
  const styled = new Set(
    [...read('dashboard/styles/element-plus.ts').matchAll(/theme-chalk\/el-([\w-]+)\.css/g)].map(
      ([, name]) => name,
    ),
  )
  const imported = ['dashboard', 'ui']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((file) => /\.(vue|ts)$/.test(file))
    .flatMap((file) => [...read(file).matchAll(/import \{([^}]+)\} from 'element-plus'/g)])
    .flatMap(([, names = '']) => [...names.matchAll(/\bEl([A-Z]\w+)/g)])
    .map(([, name = '']) => name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase())
  expect(imported.length).toBeGreaterThan(30)
  expect([...new Set(imported)].filter((name) => !styled.has(name))).toEqual([])
})
