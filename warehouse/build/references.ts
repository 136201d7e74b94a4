import type { Connection } from '../engine/connection.ts'
import { textOf } from '../engine/values.ts'
import { WarehouseError } from '../errors.ts'

type Tree = Readonly<Record<string, unknown>>

/** What a text references never changes, and a process may open many warehouses (tests do). */
const known = new Map<string, readonly string[]>()

/** Tables a select names, as 'schema.table', sorted. Read from DuckDB's own parse tree, CTE names left out. */
export async function referencedTables(
  connection: Connection,
  sql: string,
  place: string,
): Promise<readonly string[]> {
  const remembered = known.get(sql)
  if (remembered) return remembered
  const [row] = await connection.records('select json_serialize_sql($sql::varchar) as tree', { sql })
  const tree = JSON.parse(textOf(row?.['tree'])) as Tree
  if (tree['error'] === true) throw new WarehouseError('WH_QUERY_NOT_SELECT', { file: place })
  const found = new Set<string>()
  walk(tree, new Set(), found)
  const tables = [...found].sort()
  known.set(sql, tables)
  return tables
}

/** A WITH list is visible in its own query and everything below it, not beside it: scopes follow the tree. */
function walk(node: unknown, ctes: ReadonlySet<string>, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, ctes, found)
    return
  }
  if (!isTree(node)) return
  const inner = new Set([...ctes, ...cteNames(node)])
  if (node['type'] === 'BASE_TABLE') {
    const schema = text(node['schema_name'])
    const catalog = text(node['catalog_name'])
    const table = text(node['table_name'])
    if (schema !== '' || catalog !== '' || !inner.has(table)) {
      found.add([catalog, schema, table].filter((part) => part !== '').join('.'))
    }
  }
  for (const value of Object.values(node)) walk(value, inner, found)
}

function cteNames(node: Tree): string[] {
  const map = node['cte_map']
  if (!isTree(map) || !Array.isArray(map['map'])) return []
  return map['map'].filter(isTree).map((entry) => text(entry['key']))
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
