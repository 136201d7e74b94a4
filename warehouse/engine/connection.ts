import { StatementType, type DuckDBConnection } from '@duckdb/node-api'
import { WarehouseError } from '../errors.ts'
import { bindParameters, parameterNames } from './bind.ts'
import { quoteIdentifier } from './sql-file.ts'
import { columnsOf, type Cell } from './values.ts'

/** A finished select: column names, their DuckDB types and the values by column. */
export interface ColumnResult {
  readonly names: readonly string[]
  readonly types: readonly string[]
  readonly columns: readonly (readonly Cell[])[]
  readonly rows: number
}

/** What a prepared statement says about itself before it runs. */
export interface StatementShape {
  readonly parameters: readonly string[]
  readonly names: readonly string[]
  readonly types: readonly string[]
  readonly isSelect: boolean
}

/** Some rows of a result: the columns' names, for each row what it is kept under, and its values as a JSON array. */
export interface JsonRows {
  readonly names: readonly string[]
  readonly keys: readonly string[]
  readonly rows: readonly string[]
}

const interruptMs = 50

/**
 * One DuckDB connection. Callers serialise their use of it. Statements are prepared for one run each: DuckDB plans
 * with the statistics of that moment and does not plan again when rows were inserted, so a kept statement can skip
 * new rows or return garbled group keys (measured with 1.5.6; a test holds the example).
 */
export class Connection {
  readonly native: DuckDBConnection

  constructor(native: DuckDBConnection) {
    this.native = native
  }

  /** Runs reads in one transaction: all see the same commit, and none is planned before and run after another. */
  async snapshot<T>(reads: () => Promise<T>): Promise<T> {
    await this.native.run('begin transaction')
    try {
      return await reads()
    } finally {
      await this.native.run('rollback')
    }
  }

  /** Runs a statement that changes something; returns how many rows it changed. */
  async run(sql: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const statement = await this.native.prepare(sql)
    try {
      bindParameters(statement, parameters)
      const { rowsChanged } = await statement.run()
      return rowsChanged
    } finally {
      statement.destroySync()
    }
  }

  /**
   * Runs a statement that stores many rows, in any order. Kept in the order they came, rows cost twice the processor
   * and nearly twice the space (measured with 1.5.6). The setting is the whole database's, so a read planned meanwhile
   * has its order from its `order by` alone. Should the statement fail, `rollback` puts the setting back: in a
   * transaction that failed nothing can be set. Returns how many rows were stored.
   */
  async store(sql: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<number> {
    await this.native.run('set global preserve_insertion_order = false')
    const rows = await this.run(sql, parameters)
    await this.keepOrder()
    return rows
  }

  /** Rows stay in the order they came from here on. */
  async keepOrder(): Promise<void> {
    await this.native.run('set global preserve_insertion_order = true')
  }

  /** Ends the transaction and takes back what it did. A commit that failed (full disk) has ended it already, or the whole database. */
  async rollback(): Promise<void> {
    try {
      await this.native.run('rollback')
    } catch (error) {
      const message = error instanceof Error ? error.message : ''
      if (message.includes('has been invalidated')) return
      if (!message.includes('no transaction is active')) throw error
    }
    await this.keepOrder()
  }

  /** Runs a select; `timeoutMs` interrupts it. */
  async select(
    sql: string,
    parameters: Readonly<Record<string, unknown>> = {},
    timeoutMs?: number,
  ): Promise<ColumnResult> {
    const statement = await this.native.prepare(sql)
    try {
      if (statement.statementType !== StatementType.SELECT) throw new WarehouseError('WH_QUERY_NOT_SELECT')
      bindParameters(statement, parameters)
      const result = await this.timed(timeoutMs, () => statement.run())
      const types = result.columnTypes().map(String)
      return { names: result.columnNames(), types, columns: columnsOf(result), rows: result.rowCount }
    } finally {
      statement.destroySync()
    }
  }

  /**
   * The rows of a select as JSON texts, some thousand at a time: neither the engine nor we hold them all. The select's
   * own `order by` gives the order; decimals, dates and timestamps are texts. `by` names a column of whole numbers.
   * Whole numbers must be below 2^53 and fractions finite: what JSON cannot hold is not looked for. Only inside
   * `snapshot`: a stream that breaks off (a late error, an interrupt) ends like a complete one, and it is the
   * transaction, aborted by then, that tells.
   */
  async jsonRows(
    sql: string,
    parameters: Readonly<Record<string, unknown>>,
    { by, timeoutMs }: { by: string | null; timeoutMs?: number },
    take: (rows: JsonRows) => Promise<void> | void,
  ): Promise<void> {
    const shape = await this.shape(sql)
    const statement = await this.native.prepare(jsonSelect(sql, shape, by))
    try {
      bindParameters(statement, parameters)
      await this.timed(timeoutMs, async () => {
        const result = await statement.stream()
        for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
          const [keys, rows] = chunk.getColumns() as [string[], string[]]
          await take({ names: shape.names, keys, rows })
        }
        await this.native.run('select 1')
      })
    } finally {
      statement.destroySync()
    }
  }

  /** Rows of a select as records, for the warehouse's own bookkeeping. */
  async records(
    sql: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, Cell>[]> {
    return toRecords(await this.select(sql, parameters))
  }

  /** What a statement takes and gives, without running it. */
  async shape(sql: string): Promise<StatementShape> {
    const statement = await this.native.prepare(sql)
    const columns = Array.from({ length: statement.columnCount }, (_, index) => index)
    const shape = {
      parameters: parameterNames(statement),
      names: columns.map((index) => statement.columnName(index)),
      types: columns.map((index) => String(statement.columnType(index))),
      isSelect: statement.statementType === StatementType.SELECT,
    }
    statement.destroySync()
    return shape
  }

  /**
   * Runs `work` and stops its statements from the moment `isDue`. Between two statements there is nothing to interrupt:
   * the next one is met by the next round.
   */
  async interruptible<T>(isDue: () => boolean, work: () => Promise<T>): Promise<T> {
    const rounds = setInterval(() => {
      if (isDue()) this.native.interrupt()
    }, interruptMs)
    try {
      return await work()
    } finally {
      clearInterval(rounds)
    }
  }

  /** Runs `work` and stops it after `limitMs`; what it then fails with becomes what `overdue` makes of it. */
  async bounded<T>(limitMs: number, overdue: (cause: unknown) => Error, work: () => Promise<T>): Promise<T> {
    const until = performance.now() + limitMs
    const isOver = () => performance.now() >= until
    try {
      return await this.interruptible(isOver, work)
    } catch (error) {
      throw isOver() ? overdue(error) : error
    }
  }

  close(): void {
    this.native.closeSync()
  }

  private timed<T>(timeoutMs: number | undefined, work: () => Promise<T>): Promise<T> {
    if (timeoutMs === undefined) return work()
    const overdue = (cause: unknown) => new WarehouseError('WH_QUERY_TIMEOUT', { timeoutMs }, { cause })
    return this.bounded(timeoutMs, overdue, work)
  }
}

/** Plain in JSON as they are; other types are written as text. */
const plainTypes = /^(?:BOOLEAN|DOUBLE|FLOAT|VARCHAR|U?(?:TINY|SMALL|BIG)?INT(?:EGER)?)$/

function jsonSelect(sql: string, { names, types }: StatementShape, by: string | null): string {
  const cells = names.map((name, index) =>
    plainTypes.test(types[index] ?? '')
      ? `asked.${quoteIdentifier(name)}`
      : `cast(asked.${quoteIdentifier(name)} as varchar)`,
  )
  const key = by === null ? "''" : `asked.${quoteIdentifier(by)}`
  return `select cast(${key} as varchar), cast(json_array(${cells.join(', ')}) as varchar) from (\n${sql}\n) as asked`
}

/** Column arrays → row objects. */
export function toRecords(result: ColumnResult): Record<string, Cell>[] {
  return Array.from({ length: result.rows }, (_, row) => {
    const record: Record<string, Cell> = {}
    result.names.forEach((name, column) => {
      record[name] = result.columns[column]?.[row] ?? null
    })
    return record
  })
}
