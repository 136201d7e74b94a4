import { loadQueries, type Kind, type SheetLayout, type Warehouse } from '#warehouse'
import type { SheetPlan } from './sheet-plan.ts'

/** The tables of the load that came before from the same source. */
export interface LayoutBefore {
  readonly fileName: string
  readonly layouts: readonly SheetLayout[]
}

/** Null for a source that has brought nothing of the kind yet. */
export async function layoutBefore(
  warehouse: Warehouse,
  kind: Kind,
  source: string,
): Promise<LayoutBefore | null> {
  const [line] = await warehouse.query(loadQueries.layoutBefore, { kind, source })
  return line ? { fileName: line.file_name, layouts: JSON.parse(line.layout) as SheetLayout[] } : null
}

/**
 * The clerk's sentence for columns that were there the last time and are not now; what they held stands as it was.
 * Tables that have little in common are different tables, not changed ones.
 */
export function columnChanges(sheets: readonly SheetPlan[], before: LayoutBefore | null): string[] {
  const known = new Map((before?.layouts ?? []).flatMap(({ fields }) => Object.entries(fields)))
  const present = new Set(sheets.flatMap(({ columns }) => [...columns.keys()]))
  const gone = [...known].filter(([field]) => !present.has(field)).map(([, header]) => `“${header}”`)
  if (before === null || gone.length === 0 || gone.length * 2 > known.size) return []
  const taken = (plan: SheetPlan) => new Set([...plan.columns.values(), ...plan.surplus])
  const added = sheets.flatMap((plan) =>
    plan.headers.filter((header, index) => header !== '' && !taken(plan).has(index)),
  )
  const renamed =
    added.length === 0
      ? ''
      : `；多了不认识的列${added.map((header) => `“${header}”`).join('、')}：要是改了名，请撤回这一批，把表头改回来再接入，或写一个映射文件`
  return [`与上一份“${before.fileName}”相比少了列${gone.join('、')}，其中的内容沿用以前的${renamed}`]
}
