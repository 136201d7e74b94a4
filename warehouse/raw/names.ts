import { fillIdentifiers, quoteIdentifier, readSql } from '../engine/sql-file.ts'
import { distinguishingColumns, rawColumns, type Kind } from './contract.ts'

/** A statement under `warehouse/raw/` for one kind: table and columns filled in, `{cells}` with its cells by name. */
export function rawStatement(file: string, kind: Kind, identity: readonly string[] = []): string {
  const cells = rawColumns(kind).map((name, index) => `cells[${index + 1}] as ${quoteIdentifier(name)}`)
  const template = readSql(`raw/${file}.sql`).replace('{cells}', cells.join(', '))
  return fillIdentifiers(template, {
    table: `raw.${kind}`,
    columns: rawColumns(kind),
    identity,
    leaving_columns: rawColumns(kind).map((name) => `leaving.${name}`),
    keyed_distinguishing: distinguishingColumns(kind).map((name) => `keyed.${name}`),
    stored_distinguishing: distinguishingColumns(kind).map((name) => `stored.${name}`),
  })
}
