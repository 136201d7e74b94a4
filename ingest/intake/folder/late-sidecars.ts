import { basename, join } from 'node:path'
import type { Warehouse } from '#warehouse'
import type { By } from '../../quarantine/facts.ts'
import { applyLate } from '../../reconcile/late-totals.ts'
import { isSidecar, ownerOf } from '../../reconcile/sidecar.ts'
import { putDone } from './pick-up.ts'

/** Control totals in the folder whose data file is not there: it came before them, or is still to come. */
export function loneSidecars(settled: readonly string[], all: readonly string[]): string[] {
  return settled.filter((name) => isSidecar(name) && ownerOf(name, all) === undefined)
}

/** Applies them to what the source brought before, and puts them under `done/`. Returns a sentence on each that stays. */
export async function applyFromFolder(
  warehouse: Warehouse,
  source: string,
  { folder, names, by }: { folder: string; names: readonly string[]; by: By },
): Promise<string[]> {
  const paths = names.map((name) => join(folder, name))
  const outcomes = await applyLate(warehouse, source, paths, by)
  for (const { path, applied } of outcomes)
    if (applied) await putDone(folder, { name: basename(path), path, sidecars: [] }, by.now())
  return outcomes.filter(({ applied }) => !applied).map(({ sentence }) => `${sentence}，留在原处`)
}
