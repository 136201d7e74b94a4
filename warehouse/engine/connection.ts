import {
  StatementType,
  type DuckDBConnection,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api'
import { WarehouseError } from '../errors.ts'
import { bindParameters, parameterNames } from './bind.ts'
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

/** One DuckDB connection with its prepared statements. Callers serialise their use of it. */
export class Connection {
  readonly native: DuckDBConnection
  private readonly prepared = new Map<string, DuckDBPreparedStatement>()

  constructor(native: DuckDBConnection) {
    this.native = native
  }

  /** Runs a statement and throws its result away. */
  async run(sql: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const statement = await this.native.prepare(sql)
    try {
      bindParameters(statement, parameters)
      await statement.run()
    } finally {
      statement.destroySync()
    }
  }

  /** Runs a select through the statement cache; `timeoutMs` interrupts it. */
  async select(
    sql: string,
    parameters: Readonly<Record<string, unknown>> = {},
    timeoutMs?: number,
  ): Promise<ColumnResult> {
    const statement = await this.statement(sql)
    if (statement.statementType !== StatementType.SELECT) throw new WarehouseError('WH_QUERY_NOT_SELECT')
    bindParameters(statement, parameters)
    const result = await this.withTimeout(statement, timeoutMs)
    const columns = columnsOf(result)
    return {
      names: result.columnNames(),
      types: result.columnTypes().map(String),
      columns,
      rows: result.rowCount,
    }
  }

  /** Rows of a select as records, for the warehouse's own bookkeeping. */
  async records(
    sql: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, Cell>[]> {
    return toRecords(await this.select(sql, parameters))
  }

  async shape(sql: string): Promise<StatementShape> {
    const statement = await this.statement(sql)
    const columns = Array.from({ length: statement.columnCount }, (_, index) => index)
    return {
      parameters: parameterNames(statement),
      names: columns.map((index) => statement.columnName(index)),
      types: columns.map((index) => String(statement.columnType(index))),
      isSelect: statement.statementType === StatementType.SELECT,
    }
  }

  close(): void {
    for (const statement of this.prepared.values()) statement.destroySync()
    this.prepared.clear()
    this.native.closeSync()
  }

  private async statement(sql: string): Promise<DuckDBPreparedStatement> {
    const known = this.prepared.get(sql)
    if (known) return known
    const statement = await this.native.prepare(sql)
    this.prepared.set(sql, statement)
    return statement
  }

  private async withTimeout(
    statement: DuckDBPreparedStatement,
    timeoutMs: number | undefined,
  ): Promise<DuckDBMaterializedResult> {
    if (timeoutMs === undefined) return statement.run()
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      this.native.interrupt()
    }, timeoutMs)
    try {
      return await statement.run()
    } catch (error) {
      if (timedOut) throw new WarehouseError('WH_QUERY_TIMEOUT', { timeoutMs }, { cause: error })
      throw error
    } finally {
      clearTimeout(timer)
    }
  }
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
