import { basename, join } from 'node:path'
import { flatten, type JsonObject } from '../../formats/json/records.ts'
import { openTable } from '../../formats/open.ts'
import type { Mapping } from '../../mapping/mapping.ts'
import { readMapping } from '../../mapping/read.ts'
import { mappedColumns, missingMapped } from '../../pipeline/sheet-plan.ts'
import { maskPersonalData } from '../../privacy/mask.ts'
import { contracts } from '../../sources/contracts.ts'
import { rankKinds } from '../../sources/detect.ts'
import { matchHeaders, type HeaderMatch } from '../../sources/header-match.ts'
import type { Source } from '../declare/source.ts'
import { lookInto } from '../folder/pick-up.ts'
import { isSidecar } from '../../reconcile/sidecar.ts'
import { MarkKeeper } from './mark.ts'
import { PullNotes } from './notes.ts'
import { openPull } from './pull.ts'
import { mappingPath, watchedFolder, type RunContext } from './run-source.ts'

const shownRows = 8
const cellCharacters = 120

/** What a first look at a source shows: nothing is stored. */
export interface SourcePreview {
  /** What was looked at: a file's name, or null for a pull. */
  readonly file: string | null
  readonly records: number
  readonly columns: readonly PreviewColumn[]
  /** Texts in the order of `columns`; personal data is masked. */
  readonly rows: readonly (readonly string[])[]
  readonly kind: string | null
  /** Labels of required fields for which there is no column. */
  readonly missing: readonly string[]
}

export interface PreviewColumn {
  readonly header: string
  /** Label of the field it would become; null: kept as an unknown column. */
  readonly field: string | null
}

/** Asks a source for its first page, or opens the first file of its folder. Throws IngestError `source_*`. */
export async function previewSource(
  context: RunContext,
  source: Source,
  signal: AbortSignal,
): Promise<SourcePreview> {
  if (source.type === 'folder') return previewFolder(context, source)
  const { incremental } = source.settings
  const keeper = incremental ? new MarkKeeper(incremental, null, context.tools.now()) : null
  const pull = openPull(source, keeper?.window ?? null, context.tools, signal, new PullNotes())
  try {
    const first = await pull.next()
    const records = first.done ? [] : first.value
    for (const record of records) keeper?.observe(record)
    keeper?.result()
    const mapping = await mappingOf(context, source)
    return describe(source, mapping, null, records.length, ...tabulate(records.slice(0, shownRows)))
  } finally {
    await pull.return(undefined)
  }
}

async function previewFolder(context: RunContext, source: Source): Promise<SourcePreview> {
  const { folder, isOurs } = watchedFolder(context.dataDir, source)
  const names = [...(await lookInto(folder, isOurs)).keys()].filter((name) => !isSidecar(name)).sort()
  const [first] = names
  const mapping = await mappingOf(context, source)
  if (first === undefined) return describe(source, mapping, null, 0, [], [])
  const table = await openTable(join(folder, first))
  try {
    const [sheet] = table.sheets
    const rows: string[][] = []
    for await (const batch of sheet?.batches() ?? []) {
      rows.push(...batch.map((row) => [...row.cells]))
      if (rows.length > shownRows) break
    }
    const headers = sheet?.headers ?? rows.shift() ?? []
    return describe(source, mapping, basename(first), names.length, [...headers], rows.slice(0, shownRows))
  } finally {
    await table.close()
  }
}

function tabulate(records: readonly JsonObject[]): [string[], string[][]] {
  const flat = records.map((record) => flatten(record))
  const headers = [...new Set(flat.flatMap((cells) => [...cells.keys()]))]
  return [headers, flat.map((cells) => headers.map((header) => cells.get(header) ?? ''))]
}

function describe(
  source: Source,
  mapping: Mapping | null,
  file: string | null,
  records: number,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): SourcePreview {
  const match = headers.length === 0 ? null : matchFor(source, mapping, headers)
  const labels = new Map<number, string>()
  for (const field of match?.contract.fields ?? []) {
    const column = match?.columns.get(field.name)
    if (column !== undefined) labels.set(column, field.label)
  }
  return {
    file,
    records,
    columns: headers.map((header, index) => ({ header, field: labels.get(index) ?? null })),
    rows: rows.map((row) => headers.map((_, index) => shown(row[index] ?? ''))),
    kind: match?.contract.kind ?? null,
    missing: match?.missing.map((field) => field.label) ?? [],
  }
}

function matchFor(
  source: Source,
  mapping: Mapping | null,
  headers: readonly string[],
): Pick<HeaderMatch, 'contract' | 'columns' | 'missing'> | null {
  if (mapping) {
    const columns = mappedColumns(mapping, headers)
    return { contract: mapping.contract, columns, missing: missingMapped(mapping, columns) }
  }
  const { kind } = source.settings
  if (kind !== undefined) return matchHeaders(contracts[kind], headers)
  return rankKinds(headers)[0]?.match ?? null
}

async function mappingOf({ dataDir }: RunContext, source: Source): Promise<Mapping | null> {
  const { mapping } = source.settings
  return mapping === undefined ? null : readMapping(await mappingPath(dataDir, mapping))
}

function shown(text: string): string {
  const { text: masked } = maskPersonalData(text)
  return masked.length > cellCharacters ? `${masked.slice(0, cellCharacters)}…` : masked
}
