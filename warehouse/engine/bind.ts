import {
  LIST,
  VARCHAR,
  listValue,
  type DuckDBPreparedStatement,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'

/** What may be bound to a `$name::type` parameter. Dates and money go in as text and are cast by the SQL. */
export type Parameter = string | number | boolean | null | undefined | Date | readonly (string | number)[]

/**
 * Binds a record to a statement by name. A parameter the statement does not name is ignored, one it names and the
 * record lacks is bound as null: the statement's own casts and filters say what null means.
 */
export function bindParameters(
  statement: DuckDBPreparedStatement,
  parameters: Readonly<Record<string, unknown>>,
): void {
  for (let index = 1; index <= statement.parameterCount; index++) {
    const value = parameters[statement.parameterName(index)] as Parameter
    const [bound, type] = toBound(value)
    statement.bindValue(index, bound, type)
  }
}

function toBound(value: Parameter): [DuckDBValue, DuckDBType?] {
  if (value === undefined || value === null) return [null]
  if (value instanceof Date) return [value.toISOString().slice(0, 19).replace('T', ' '), VARCHAR]
  if (Array.isArray(value)) return [listValue(value.map(String)), LIST(VARCHAR)]
  return [typeof value === 'number' ? String(value) : (value as string | boolean)]
}

/** Names of a statement's parameters in order of first appearance. */
export function parameterNames(statement: DuckDBPreparedStatement): string[] {
  return Array.from({ length: statement.parameterCount }, (_, index) => statement.parameterName(index + 1))
}
