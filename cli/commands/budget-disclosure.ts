import { basename } from 'node:path'
import { checkDisclosure, linesOf, type DisclosureReport } from '#analysis'
import { IngestError, readDisclosure } from '#ingest'

/** One published file and what does not add up in it; `problem` when it could not be read. */
export interface CheckedDisclosure extends DisclosureReport {
  readonly file: string
  readonly problem: { readonly code: string; readonly message: string } | null
}

/** `huizhi budget disclosure`: reads each file's text and checks it. Touches no data home. */
export async function checkDisclosures(paths: readonly string[]): Promise<CheckedDisclosure[]> {
  const checked: CheckedDisclosure[] = []
  for (const path of paths) checked.push({ file: basename(path), ...(await checkOne(path)) })
  return checked
}

async function checkOne(path: string): Promise<Omit<CheckedDisclosure, 'file'>> {
  try {
    return { ...checkDisclosure(linesOf(await readDisclosure(path))), problem: null }
  } catch (error) {
    if (!(error instanceof IngestError)) throw error
    const { code, message } = error
    return { year: null, unit: null, tables: [], issues: [], problem: { code, message } }
  }
}
