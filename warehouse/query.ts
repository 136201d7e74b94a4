import type { Static, TObject } from 'typebox'
import { readSql } from './engine/sql-file.ts'

declare const paramsType: unique symbol
declare const rowType: unique symbol

/** A select in `warehouse/queries/`, with the types of its parameters and rows. */
export interface NamedQuery<P, R> {
  readonly file: string
  readonly params: TObject
  readonly row: TObject
  readonly sql: string
  /** Phantoms: they carry the types and are never set. */
  readonly [paramsType]?: P
  readonly [rowType]?: R
}

/**
 * Names a SQL file under `warehouse/queries/` and states the shape of what goes in and comes out. A test prepares
 * every query on the real engine and compares names and types with these schemas.
 */
export function defineQuery<P extends TObject, R extends TObject>(definition: {
  file: string
  params: P
  row: R
}): NamedQuery<Static<P>, Static<R>> {
  return {
    file: definition.file,
    params: definition.params,
    row: definition.row,
    get sql() {
      return readSql(`queries/${definition.file}`)
    },
  }
}
