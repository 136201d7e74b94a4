import { fillIdentifiers, readSql } from '../engine/sql-file.ts'
import { distinguishingColumns, rawColumns, type Kind } from './contract.ts'

/** A statement under `warehouse/raw/` for one kind: table and columns filled in. */
export function rawStatement(file: string, kind: Kind, identity: readonly string[] = []): string {
  return fillIdentifiers(readSql(`raw/${file}.sql`), {
    table: `raw.${kind}`,
    columns: rawColumns(kind),
    identity,
    leaving_columns: rawColumns(kind).map((name) => `leaving.${name}`),
    keyed_distinguishing: distinguishingColumns(kind).map((name) => `keyed.${name}`),
    stored_distinguishing: distinguishingColumns(kind).map((name) => `stored.${name}`),
  })
}
