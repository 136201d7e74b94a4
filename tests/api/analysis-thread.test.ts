import { afterAll, beforeAll, expect, it } from 'vitest'
import { runAnalysisInThread } from '#api'
import { runAnalysis } from '#analysis'
import { apiQueries, openWarehouse, type Warehouse } from '#warehouse'
import { fillSources } from './sample-rows.ts'

const now = new Date('2026-03-02T01:00:00Z')
const lines: string[] = []
const context = (warehouse: Warehouse) => ({
  warehouse,
  modelsDir: '/nonexistent',
  now,
  log: (line: string) => lines.push(line),
})

let here: Warehouse
let there: Warehouse
beforeAll(async () => {
  here = await openWarehouse({ memory: true })
  there = await openWarehouse({ memory: true })
  await fillSources(here)
  await fillSources(there)
})
afterAll(async () => {
  await here.close()
  await there.close()
})

it('gives in a thread what the analyses give here, and skips what has not changed', async () => {
  const reports = await runAnalysisInThread(context(there))
  expect(reports).toEqual(await runAnalysis(context(here)))
  expect(lines.length).toBeGreaterThan(0)
  const rules = (warehouse: Warehouse) => warehouse.query(apiQueries.findings.rules, {})
  expect(await rules(there)).toEqual(await rules(here))
  const again = await runAnalysisInThread(context(there))
  expect(again.every((report) => report.skipped)).toBe(true)
})

it('carries an error of the warehouse over with its code', async () => {
  const closed = await openWarehouse({ memory: true })
  await closed.close()
  await expect(runAnalysisInThread(context(closed))).rejects.toMatchObject({ code: 'WH_CLOSED' })
})

it('stops when the server stops', async () => {
  const stopping = new AbortController()
  const running = runAnalysisInThread(context(there), { force: true, signal: stopping.signal })
  stopping.abort()
  await expect(running).rejects.toMatchObject({ code: 'API_STOPPING' })
})
