import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateSamples, type SampleManifest } from '../../data-samples/generate.ts'

let folder = ''
let manifest: SampleManifest

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
  manifest = await generateSamples(join(folder, 'first'))
}, 300_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function hashes(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const found: Record<string, string> = {}
  for (const entry of entries.filter((item) => item.isFile())) {
    const path = join(entry.parentPath, entry.name)
    found[path.slice(root.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return found
}

describe('sample files', () => {
  it('are the same bytes in every run', async () => {
    await generateSamples(join(folder, 'second'))
    const first = await hashes(join(folder, 'first'))
    expect(Object.keys(first)).toHaveLength(manifest.files.length + 2)
    expect(await hashes(join(folder, 'second'))).toEqual(first)
  }, 300_000)

  it('agree with the committed list of what is planted', async () => {
    for (const name of ['planted.yaml', 'PLANTED.md']) {
      const committed = await readFile(new URL(`../../data-samples/${name}`, import.meta.url), 'utf8')
      expect(await readFile(join(folder, 'first', name), 'utf8')).toBe(committed)
    }
  })

  it('have as many rows as the list says', () => {
    const { counts, files } = manifest
    for (const [kind, count] of Object.entries(counts)) {
      const rows = files
        .filter((file) => file.kind === kind)
        .reduce((sum, file) => sum + file.rows - file.quarantined, 0)
      expect({ kind, rows }).toEqual({ kind, rows: count })
    }
    expect(counts['petitions']).toBe(12_000)
    expect(counts['comments']).toBe(900)
    expect(counts['suggestions']).toBeGreaterThan(1_950)
    expect(counts['payments']).toBeGreaterThan(58_000)
  })

  it('come in the encodings that offices send', async () => {
    const gb = manifest.files.find(({ encoding }) => encoding === 'gb18030')
    const bytes = await readFile(join(folder, 'first', gb?.path ?? ''))
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    expect(text.split('\r\n')[0]).toMatch(/^[一-龥]+(,[一-龥]+)+/)
    const bom = manifest.files.find(({ encoding }) => encoding === 'utf-8-bom')
    expect([...(await readFile(join(folder, 'first', bom?.path ?? ''))).subarray(0, 3)]).toEqual([
      0xef, 0xbb, 0xbf,
    ])
  })

  it('keep personal numbers of blocks nobody holds', async () => {
    const board = manifest.files.filter(({ path }) => path.includes('网上信访'))
    for (const { path } of board) {
      const text = await readFile(join(folder, 'first', path), 'utf8')
      for (const [phone] of text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g)) expect(phone).toMatch(/^1990000/)
      for (const [id] of text.matchAll(/(?<!\d)\d{17}[\dX](?!\d)/g)) expect(id).toMatch(/^99/)
    }
  })
})
