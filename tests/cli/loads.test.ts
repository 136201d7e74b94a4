import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHuizhi } from '#tests/served.ts'

/** Loads and refused rows from the command line: real processes, one JSON document each, exit codes. */
let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huizhi-cli-loads-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function json(...args: string[]): Promise<{ code: number | null; body: Record<string, unknown> }> {
  const { code, stdout } = await runHuizhi([...args, '--data-dir', home, '--json'])
  return { code, body: JSON.parse(stdout) as Record<string, unknown> }
}

test('a load is checked against typed totals, looked at, withdrawn and restored; its refused rows leave as a workbook', async () => {
  const file = join(home, '支付.csv')
  const lines = [
    '凭证号,收款人,金额,支付日期,预算单位,年度',
    'P1,示例公司,100.00,2026-01-05,市教育局,2026',
    'P2,示例商行,见附件,2026-01-06,市教育局,2026',
  ]
  await writeFile(file, lines.join('\n'))
  expect((await json('ingest', file, '--rows', '3', '--sum', '金额=100')).code).toBe(2)
  const unbalanced = await json('loads', 'list', '--unbalanced')
  const [load] = unbalanced.body['loads'] as { load_id: string }[]
  expect(unbalanced.body['loads']).toMatchObject([{ file_name: '支付.csv', reconciled: 'unbalanced' }])
  const id = load?.load_id ?? ''

  const groups = await json('quarantine', 'list')
  expect(groups.body['groups']).toMatchObject([{ load_id: id, column_name: 'amount', open_rows: 1 }])
  expect((await json('quarantine', 'export', join(home, '隔离.xlsx'))).body).toMatchObject({ rows: 1 })
  expect((await json('quarantine', 'replay')).body).toMatchObject({ asked: 1, loads: [{ quarantined: 1 }] })
  await json('quarantine', 'set-aside', `${id}-3`, '--reason', '不是数据')
  expect((await json('quarantine', 'replay')).body).toMatchObject({ asked: 0, loads: [] })

  const preview = await json('loads', 'withdraw', id, '--dry-run')
  expect(preview.body).toMatchObject({ dryRun: true, withdrawn: [{ loadId: id, removed: 1 }] })
  expect((await runHuizhi(['loads', 'withdraw', id, '--data-dir', home])).stderr).toContain('--reason')
  expect((await json('loads', 'withdraw', id, '--reason', '送错')).code).toBe(0)
  const rerun = await runHuizhi(['loads', 'rerun', id, '--data-dir', home])
  expect([rerun.code, rerun.stderr]).toEqual([1, expect.stringContaining('WH_LOAD_UNKNOWN')])
  const restored = await json('loads', 'restore', id)
  expect(restored.body['loads']).toMatchObject([{ loadId: id, rows: 2, accepted: 1, quarantined: 1 }])
}, 240_000)
