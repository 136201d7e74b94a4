import type { DatabaseSettings } from '../declare/schema.ts'
import type { Window } from '../run/mark.ts'

/** How one database writes names and bound values. */
export interface Dialect {
  readonly quote: '"' | '`'
  readonly placeholder: (position: number) => string
}

/** The query of a source: its own text, or all columns of its table from the mark on; values are bound, never pasted. */
export function selectStatement(
  { table, select }: DatabaseSettings,
  column: string | undefined,
  window: Window | null,
  dialect: Dialect,
): { sql: string; values: string[] } {
  const values: string[] = []
  const bind = (value: string) => {
    values.push(value)
    return dialect.placeholder(values.length)
  }
  if (select !== undefined) {
    const body = select.trim().replace(/;\s*$/, '')
    const sql = body.replace(/\{(since|until)\}/g, (_, name: 'since' | 'until') => bind(window?.[name] ?? ''))
    return { sql, values }
  }
  const from = `select * from ${quoted(table ?? '', dialect.quote)}`
  if (window === null || column === undefined) return { sql: from, values }
  const name = quotedPart(column, dialect.quote)
  return { sql: `${from} where ${name} >= ${bind(window.since)} order by ${name}`, values }
}

function quoted(name: string, quote: string): string {
  return name
    .split('.')
    .map((part) => quotedPart(part, quote))
    .join('.')
}

function quotedPart(part: string, quote: string): string {
  return quote + part.trim().replaceAll(quote, quote + quote) + quote
}
