import { basename } from 'node:path'
import { buildModels } from './build/builder.ts'
import { readModels } from './build/graph.ts'
import type { Connection } from './engine/connection.ts'
import { openDatabase } from './engine/database.ts'
import { fillIdentifiers, headerLines, listSql, readSql } from './engine/sql-file.ts'
import { MetricBook } from './metric.ts'
import { kinds } from './raw/contract.ts'
import { createStateTables, createTables } from './schema.ts'

export interface TableEntry {
  readonly table: string
  /** First header line: what it holds and its grain. */
  readonly description: string
  readonly columns: readonly { readonly name: string; readonly type: string; readonly description: string }[]
}

/** Columns with the types the engine gives them and the descriptions written beside them in the SQL. */
async function describeTable(connection: Connection, table: string, file: string): Promise<TableEntry> {
  const sql = readSql(file)
  const shape = await connection.shape(fillIdentifiers('select * from {table}', { table }))
  const descriptions = columnComments(sql)
  const columns = shape.names.map((name, index) => ({
    name,
    type: (shape.types[index] ?? '').toLowerCase(),
    description: descriptions.get(name) ?? '',
  }))
  return { table, description: headerLines(sql)[0] ?? '', columns }
}

/** `expression as name, -- description` and `name type, -- description` → name → description. */
function columnComments(sql: string): Map<string, string> {
  const comments = new Map<string, string>()
  for (const line of sql.split('\n')) {
    const [, code = '', comment] = /^\s+(\S.*?),? -- (.+)$/.exec(line) ?? []
    if (comment === undefined) continue
    const name = /\bas "?(\w+)"?$/.exec(code)?.[1] ?? /^(?:\w+\.)?"?(\w+)"?/.exec(code)?.[1]
    if (name !== undefined) comments.set(name, comment)
  }
  return comments
}

/** Every documented table: marts, analysis, raw and state, in that order. */
export async function describeTables(connection: Connection): Promise<TableEntry[]> {
  const rawFiles = [...kinds, 'loads', 'quarantine', 'sealed_texts', 'contested_keys']
  const sources = [
    ...listSql('models/marts').map((file) => ({ schema: 'marts', file })),
    ...listSql('analysis').map((file) => ({ schema: 'analysis', file })),
    ...rawFiles.map((name) => ({ schema: 'raw', file: `raw/${name}.sql` })),
    ...listSql('state/tables').map((file) => ({ schema: 'state', file })),
  ]
  const entries: TableEntry[] = []
  for (const { schema, file } of sources) {
    entries.push(await describeTable(connection, `${schema}.${basename(file, '.sql')}`, file))
  }
  return entries
}

/** The data dictionary as Markdown (Chinese), made from the SQL files and the engine's own types. */
export async function dataDictionary(): Promise<string> {
  const database = await openDatabase({ memory: true })
  const connection = await database.connect()
  await createTables(connection)
  await createStateTables(connection)
  const models = await readModels(connection)
  await buildModels(connection, models, { all: true, now: () => new Date(0), onProgress: () => undefined })
  const tables = await describeTables(connection)
  const metrics = (await MetricBook.read(connection, models)).cards()
  connection.close()
  database.close()
  return [
    '# 数据字典',
    '',
    '由 `npm run generate` 从 `warehouse/` 的 SQL 文件生成，请勿手改。金额单位为元，时间为 UTC，日期为北京时间。',
    '',
    '## 指标',
    '',
    ...markdownTable(
      ['名称', '指标', '口径', '单位', '分子', '分母', '来源', '负责', '依据', '版本'],
      metrics.map((card) => [
        `\`${card.name}\``,
        card.label,
        card.definition,
        card.unit,
        card.numerator ?? '',
        card.denominator ?? '',
        card.sources.join('、'),
        card.owner,
        card.legalBasis ?? '',
        String(card.version),
      ]),
    ),
    ...tables.flatMap((entry) => [
      `## ${entry.table}`,
      '',
      entry.description,
      '',
      ...markdownTable(
        ['列', '类型', '含义'],
        entry.columns.map((column) => [`\`${column.name}\``, column.type, column.description]),
      ),
    ]),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}
