import { shanghaiDay } from '#calendar'
import type { Kind } from '#warehouse'
import { IngestError } from '../errors.ts'
import type { MappingDraft } from '../mapping/draft.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { mappingsFor } from '../mapping/match.ts'
import { openPlanned } from '../pipeline/file-plan.ts'
import { contracts } from '../sources/contracts.ts'
import { inspectSheet } from './inspect-sheet.ts'
import type { FileInspection, InspectedSheet } from './types.ts'

export interface InspectRequest {
  /** Name the file is known by. */
  readonly fileName: string
  readonly now: () => Date
  /** The kind a person says the file's tables are of. */
  readonly kind?: Kind | undefined
  /** A mapping file named for this occasion. */
  readonly mapping?: Mapping | null | undefined
  /** Those of the data home; another source's only help to guess. */
  readonly mappings: readonly Mapping[]
  /** The declared source that brought the file. */
  readonly source?: string | null | undefined
  /** What a person says about one sheet; the others are looked at as usual. */
  readonly draft?: { readonly sheet: string | null; readonly mapping: MappingDraft } | undefined
}

/**
 * Looks at a file without taking anything in: for each sheet what kind it is, what each column would become with
 * samples before and after reading, and how many of the first 500 rows would be refused and why. Throws IngestError
 * for a file that cannot be read at all.
 */
export async function inspectFile(path: string, request: InspectRequest): Promise<FileInspection> {
  const { fileName, kind = null, mapping = null, mappings: remembered, source = null, draft } = request
  const mappings = mappingsFor(remembered, source)
  const today = shanghaiDay(request.now())
  const plan = { fileName, contract: kind === null ? null : contracts[kind], mapping, mappings, today }
  const table = await openPlanned(path, plan)
  try {
    const sheets: InspectedSheet[] = []
    for (const sheet of table.sheets) {
      const said = draft?.sheet === sheet.name ? draft.mapping : null
      const inspected = await inspectSheet(sheet, { ...plan, kind, draft: said, remembered })
      if (inspected) sheets.push(inspected)
    }
    if (sheets.length === 0)
      throw new IngestError(
        'no_header',
        `“${fileName}”里没有表头，也没有数据。请核对是不是导出了空表。`,
        fileName,
      )
    const notes = table.notes?.() ?? []
    return { file: fileName, format: table.format, encoding: table.encoding, sheets, notes }
  } finally {
    await table.close()
  }
}
