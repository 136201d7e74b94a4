import { fillIdentifiers, quoteIdentifier, readSql } from '../engine/sql-file.ts'
import type { LoadRequest } from '../types.ts'
import { distinguishingColumns, rawColumns, type Kind } from './contract.ts'

/** The columns that tell rows of a load apart: those of its business key, and of what else identifies a record. */
export interface KeyColumns {
  readonly identity: readonly string[]
  readonly key: readonly string[]
}

export function keyColumnsOf({ identity, key }: LoadRequest): KeyColumns {
  return { identity, key: key === 'none' ? [] : key }
}

/** A statement under `warehouse/raw/` for one kind: table and columns filled in, `{rows}` with the rows of a segment, their cells by name. */
export function rawStatement(
  file: string,
  kind: Kind,
  {
    identity = [],
    key = [],
    fragments = {},
  }: Partial<KeyColumns> & {
    /** Texts of `{name}` placeholders that hold placeholders themselves. */
    fragments?: Readonly<Record<string, string>>
  } = {},
): string {
  const cells = rawColumns(kind).map((name, index) => `cells[${index + 1}] as ${quoteIdentifier(name)}`)
  const template = readSql(`raw/${file}.sql`)
    .replaceAll(/\{(rows|arrived)\}/g, (_, name: string) => readSql(`raw/load/${name}.sql`).trimEnd())
    .replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => fragments[name] ?? placeholder)
    .replace('{cells}', cells.join(', '))
    .replace('{business_key}', businessKey(kind, key))
    .replace(
      '{identity_hash}',
      identityDigest(kind, { identity, key }, 'to_json(list_value({identity}))::varchar'),
    )
  return fillIdentifiers(template, {
    table: `raw.${kind}`,
    columns: rawColumns(kind),
    identity,
    leaving_columns: rawColumns(kind).map((name) => `leaving.${name}`),
    keyed_distinguishing: distinguishingColumns(kind).map((name) => `keyed.${name}`),
    stored_distinguishing: distinguishingColumns(kind).map((name) => `stored.${name}`),
  })
}

/**
 * The digest of `text`, what tells records of one number apart. Where rows of one number differ in nothing else, the
 * row's own digest says the same, and there is none: half of a payment's digests, and a fifth of what its row takes.
 */
export function identityDigest(kind: Kind, { identity, key }: KeyColumns, text: string): string {
  const told = new Set([...identity, ...key])
  return rawColumns(kind).every((name) => told.has(name)) ? 'null::varchar' : `md5(${text})`
}

/** A row's business number: its one key column, or several joined; null where they are all empty. */
function businessKey(kind: Kind, key: readonly string[]): string {
  const [first, ...others] = key.filter((name) => rawColumns(kind).includes(name)).map(quoteIdentifier)
  if (first === undefined) return 'null::varchar'
  if (others.length === 0) return `nullif(${first}, '')`
  const parts = [first, ...others].map((name) => `coalesce(${name}, '')`).join(', ')
  return `case when concat(${parts}) <> '' then concat_ws('|', ${parts}) end`
}
