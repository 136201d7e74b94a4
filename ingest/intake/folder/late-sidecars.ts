import { join } from 'node:path'
import { loadQueries, type Warehouse } from '#warehouse'
import { IngestError } from '../../errors.ts'
import type { By } from '../../quarantine/facts.ts'
import { readSidecar } from '../../reconcile/sidecar.ts'
import { settleLoad } from '../../reconcile/standing.ts'
import { isSidecar, ownerOf } from './names.ts'
import { putDone } from './pick-up.ts'

/** Control totals in the folder whose data file is not there: it came before them, or is still to come. */
export function loneSidecars(settled: readonly string[], all: readonly string[]): string[] {
  return settled.filter((name) => isSidecar(name) && ownerOf(name, all) === undefined)
}

/**
 * Applies control totals that came after their data file to the newest load of the source that has its name, as if
 * a person had typed them, and puts them under `done/`. Returns a sentence on each that stays where it is.
 */
export async function applyLate(
  warehouse: Warehouse,
  source: string,
  { folder, names, by }: { folder: string; names: readonly string[]; by: By },
): Promise<string[]> {
  if (names.length === 0) return []
  const every = { kind: null, loaded_from: null, loaded_to: null, data_from: null, data_to: null }
  const loads = (await warehouse.query(loadQueries.select, { ...every, source })).reverse()
  const left: string[] = []
  for (const name of names) {
    const owner = ownerOf(
      name,
      loads.map((load) => load.file_name),
    )
    const load = loads.find(({ file_name: file }) => file === owner)
    const path = join(folder, name)
    try {
      if (load === undefined)
        left.push(`对账文件“${name}”没有找到它的数据文件，这个来源也没有接入过这个名字的文件，留在原处`)
      else {
        await settleLoad(warehouse, load.load_id, { stated: await readSidecar(path) }, by)
        await putDone(folder, { name, path, sidecars: [] }, by.now())
      }
    } catch (error) {
      if (!(error instanceof IngestError)) throw error
      left.push(`对账文件“${name}”没有用上：${error.message}`)
    }
  }
  return left
}
