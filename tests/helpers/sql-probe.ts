import { Type } from 'typebox'
import { defineQuery, type NamedQuery, type Warehouse } from '#warehouse'

/** A query of a test's own: same object as the product's, with its text inside instead of in a file. */
export function probe(sql: string): NamedQuery<Record<string, unknown>, Record<string, unknown>> {
  const named = defineQuery({
    file: `probe:${sql}`,
    params: Type.Object({}),
    row: Type.Object({}),
  })
  return Object.defineProperty(named, 'sql', { value: sql })
}

export function read(warehouse: Warehouse, sql: string): Promise<Record<string, unknown>[]> {
  return warehouse.query(probe(sql), {})
}
