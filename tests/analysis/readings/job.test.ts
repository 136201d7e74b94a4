import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Warehouse } from '#warehouse'
import { loadRows, petition } from '#tests/loads.ts'
import { read } from '#tests/sql-probe.ts'
import { emptyWarehouse } from '#tests/warehouses.ts'
import { runJobs } from '../../../analysis/jobs/run.ts'
import { voicesJob } from '../../../analysis/jobs/voices.ts'

let warehouse: Warehouse
let modelsDir: string

beforeEach(async () => {
  modelsDir = await mkdtemp(join(tmpdir(), 'huizhi-readings-'))
  warehouse = await emptyWarehouse()
})

afterEach(async () => {
  await warehouse.close()
  await rm(modelsDir, { recursive: true })
})

async function load(
  fileName: string,
  letters: Record<string, { title: string; body: string }>,
): Promise<void> {
  const rows = Object.entries(letters).map(([id, text]) => petition(id, text))
  await loadRows(warehouse, { kind: 'petitions', fileName, rows })
}

async function run(options: { force?: boolean } = {}): Promise<number | null | undefined> {
  const context = { warehouse, modelsDir, now: new Date('2026-03-01T00:00:00Z'), log: () => undefined }
  const [report] = await runJobs([voicesJob], context, options)
  return report?.rows
}

const stored = (): Promise<Record<string, unknown>[]> =>
  read(warehouse, 'select voice_id, keywords, traits from analysis.voice_readings order by all')

const leak = { title: '示例家园漏水', body: '示例家园三号楼屋顶漏水，物业不修。' }
const noise = { title: '夜间施工噪声', body: '示例路工地夜里施工，噪声很大。' }

test('each voice is read once: later runs read what is new or changed and nothing else', async () => {
  await load('一月.csv', { A1: leak, A2: noise })
  expect(await run()).toBe(2)
  expect(await run()).toBeNull()
  await load('二月.csv', { A3: { title: '路灯不亮', body: '示例路路灯坏了。' } })
  expect(await run()).toBe(1)
  await load('三月.csv', { A2: { ...noise, body: `${noise.body}请管一管。` } })
  expect(await run()).toBe(1)
  expect(await stored()).toHaveLength(3)
})

test('an interrupted run leaves what it read and goes on from there', async () => {
  await load('一月.csv', { A1: leak, A2: noise })
  const controller = new AbortController()
  controller.abort()
  const context = { warehouse, modelsDir, now: new Date(0), log: () => undefined, signal: controller.signal }
  const plan = await voicesJob.plan(context)
  await expect(plan.run('f')).rejects.toThrow()
  expect(await run()).toBe(2)
})

test('reading in several runs gives what one run gives', async () => {
  await load('一月.csv', { A1: leak })
  await run()
  await load('二月.csv', { A2: noise, A3: leak })
  await run()
  const inParts = await stored()
  await warehouse.close()
  warehouse = await emptyWarehouse()
  await load('全部.csv', { A3: leak, A2: noise, A1: leak })
  await run()
  expect(await stored()).toEqual(inParts)
  expect(inParts.map((row) => row['keywords'])).toEqual([
    expect.stringContaining('漏水'),
    expect.stringContaining('噪声'),
    expect.stringContaining('漏水'),
  ])
})
