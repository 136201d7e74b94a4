import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWarehouse } from '#warehouse'
import { loadRows, payment } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'huizhi-warehouse-'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

const child = join(import.meta.dirname, '..', 'helpers', 'crash-child.ts')

function start(first: number): ChildProcess {
  return fork(child, [home, String(first)], { execArgv: ['--import', 'tsx'], silent: true })
}

function message(process: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    process.once('message', resolve)
    process.once('exit', (code) => {
      reject(new Error(`the child ended early with ${String(code)}`))
    })
  })
}

async function kill(process: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => process.removeAllListeners('exit').once('exit', resolve))
  process.kill('SIGKILL')
  await ended
}

test('a second process is told that the data home is in use', async () => {
  const process = start(0)
  await message(process)
  await expect(openWarehouse({ dataDir: home })).rejects.toMatchObject({ code: 'WH_LOCKED' })
  await expect(openWarehouse({ dataDir: home })).rejects.toThrow('数据目录正被另一个进程使用')
  await kill(process)
  const warehouse = await openWarehouse({ dataDir: home })
  await warehouse.close()
})

test('two openings in one process share one warehouse, and the last to close releases the lock', async () => {
  const [first, second] = await Promise.all([
    openWarehouse({ dataDir: home }),
    openWarehouse({ dataDir: home }),
  ])
  await loadRows(first, { kind: 'payments', fileName: 'p.csv', rows: [payment('V1', '1.00')] })
  await first.close()
  expect(await read(second, 'select payment_id from marts.payments')).toEqual([{ payment_id: 'V1' }])
  await second.close()
  const again = await openWarehouse({ dataDir: home })
  expect(await read(again, 'select payment_id from marts.payments')).toEqual([{ payment_id: 'V1' }])
  await again.close()
})
