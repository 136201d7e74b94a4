import { Type } from 'typebox'
import { defineQuery, type NamedQuery, type Warehouse } from '#warehouse'

/** A query of a test's own: same object as the product's, with its text inside instead of in a file. */
export function probe(sql: string): NamedQuery<object, object> {
  const named = defineQuery({
    file: `probe:${sql}`,
    params: Type.Object({}),
    row: Type.Object({}),
  })
  return Object.defineProperty(named, 'sql', { value: sql })
}

export async function read(warehouse: Warehouse, sql: string): Promise<Record<string, unknown>[]> {
  return (await warehouse.query(probe(sql), {})) as Record<string, unknown>[]
}
