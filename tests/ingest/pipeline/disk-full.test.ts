import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingestPaths } from '#ingest'
import { openWarehouse, type Warehouse } from '#warehouse'
import { loadInto, loadRows, payment, type TestFile } from '#tests/loads.ts'

const MB = 1024 * 1024
const disk = mkdtempSync(join(tmpdir(), 'huizhi-small-disk-'))
const dataDir = join(disk, 'home')
const filler = join(disk, 'filler')

/** A disk of 64 MB; only root may mount one. */
function mounted(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const canMount = mounted()

afterAll(() => {
  if (canMount) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

async function paid(warehouse: Warehouse): Promise<unknown> {
  return (await warehouse.metric('budget_paid')).value
}

describe.skipIf(!canMount)('a full disk', { timeout: 120_000 }, () => {
  let file: string

  beforeAll(async () => {
    file = join(disk, '支付.csv')
    const warehouse = await openWarehouse({ dataDir })
    writeFileSync(file, '凭证号,预算单位,金额,支付日期\nZF1,示例局,10.00,2024-03-05\n')
    await ingestPaths(warehouse, [file], { dataDir, actor: '测试', now: () => new Date() })
    await warehouse.close()
  })

  it('is noticed before a file is begun; nothing of it stays, and it can come again', async () => {
    const warehouse = await openWarehouse({ dataDir })
    const options = { dataDir, actor: '测试', now: () => new Date() }
    writeFileSync(file, '凭证号,预算单位,金额,支付日期\nZF2,示例局,5.00,2024-03-05\n')
    writeFileSync(filler, Buffer.alloc(44 * MB))
    const { loads, errors } = await ingestPaths(warehouse, [file], options)
    expect([loads, errors.map(({ code }) => code)]).toEqual([[], ['disk_full']])
    expect(readdirSync(join(dataDir, 'archive', '.incoming'))).toEqual([])
    rmSync(filler)
    expect((await ingestPaths(warehouse, [file], options)).loads[0]?.accepted).toBe(1)
    expect(await paid(warehouse)).toBe('15.00')
    await warehouse.close()
  })

  it('that the database meets leaves the last published state, and says what to do', async () => {
    const warehouse = await openWarehouse({ dataDir })
    writeFileSync(filler, Buffer.alloc(46 * MB))
    const noise = (at: number): string => createHash('sha512').update(String(at)).digest('hex')
    const rows = Array.from({ length: 60_000 }, (_, at) => payment(`P${at}`, '1.00', { use_des: noise(at) }))
    const file: TestFile = { kind: 'payments', fileName: '大.csv', rows }
    const looking = warehouse.preview((batch) => loadInto(batch, file))
    await expect(looking).rejects.toMatchObject({ code: 'WH_DISK_FULL' })
    await expect(loadRows(warehouse, file)).rejects.toMatchObject({ code: 'WH_DISK_FULL' })
    await warehouse.close()
    rmSync(filler)
    const again = await openWarehouse({ dataDir })
    expect(await paid(again)).toBe('15.00')
    await again.close()
  })
})
