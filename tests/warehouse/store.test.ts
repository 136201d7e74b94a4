import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { Connection } from '../../warehouse/engine/connection.ts'

const setting = "select current_setting('preserve_insertion_order') as kept"

it('a store that fails says why, and its rollback keeps the order of rows again', async () => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = new Connection(await instance.connect())
  try {
    await connection.store('create table numbers as select range as n from range(10)')
    expect(await connection.records(setting)).toEqual([{ kept: true }])
    await connection.run('begin transaction')
    await expect(
      connection.store("insert into numbers select cast('x' || n as bigint) from numbers"),
    ).rejects.toThrow(/Conversion Error/)
    await connection.rollback()
    expect(await connection.records(setting)).toEqual([{ kept: true }])
    expect(await connection.records('select count(*) as rows from numbers')).toEqual([{ rows: 10 }])
    // Nothing is open: nothing to take back.
    await connection.rollback()
  } finally {
    connection.close()
    instance.closeSync()
  }
})
