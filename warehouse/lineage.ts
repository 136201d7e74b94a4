import type { Connection } from './engine/connection.ts'
import { fillIdentifiers, readSql } from './engine/sql-file.ts'
import { textOf, type Cell } from './engine/values.ts'
import { WarehouseError } from './errors.ts'
import { reportedDay } from './raw/as-of.ts'
import { isKind, voiceKinds, type Kind } from './raw/contract.ts'
import type { LineageStep, SheetLayout } from './types.ts'

/**
 * A mart row's way back: every stored state of its record with load, file, sheet and row, newest first. `mart` is a
 * record mart ('marts.payments' or 'payments'); for 'voices' the key is a voice_id (`kind:record_key`).
 * Errors: WH_LINEAGE_NONE for marts that summarise many records.
 */
export async function readLineage(
  connection: Connection,
  mart: string,
  recordKey: string,
): Promise<LineageStep[]> {
  const table = mart.replace(/^marts\./, '')
  const { kind, key } = table === 'voices' ? splitVoiceId(recordKey) : { kind: table, key: recordKey }
  if (!isKind(kind)) throw new WarehouseError('WH_LINEAGE_NONE', { mart })
  const contested = await readStates(connection, kind, ...splitIdentity(key))
  return contested.length > 0 ? contested : readStates(connection, kind, key, null)
}

async function readStates(
  connection: Connection,
  kind: Kind,
  key: string,
  identity: string | null,
): Promise<LineageStep[]> {
  const sql = fillIdentifiers(readSql('raw/read/lineage.sql'), { table: `raw.${kind}` })
  const rows = await connection.records(sql.replace('{reported}', reportedDay(kind)), {
    kind,
    record_key: key,
    identity,
  })
  return withEarlierValues(rows.map((row, index) => toStep(kind, row, index === 0)))
}

/** A file without a column says nothing of it: the value of the state before stands. */
function withEarlierValues(newestFirst: readonly LineageStep[]): LineageStep[] {
  const steps: LineageStep[] = []
  for (const step of newestFirst.toReversed()) {
    const before = steps[0]?.values ?? {}
    const hasAll = Object.keys(step.places).length === 0
    const values = Object.entries(step.values).map(([name, value]) =>
      hasAll || value !== null || name in step.places ? [name, value] : [name, before[name] ?? null],
    )
    steps.unshift({ ...step, values: Object.fromEntries(values) as LineageStep['values'] })
  }
  return steps
}

function toStep(kind: Kind, row: Readonly<Record<string, Cell>>, isCurrent: boolean): LineageStep {
  return {
    loadId: textOf(row['load_id']),
    kind,
    source: textOf(row['source']),
    fileName: textOf(row['source_file']),
    fileHash: textOf(row['file_hash']),
    format: text(row['format']),
    places: placesOf(text(row['layout']), text(row['sheet'])),
    sheet: text(row['sheet']),
    rowNumber: Number(row['row_number']),
    rowHash: textOf(row['row_hash']),
    observedAt: instants(textOf(row['observed_at'])),
    loadedAt: text(row['loaded_at']),
    actor: text(row['actor']),
    isCurrent,
    values: canonicalValues(textOf(row['stored_row'])),
    original: JSON.parse(text(row['extra']) ?? '{}') as Record<string, unknown>,
  }
}

/** 'petitions:123' → petitions, 123. */
function splitVoiceId(voiceId: string): { kind: string; key: string } {
  const kind = voiceKinds.find((name) => voiceId.startsWith(`${name}:`))
  if (!kind) throw new WarehouseError('WH_LINEAGE_NONE', { mart: 'voices' })
  return { kind, key: voiceId.slice(kind.length + 1) }
}

/** A contested record key ends in '~' and eight hex digits of its identity hash. */
function splitIdentity(key: string): [string, string | null] {
  const parts = /^(.*)~([0-9a-f]{8})$/s.exec(key)
  return parts ? [parts[1] ?? '', parts[2] ?? ''] : [key, null]
}

/** '["2026-03-01 08:00:00"]' → 2026-03-01T08:00:00Z. */
function instants(list: string): string[] {
  return (JSON.parse(list) as string[]).map((moment) => `${moment.slice(0, 10)}T${moment.slice(11, 19)}Z`)
}

/** Where each column of the row's sheet stood in the file. */
function placesOf(layout: string | null, sheet: string | null): LineageStep['places'] {
  const layouts = layout === null ? [] : (JSON.parse(layout) as SheetLayout[])
  const own = layouts.find((one) => one.sheet === sheet)
  if (!own) return {}
  return Object.fromEntries(
    Object.entries(own.fields).map(([field, header]) => [
      field,
      { header, index: own.headers.indexOf(header) },
    ]),
  )
}

function canonicalValues(storedRow: string): Record<string, string | null> {
  const row = JSON.parse(storedRow) as Record<string, string | null>
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('_')))
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
