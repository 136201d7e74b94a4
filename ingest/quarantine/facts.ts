import { loadStatements, type Warehouse } from '#warehouse'
import { maskPersonalData } from '../privacy/mask.ts'

/** Who does it, and when. */
export interface By {
  readonly actor: string
  readonly now: () => Date
}

/** One corrected cell; null takes an earlier correction back. */
export interface CellEdit {
  readonly id: string
  readonly header: string
  readonly text: string | null
}

/** A cell that reads the same in many open rows of one group, and what it shall read. */
export interface Replacement {
  readonly load: string
  readonly reason: string
  readonly column: string | null
  readonly header: string
  readonly from: string
  readonly to: string
}

/** Notes corrections of open rows; they take effect when the rows are replayed. */
export async function repairCells(warehouse: Warehouse, edits: readonly CellEdit[], by: By): Promise<void> {
  if (edits.length === 0) return
  const kept = edits.map((edit) => ({ ...edit, ...sealed(edit.text) }))
  await warehouse.execute(loadStatements.addRepairs, { edits: JSON.stringify(kept), ...fact(by) })
}

/** The same correction in every open row of the group whose cell reads the same. */
export async function replaceText(warehouse: Warehouse, replacement: Replacement, by: By): Promise<void> {
  const { load, reason, column, header, from, to } = replacement
  const { text, sealed: sealed_text } = sealed(to)
  const params = {
    load,
    reason,
    column,
    header,
    old_text: from,
    new_text: text ?? '',
    sealed_text,
    ...fact(by),
  }
  await warehouse.execute(loadStatements.replaceText, params)
}

/** Sets rows aside as no data, or takes them back among the open ones; the marts' counts follow. */
export async function decideRows(
  warehouse: Warehouse,
  ids: readonly string[],
  decision: { readonly action: 'set_aside' | 'reopen'; readonly reason: string | null },
  by: By,
): Promise<void> {
  await warehouse.execute(loadStatements.addDecisions, { ids: [...ids], ...decision, ...fact(by) })
  await warehouse.write((batch) => batch.applyDecisions())
}

/** What is shown of a corrected text, and the text itself where personal data had to be masked in it. */
function sealed(text: string | null): { text: string | null; sealed: string | null } {
  if (text === null) return { text, sealed: null }
  const masked = maskPersonalData(text)
  return { text: masked.text, sealed: masked.found.length > 0 ? text : null }
}

function fact({ actor, now }: By) {
  return { actor, at: now().toISOString() }
}
