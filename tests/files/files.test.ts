import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isDiskFull, readIfPresent, readTextIfPresent, writeWhole } from '#files'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huizhi-files-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('small files', () => {
  it('are written whole, in folders made for them, for the owner alone, with nothing left beside them', async () => {
    const path = join(folder, '一', '二', '设置.yaml')
    await writeWhole(path, '甲: 1\n')
    await writeWhole(path, '甲: 2\n')
    expect(readFileSync(path, 'utf8')).toBe('甲: 2\n')
    expect(readdirSync(join(folder, '一', '二'))).toEqual(['设置.yaml'])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('that cannot be written leave the old one and nothing else', async () => {
    const path = join(folder, '设置.yaml')
    await writeWhole(join(path, '子文件'), '占住名字')
    await expect(writeWhole(path, '新')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['设置.yaml'])
  })

  it('that are missing are null; what cannot be read is an error', async () => {
    expect(await readTextIfPresent(join(folder, '没有'))).toBeNull()
    expect(await readIfPresent(join(folder, '没有', '更没有'))).toBeNull()
    await expect(readTextIfPresent(folder)).rejects.toThrow()
  })
})

describe('a full disk', () => {
  it.each([
    ['ENOSPC', true],
    ['EDQUOT', true],
    ['EACCES', false],
  ])('is told by %s: %s', (code, full) => {
    expect(isDiskFull(Object.assign(new Error('write'), { code }))).toBe(full)
  })

  it('is not told by other values', () => {
    expect(isDiskFull(new Error('ENOSPC'))).toBe(false)
    expect(isDiskFull('ENOSPC')).toBe(false)
  })
})
