import { loadQueries, type LoadRequest, type SheetLayout, type Warehouse } from '#warehouse'
import { keptNames } from './column-names.ts'
import type { SheetPlan } from './sheet-plan.ts'

/** What tells which loads a file follows. */
export type Series = Pick<LoadRequest, 'kind' | 'source' | 'fileName'>

/** The tables of a load that came before in the same series. */
export interface LayoutBefore {
  readonly fileName: string
  readonly layouts: readonly SheetLayout[]
}

/** The last loads of the series, the newest first; empty when nothing of it has come yet. */
export async function layoutsBefore(
  warehouse: Warehouse,
  { kind, source, fileName }: Series,
): Promise<LayoutBefore[]> {
  const lines = await warehouse.query(loadQueries.layoutsBefore, { kind, source, file_name: fileName })
  return lines.map((line) => ({
    fileName: line.file_name,
    layouts: JSON.parse(line.layout) as SheetLayout[],
  }))
}

/**
 * The clerk's sentence for columns that the series had and the file does not; what they held stands as it was. Columns
 * that only older loads had are told when headers nobody knows stand where they were: they may have been renamed.
 * Tables that have little in common are different tables, not changed ones.
 */
export function columnChanges(sheets: readonly SheetPlan[], before: readonly LayoutBefore[]): string[] {
  const present = new Set(sheets.flatMap(({ columns }) => [...columns.keys()]))
  const [previous, ...older] = before.map((load) => comparison(load, present)).filter((one) => one !== null)
  if (previous === undefined) return []
  const lacking = [previous, ...older].filter(({ gone }) => gone.size > 0)
  const added = unknownHeaders(sheets, new Set(lacking.flatMap(({ headers }) => [...headers])))
  const told = added.length > 0 ? lacking : lacking.filter((one) => one === previous)
  if (told.length === 0) return []
  return [sentence(told, added)]
}

interface Comparison {
  readonly fileName: string
  readonly headers: ReadonlySet<string>
  /** Field → its header in that load. */
  readonly gone: ReadonlyMap<string, string>
}

/** Null for a load whose table is another one: the file has less than half of its fields. */
function comparison({ fileName, layouts }: LayoutBefore, present: ReadonlySet<string>): Comparison | null {
  const known = new Map(layouts.flatMap(({ fields }) => Object.entries(fields)))
  const gone = new Map([...known].filter(([field]) => !present.has(field)))
  if (gone.size * 2 > known.size) return null
  return { fileName, headers: new Set(layouts.flatMap(({ headers }) => headers)), gone }
}

function unknownHeaders(sheets: readonly SheetPlan[], known: ReadonlySet<string>): string[] {
  return sheets.flatMap(({ headers, columns, surplus }) => {
    const taken = new Set([...columns.values(), ...surplus])
    return keptNames(headers).filter(
      (name, index) => headers[index] !== '' && !known.has(name) && !taken.has(index),
    )
  })
}

function sentence(told: readonly Comparison[], added: readonly string[]): string {
  // Where several loads had a field, the newest names the file and the header.
  const lastSeen = new Map<string, { header: string; fileName: string }>()
  for (const { fileName, gone } of told)
    for (const [field, header] of gone) if (!lastSeen.has(field)) lastSeen.set(field, { header, fileName })
  const seen = [...lastSeen.values()]
  const files = [...new Set(seen.map(({ fileName }) => fileName))]
  const lost = `与以前的${quoted(files)}相比少了列${quoted(seen.map(({ header }) => header))}，已有的记录沿用以前的内容`
  return added.length === 0
    ? lost
    : `${lost}；多了不认识的列${quoted(added)}：要是改了名，请撤回这一批，把表头改回来再接入，或写一个映射文件`
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、')
}
