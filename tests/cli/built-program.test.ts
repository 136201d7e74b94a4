import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
let copy: string

interface Launcher {
  /** What the program is made from. */
  readonly sources: { readonly folders: readonly string[]; readonly files: readonly string[] }
}

/** A tree with the launcher, a program that says its name, and one source of each kind. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'huizhi-built-'))
  cpSync(join(root, 'bin'), join(copy, 'bin'), { recursive: true })
  write('package.json', '{ "type": "module" }')
  write('built/huizhi.mjs', `export const main = () => console.log('built')`)
  write('built/.whole', '')
  const { sources } = createRequire(import.meta.url)('../../bin/built-program.cjs') as Launcher
  for (const folder of sources.folders) write(`${folder}/index.ts`, '')
  for (const file of sources.files) write(file, '')
  write('cli.ts', `export const main = (): void => console.log('sources')`)
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})

afterAll(() => {
  rmSync(copy, { recursive: true, force: true })
})

it('runs while it is whole and no source is newer; a newer source, however deep, runs itself', () => {
  expect(said()).toBe('built')
  write('warehouse/raw/load.ts', '', 2)
  expect(said()).toBe('sources')
  rmSync(join(copy, 'warehouse/raw/load.ts'))
  expect(said()).toBe('built')
  rmSync(join(copy, 'built', '.whole'))
  expect(said()).toBe('sources')
})

function said(): string {
  return execFileSync(process.execPath, [join(copy, 'bin', 'huizhi.cjs')], { encoding: 'utf8' }).trim()
}

/** @param hours after the program was built; before it unless said */
function write(name: string, text: string, hours = name.startsWith('built/') ? 1 : 0): void {
  const path = join(copy, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  const at = new Date(2026, 0, 1, hours)
  utimesSync(path, at, at)
}
