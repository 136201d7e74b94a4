import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { WarehouseError } from '../errors.ts'

const warehouseDir = join(import.meta.dirname, '..')
const cache = new Map<string, string>()

/** Text of a SQL file, `path` relative to `warehouse/` with forward slashes. Read once per process. */
export function readSql(path: string): string {
  const known = cache.get(path)
  if (known !== undefined) return known
  try {
    const text = readFileSync(join(warehouseDir, path), 'utf8')
    cache.set(path, text)
    return text
  } catch (error) {
    throw new WarehouseError('WH_SQL_MISSING', { file: path }, { cause: error })
  }
}

/** SQL files under a folder of `warehouse/`, as sorted relative paths with forward slashes. */
export function listSql(folder: string): string[] {
  return readdirSync(join(warehouseDir, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .map((path) => `${folder}/${path.split(sep).join('/')}`)
    .sort()
}

/** The `--` lines at the head of a file, without the dashes. */
export function headerLines(sql: string): string[] {
  const lines: string[] = []
  for (const line of sql.split('\n')) {
    if (!line.startsWith('--')) break
    lines.push(line.slice(2).trim())
  }
  return lines
}

/** Value of a `-- key: value` line in the head of a file. */
export function headerValue(sql: string, key: string): string | undefined {
  const prefix = `${key}:`
  return headerLines(sql)
    .find((line) => line.startsWith(prefix))
    ?.slice(prefix.length)
    .trim()
}

/**
 * Fills `{name}` in a SQL template with identifiers. DuckDB cannot bind table and column names, and the source
 * kinds share their load statements; only names from our own DDL may come here, hence the strict pattern.
 */
export function fillIdentifiers(
  template: string,
  names: Readonly<Record<string, string | readonly string[]>>,
): string {
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = names[name]
    if (value === undefined) return placeholder
    return (typeof value === 'string' ? [value] : value).map(quoteIdentifier).join(', ')
  })
}

/** A name such as `raw.petitions` or `body`, quoted; anything but lower-case words is a programming error. */
export function quoteIdentifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)*$/.test(name)) {
    throw new TypeError('Only lower-case SQL identifiers may be written into a statement')
  }
  return name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
}

/** A text as a SQL literal, where none can be bound. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
