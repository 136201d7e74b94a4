import type { Static, TObject } from 'typebox'
import { readSql } from '../engine/sql-file.ts'

declare const paramsType: unique symbol

/** One insert, update or delete on `state.*`, kept in `warehouse/state/<file>.sql`. */
export interface StateStatement<P> {
  readonly file: string
  readonly params: TObject
  readonly sql: string
  readonly [paramsType]?: P
}

export function defineStatement<P extends TObject>(definition: {
  file: string
  params: P
}): StateStatement<Static<P>> {
  return {
    file: definition.file,
    params: definition.params,
    get sql() {
      return readSql(`state/${definition.file}`)
    },
  }
}
