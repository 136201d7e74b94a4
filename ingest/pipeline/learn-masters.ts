import { rawColumns, type Kind } from '#warehouse'
import { extendMasters, referencedBy, taughtBy, type Lesson, type Masters } from '../sources/references.ts'
import { RowReader } from './row-reader.ts'
import { IngestError } from '../errors.ts'
import { planFile, type FilePlan } from './file-plan.ts'
import type { PlanRequest, SheetPlan } from './sheet-plan.ts'

/** Units stand before the budget lines that name them. */
const order: readonly Kind[] = ['regions', 'units', 'budget_lines']

/**
 * The master data as it will stand once these sheets are in: a payment may come together with its budget line, in one
 * workbook or in one pass over a folder, and in any order. Only sheets that others among them refer to are read twice.
 */
export async function learnMasters(plans: readonly SheetPlan[], masters: Masters): Promise<Masters> {
  const kinds = new Set(plans.map(({ contract }) => contract.kind))
  let known = masters
  for (const kind of order) {
    const lessons = taughtBy(kind).filter(({ master }) =>
      [...kinds].some((other) => other !== kind && referencedBy(other).includes(master)),
    )
    if (lessons.length === 0) continue
    for (const plan of plans)
      if (plan.contract.kind === kind) {
        const held = { ...plan, masters: known }
        known = (await unlessRefused(() => learnSheet(held, lessons))) ?? known
      }
  }
  return known
}

/** The same for the sheets of several files, which are opened for it. A file that cannot be read teaches nothing. */
export async function learnFromFiles(
  files: readonly { readonly path: string; readonly name: string }[],
  request: Omit<PlanRequest, 'fileName' | 'masters'>,
  masters: Masters,
): Promise<Masters> {
  const opened: FilePlan[] = []
  try {
    for (const { path, name } of files) {
      const plan = await unlessRefused(() => planFile(path, { ...request, fileName: name }))
      if (plan) opened.push(plan)
    }
    return await learnMasters(
      opened.flatMap(({ sheets }) => sheets),
      masters,
    )
  } finally {
    for (const { table } of opened) await table.close()
  }
}

/** Whatever is wrong with a file is told when it is loaded. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IngestError) return null
    throw error
  }
}

/** Only rows that will be accepted teach: a refused budget line vouches for no payment. */
async function learnSheet(plan: SheetPlan, lessons: readonly Lesson[]): Promise<Masters> {
  const reader = new RowReader(plan)
  const columns = rawColumns(plan.contract.kind)
  const positions = lessons.map((lesson) => ({ lesson, position: columns.indexOf(lesson.field) }))
  const learned: { lesson: Lesson; text: string }[] = []
  for await (const batch of plan.sheet.batches())
    for (const row of batch) {
      const read = reader.read(row)
      if (read === null || !('values' in read)) continue
      for (const { lesson, position } of positions) {
        const text = read.values[position] ?? null
        if (text !== null) learned.push({ lesson, text })
      }
    }
  return extendMasters(plan.masters, learned)
}
