import { basename } from 'node:path'
import { loadQueries, type Warehouse } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { By } from '../quarantine/facts.ts'
import { ownerOf, readSidecar } from './sidecar.ts'
import { settleLoad } from './standing.ts'

/** What came of control totals that arrived without their data file. */
export interface LateTotals {
  readonly path: string
  readonly applied: boolean
  readonly balanced: boolean
  /** What they were compared with and how it stands, or why they were not used. */
  readonly sentence: string
}

/**
 * Applies control totals that came after their data file to the newest load that has its name, of the source or of any, as if a
 * person had typed them.
 */
export async function applyLate(
  warehouse: Warehouse,
  source: string | null,
  paths: readonly string[],
  by: By,
): Promise<LateTotals[]> {
  if (paths.length === 0) return []
  const every = { kind: null, loaded_from: null, loaded_to: null, data_from: null, data_to: null }
  const loads = (await warehouse.query(loadQueries.select, { ...every, source })).reverse()
  const names = loads.map((load) => load.file_name)
  const outcomes: LateTotals[] = []
  for (const path of paths) {
    const name = basename(path)
    const load = loads.find(({ file_name: file }) => file === ownerOf(name, names))
    outcomes.push({ path, ...(await applyTo(warehouse, load, path, by)) })
  }
  return outcomes
}

async function applyTo(
  warehouse: Warehouse,
  load: { readonly load_id: string; readonly file_name: string } | undefined,
  path: string,
  by: By,
): Promise<Omit<LateTotals, 'path'>> {
  const name = basename(path)
  const unused = (sentence: string) => ({ applied: false, balanced: false, sentence })
  if (load === undefined)
    return unused(`对账文件“${name}”没有找到它的数据文件，这个来源也没有接入过这个名字的文件`)
  try {
    const reconciled = await settleLoad(warehouse, load.load_id, { stated: await readSidecar(path) }, by)
    const balanced = reconciled === 'balanced'
    const outcome = balanced ? '对平' : '未对平'
    return {
      applied: true,
      balanced,
      sentence: `对账文件“${name}”已与先前接入的“${load.file_name}”核对：${outcome}`,
    }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    return unused(`对账文件“${name}”没有用上：${error.message}`)
  }
}
