import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { ingestPaths } from '#ingest'
import { openWarehouse, type Warehouse } from '#warehouse'

/** One group of real files that belongs together in one data home. */
export interface FileGroup {
  readonly name: string
  readonly paths: readonly string[]
  readonly mapping?: string
  /** Mapping files of the data home, each used where it fits. */
  readonly mappings?: readonly string[]
  /** Every file is to be refused as a whole. */
  readonly refused?: boolean
  /** Data rows the files hold, counted by another program; null when nobody counted. */
  readonly rows: number | null
}

export interface IngestFigures {
  readonly group: string
  readonly files: number
  readonly rows: number
  readonly accepted: number
  readonly quarantined: number
  readonly unchanged: number
  readonly expected: number | null
  readonly reasons: Record<string, number>
  readonly errors: readonly string[]
  /** accepted + quarantined + unchanged = rows for every file, and rows = what the files hold. */
  readonly adds: boolean
}

/** Opens an empty data home, does the work, removes it again. */
export async function withDataHome<T>(
  work: (warehouse: Warehouse, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'huizhi-evaluate-'))
  const warehouse = await openWarehouse({ dataDir })
  try {
    return await work(warehouse, dataDir)
  } finally {
    await warehouse.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Ingests a group and sums its ledger; never prints a cell. */
export async function ingestGroup(
  warehouse: Warehouse,
  dataDir: string,
  group: FileGroup,
): Promise<IngestFigures> {
  await mkdir(join(dataDir, 'mappings'), { recursive: true })
  for (const path of group.mappings ?? []) await copyFile(path, join(dataDir, 'mappings', basename(path)))
  const { loads, errors } = await ingestPaths(warehouse, [...group.paths], {
    dataDir,
    actor: 'evaluate',
    now: () => new Date(),
    ...(group.mapping === undefined ? {} : { mapping: group.mapping }),
  })
  const sum = (pick: (load: (typeof loads)[number]) => number) =>
    loads.reduce((total, load) => total + pick(load), 0)
  const reasons: Record<string, number> = {}
  for (const load of loads) {
    for (const [code, count] of Object.entries(load.reasons)) reasons[code] = (reasons[code] ?? 0) + count
  }
  const rows = sum((load) => load.rows)
  const balanced = loads.every((load) => load.accepted + load.quarantined + load.unchanged === load.rows)
  return {
    group: group.name,
    files: loads.length,
    rows,
    accepted: sum((load) => load.accepted),
    quarantined: sum((load) => load.quarantined),
    unchanged: sum((load) => load.unchanged),
    expected: group.rows,
    reasons,
    errors: errors.map((error) => `${basename(error.file)} ${error.code}`),
    adds:
      balanced &&
      errors.length === (group.refused ? group.paths.length : 0) &&
      (group.rows === null || group.rows === rows),
  }
}
