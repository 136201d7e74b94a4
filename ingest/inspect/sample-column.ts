import type { ColumnPlan } from '../pipeline/column-plan.ts'
import { maskPersonalData } from '../privacy/mask.ts'
import { Refusal } from '../values/refusal.ts'
import { oneLine } from '../values/text.ts'
import type { InspectedCell } from './types.ts'

const samples = 3
const longest = 60

/** The first different cells of a column, before and after reading, with personal data masked. */
export function sampleColumn(cells: readonly string[], column: ColumnPlan | null): InspectedCell[] {
  const different = [...new Set(cells.filter((cell) => cell.trim() !== ''))].slice(0, samples)
  return different.map((cell) => {
    const parsed = column ? column.parse(cell) : null
    if (parsed instanceof Refusal) return { before: shown(cell), after: null, problem: parsed.advice }
    return { before: shown(cell), after: parsed === null ? null : shown(parsed), problem: null }
  })
}

function shown(text: string): string {
  const masked = maskPersonalData(oneLine(text)).text
  return masked.length > longest ? `${masked.slice(0, longest)}…` : masked
}
