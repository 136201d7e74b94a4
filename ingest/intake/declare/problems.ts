import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { nextOccurrence } from '../schedule/occurrences.ts'
import { SourceSchema, type SourceFile } from './schema.ts'
import { typeOf } from './source.ts'

const secretNames =
  /^(authorization|cookie|proxy-authorization)$|token|secret|password|passwd|api[-_]?key|密码|口令/i

/** The first thing wrong with a source document, as a Chinese clause that names the place; null when it is right. */
export function sourceProblem(document: unknown): string | null {
  if (!isObject(document)) return '内容应是“键: 值”的形式，至少要有 title 和一种取数方式'
  const unknown = unknownKey(SourceSchema, document, '')
  if (unknown !== null) return unknown
  const [first] = [...Value.Errors(SourceSchema, document)].sort(
    (left, right) => right.instancePath.length - left.instancePath.length,
  )
  if (first) return shapeClause(first.instancePath.slice(1).replaceAll('/', '.'), document)
  return contentProblem(document as SourceFile)
}

/** What the console's form calls the keys people most often get wrong. */
const fieldNames: Readonly<Record<string, string>> = {
  title: '来源名称',
  'schedule.cron': '时间',
  'schedule.grace_minutes': '等待分钟',
  'freshness.workdays': '几个工作日内应有新数据',
  'http.url': '网址',
  'http.success.field': '成功标志的位置',
  'http.success.values': '成功时的值',
  'incremental.field': '增量字段',
}

function shapeClause(place: string, document: object): string {
  if (place === '') return 'title' in document ? '缺少必须的键' : '缺少 title（来源名称）'
  if (place.endsWith('.env'))
    return `“${place}”应是以 HUIZHI_SOURCE_ 开头的环境变量名，口令本身不能写在文件里`
  const name = fieldNames[place]
  return `${name === undefined ? `“${place}”` : `${name}（${place}）`}的写法不对或缺少必须的键（见 docs/sources.md）`
}

function contentProblem(file: SourceFile): string | null {
  if (typeOf(file) === null) return 'folder、http、postgres、mysql 要写且只写一种'
  return scheduleProblem(file) ?? httpProblem(file) ?? databaseProblem(file)
}

function scheduleProblem({ schedule }: SourceFile): string | null {
  if (schedule === undefined) return null
  try {
    return nextOccurrence(schedule, new Date()) === null
      ? '时间（schedule.cron）一年里一次也不会到，请核对日期和“哪些日子”'
      : null
  } catch {
    return '时间（schedule.cron）不是有效的写法，例如每天 7:30 是 "30 7 * * *"'
  }
}

function httpProblem({ http, incremental }: SourceFile): string | null {
  if (http === undefined) return null
  if (!URL.canParse(http.url)) return '“http.url”不是完整的网址'
  const { username, password, searchParams } = new URL(http.url)
  if (username !== '' || password !== '') return '“http.url”里不能写用户名和口令，请用 http.token'
  const named = [...Object.keys(http.headers ?? {}), ...Object.keys(http.query ?? {}), ...searchParams.keys()]
  const secret = named.find((name) => secretNames.test(name))
  if (secret !== undefined) return `“${secret}”像是口令，口令不能写在文件里，请用 http.token 指明环境变量`
  const usesMark = /\{(since|until)\}/.test(JSON.stringify([http.url, http.query, http.body]))
  if (usesMark && incremental === undefined) return '用了 {since} 或 {until}，还要写 incremental'
  return pagingProblem(http.paging)
}

function pagingProblem(paging: NonNullable<SourceFile['http']>['paging']): string | null {
  if (paging === undefined) return null
  const needsPath = paging.type === 'cursor' || paging.type === 'next-link'
  return needsPath && paging.path === undefined
    ? `“http.paging.type”是 ${paging.type} 时要写 path：答复里下一页标记的位置`
    : null
}

function databaseProblem(file: SourceFile): string | null {
  const database = file.postgres ?? file.mysql
  if (database === undefined) return null
  const place = file.postgres ? 'postgres' : 'mysql'
  if ((database.table === undefined) === (database.select === undefined))
    return `“${place}”里 table 和 select 要写且只写一个`
  if (database.select === undefined) return null
  if (!/^\s*(select|with)\b/i.test(database.select)) return `“${place}.select”应是一条 SELECT 查询`
  const usesMark = /\{(since|until)\}/.test(database.select)
  if (usesMark && file.incremental === undefined) return '用了 {since} 或 {until}，还要写 incremental'
  return file.incremental !== undefined && !usesMark
    ? `写了 incremental，“${place}.select”里就要用 {since}`
    : null
}

/** Walks schema and document together; the first key the schema does not list, with those it does. */
function unknownKey(schema: TSchema, value: unknown, prefix: string): string | null {
  const properties = (schema as { properties?: Record<string, TSchema> }).properties
  if (properties === undefined || !isObject(value)) return null
  for (const [key, child] of Object.entries(value)) {
    const known = properties[key]
    if (known === undefined)
      return `不认识的键“${prefix}${key}”，这里可用的键有：${Object.keys(properties).join('、')}`
    const inner = unknownKey(known, child, `${prefix}${key}.`)
    if (inner !== null) return inner
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
