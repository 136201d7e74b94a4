import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWarehouse, type Warehouse } from '#warehouse'

type Fill = (warehouse: Warehouse) => Promise<void>

const databases = ['warehouse.duckdb', 'state.duckdb'] as const
const kept = new Map<Fill, Promise<Buffer[]>>()
const nothing: Fill = () => Promise.resolve()
const usualNow = () => new Date('2026-01-01T00:00:00Z')

/**
 * Puts into a new data home the databases of one that was opened, and filled, before: building every model takes a
 * second, and is done once per process and filling.
 */
export async function prepareHome(dataDir: string, fill = nothing, now = usualNow): Promise<void> {
  const building = kept.get(fill) ?? build(fill, now)
  kept.set(fill, building)
  const contents = await building
  await mkdir(dataDir, { recursive: true })
  await Promise.all(databases.map((name, at) => writeFile(join(dataDir, name), contents[at] ?? '')))
}

/** An empty warehouse in a folder of its own, which goes when it is closed. */
export async function emptyWarehouse(options: { now?: () => Date } = {}): Promise<Warehouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-empty-'))
  await prepareHome(dataDir)
  const warehouse = await openWarehouse({ dataDir, ...options })
  const close = warehouse.close.bind(warehouse)
  return Object.assign(warehouse, {
    close: async () => {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    },
  })
}

async function build(fill: Fill, now: () => Date): Promise<Buffer[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-prepared-'))
  const warehouse = await openWarehouse({ dataDir, now })
  await fill(warehouse)
  await warehouse.close()
  const contents = await Promise.all(databases.map((name) => readFile(join(dataDir, name))))
  await rm(dataDir, { recursive: true })
  return contents
}
