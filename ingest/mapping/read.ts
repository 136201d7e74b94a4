import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { parse } from 'yaml'
import { IngestError } from '../errors.ts'
import { encodingNamed } from '../formats/encoding.ts'
import { contracts } from '../sources/contracts.ts'
import type { Contract } from '../sources/contract.ts'
import { compileDateFormat } from '../values/date-formats.ts'
import { parseDecimal, type Decimal } from '../values/decimal.ts'
import { isTimezone } from '../values/timezone.ts'
import { scaleOfUnit } from '../values/unit.ts'
import type { ColumnSource, Mapping } from './mapping.ts'
import { shapeProblem } from './problems.ts'
import type { MappingColumn, MappingFile } from './schema.ts'

/** Reads and checks one mapping file (YAML or JSON); throws IngestError `mapping_invalid` naming what is wrong. */
export async function readMapping(path: string): Promise<Mapping> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new IngestError('mapping_invalid', `找不到映射文件“${basename(path)}”。`, path, { cause: error })
  }
  return parseMapping(text, path)
}

/** All mapping files of a data home, by name; broken ones are returned as errors beside the good ones. */
export async function readMappingFolder(
  folder: string,
): Promise<{ mappings: Mapping[]; errors: IngestError[] }> {
  const names = await readdir(folder).catch(() => [])
  const mappings: Mapping[] = []
  const errors: IngestError[] = []
  for (const name of names.filter((file) => /\.(ya?ml|json)$/i.test(file)).sort()) {
    try {
      mappings.push(await readMapping(join(folder, name)))
    } catch (error) {
      if (!(error instanceof IngestError)) throw error
      errors.push(error)
    }
  }
  return { mappings, errors }
}

export function parseMapping(text: string, path: string): Mapping {
  const fail = (problem: string, cause?: unknown): never => {
    throw new IngestError('mapping_invalid', `映射文件“${basename(path)}”有误：${problem}。`, path, { cause })
  }
  let document: unknown
  try {
    document = parse(text)
  } catch (error) {
    fail('不是有效的 YAML 或 JSON，请检查缩进、冒号和引号', error)
  }
  const problem = shapeProblem(document)
  if (problem) fail(problem)
  const file = document as MappingFile
  const contract = contracts[file.kind]
  const contentProblem = findContentProblem(file, contract)
  if (contentProblem) fail(contentProblem)
  return build(file, contract, basename(path, extname(path)), text)
}

function findContentProblem(file: MappingFile, contract: Contract): string | null {
  const fields = contract.fields.map((field) => field.name)
  const named = [
    ...Object.keys(file.columns),
    ...Object.keys(file.required ?? {}),
    ...(Array.isArray(file.key) ? file.key : []),
  ]
  const unknown = named.find((name) => !fields.includes(name))
  if (unknown !== undefined)
    return `${contract.kind} 没有“${unknown}”这一列，可用的列有：${fields.join('、')}`
  return findSettingProblem(file) ?? findColumnProblem(file)
}

function findSettingProblem({ encoding, timezone, unit }: MappingFile): string | null {
  if (encoding !== undefined && !encodingNamed(encoding))
    return `不支持编码“${encoding}”，可用：utf-8、gb18030、windows-1252、utf-16le`
  if (timezone !== undefined && !isTimezone(timezone)) return `没有时区“${timezone}”`
  return unit !== undefined && !scaleOfUnit(unit) ? `不认识的金额单位“${unit}”` : null
}

function findColumnProblem(file: MappingFile): string | null {
  for (const [name, column] of Object.entries(file.columns)) {
    if (!isFromHeader(column)) continue
    const badFormat = asList(column.date).find((format) => !compileDateFormat(format))
    if (badFormat !== undefined) return `日期格式“${badFormat}”里没有年（YYYY）`
    if (column.unit !== undefined && !scaleOfUnit(column.unit)) return `不认识的金额单位“${column.unit}”`
    if (column.scale !== undefined && !parseDecimal(String(column.scale)))
      return `“columns.${name}.scale”应是数字`
  }
  return null
}

function build(file: MappingFile, contract: Contract, name: string, text: string): Mapping {
  const { currency, unit, match } = file
  const columns = new Map(
    Object.entries(file.columns).map(([field, column]) => [field, columnSource(column)]),
  )
  if (currency !== undefined && !columns.has('currency'))
    columns.set('currency', columnSource({ const: currency }))
  return {
    ...settings(file, contract),
    name: file.name ?? name,
    fingerprint: `${name}#${createHash('sha256').update(text).digest('hex').slice(0, 12)}`,
    text,
    contract,
    columns,
    matchHeaders: match?.headers ?? [],
    matchFile: match?.file ?? null,
    matchSources: asList(match?.source),
    scale: unit === undefined ? null : scaleOfUnit(unit),
    required: new Map(Object.entries(file.required ?? {})),
  }
}

/** The plain settings with their defaults. */
function settings(file: MappingFile, contract: Contract) {
  const { records, observed, encoding, delimiter, policy } = file
  return {
    onlyListed: file.only_listed ?? false,
    timezone: file.timezone ?? 'Asia/Shanghai',
    key: file.key ?? contract.key,
    skip: file.skip ?? 0,
    sheets: file.sheets ?? null,
    records,
    observed,
    encoding,
    delimiter,
    policy,
  }
}

function columnSource(column: MappingColumn): ColumnSource {
  const plain = {
    constant: null,
    dateFormats: [],
    decimal: '.',
    scale: null,
    values: new Map<string, string>(),
  } as const
  if (typeof column === 'string') return { ...plain, headers: [column] }
  if (Array.isArray(column)) return { ...plain, headers: column }
  if ('const' in column) return { ...plain, headers: [], constant: String(column.const) }
  return {
    headers: asList(column.header),
    constant: null,
    dateFormats: asList(column.date),
    decimal: column.decimal ?? '.',
    scale: columnScale(column),
    values: valueMap(column),
  }
}

type FromHeader = Extract<MappingColumn, { header: unknown }>

function columnScale(column: FromHeader): Decimal | null {
  if (column.scale !== undefined) return parseDecimal(String(column.scale))
  return column.unit === undefined ? null : scaleOfUnit(column.unit)
}

function valueMap(column: FromHeader): Map<string, string> {
  const values = new Map<string, string>()
  for (const text of column.missing ?? []) values.set(String(text), '')
  for (const [from, to] of Object.entries(column.values ?? {}))
    values.set(from, to === null ? '' : String(to))
  return values
}

function isFromHeader(column: MappingColumn): column is FromHeader {
  return typeof column === 'object' && !Array.isArray(column) && 'header' in column
}

function asList(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
