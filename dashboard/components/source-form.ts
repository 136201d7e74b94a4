/** The form of a data source: which fields each type has, and how they become the settings of its file. */

export interface SourceField {
  /** Where the settings hold it, such as `http.paging.size`. */
  readonly path: string
  readonly label: string
  readonly kind: 'line' | 'area' | 'number' | 'choice' | 'pairs' | 'list' | 'check' | 'time'
  readonly hint?: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly isRequired?: boolean
}

export type FormValues = Record<string, string>
export type Settings = Record<string, unknown>

const environment = '服务的环境变量名，以 HUIZHI_SOURCE_ 开头；口令只放在环境变量里'

const http: readonly SourceField[] = [
  { path: 'http.url', label: '网址', kind: 'line', isRequired: true, hint: '对方接口的地址' },
  {
    path: 'http.method',
    label: '请求方式',
    kind: 'choice',
    choices: [
      { value: 'GET', label: 'GET' },
      { value: 'POST', label: 'POST' },
    ],
  },
  {
    path: 'http.query',
    label: '查询参数',
    kind: 'pairs',
    hint: '每行一个 名称=值；{since} {until} 换成取数的起止时间',
  },
  {
    path: 'http.records',
    label: '记录位置',
    kind: 'line',
    hint: '答复里记录列表在哪里，如 data.rows；不写则自动找',
  },
  {
    path: 'http.success.field',
    label: '成功标志的位置',
    kind: 'line',
    hint: '有的接口出错时也答复 200，要看答复里的一个值，如 code；不写则按常见的写法判断',
  },
  {
    path: 'http.success.values',
    label: '成功时的值',
    kind: 'list',
    hint: '几个值用顿号或逗号分开，如 0、200',
  },
  {
    path: 'http.total',
    label: '总条数的位置',
    kind: 'line',
    hint: '取到的要和它对得上；不写则找 total、count 等，写 none 则不核对',
  },
  { path: 'http.token.env', label: '口令', kind: 'line', hint: environment },
  { path: 'http.token.header', label: '口令放在哪个请求头', kind: 'line', hint: '不写是 Authorization' },
  {
    path: 'http.paging.type',
    label: '翻页',
    kind: 'choice',
    choices: [
      { value: 'page', label: '页码' },
      { value: 'offset', label: '偏移量' },
      { value: 'cursor', label: '游标' },
      { value: 'next-link', label: '答复里的下一页网址' },
      { value: 'link-header', label: 'Link 响应头' },
    ],
  },
  {
    path: 'http.paging.parameter',
    label: '页码或游标的参数名',
    kind: 'line',
    hint: '不写是 page、offset、cursor',
  },
  { path: 'http.paging.size_parameter', label: '每页条数的参数名', kind: 'line' },
  { path: 'http.paging.size', label: '每页条数', kind: 'number' },
  {
    path: 'http.paging.path',
    label: '下一页标记的位置',
    kind: 'line',
    hint: '游标、下一页网址要写，如 data.next',
  },
]

function database(type: 'postgres' | 'mysql'): readonly SourceField[] {
  return [
    {
      path: `${type}.connection.env`,
      label: '连接地址',
      kind: 'line',
      isRequired: true,
      hint: `${environment}；值如 ${type}://用户:口令@主机/库`,
    },
    { path: `${type}.table`, label: '表', kind: 'line', hint: '整张表；或者在下面写查询' },
    { path: `${type}.select`, label: '查询', kind: 'area', hint: '一条 SELECT；{since} 换成取数的起点' },
  ]
}

const incremental: readonly SourceField[] = [
  { path: 'incremental.field', label: '增量字段', kind: 'line', hint: '每次只取它变大的部分，如 更新时间' },
  {
    path: 'incremental.format',
    label: '增量字段的写法',
    kind: 'choice',
    choices: [
      { value: 'datetime', label: '2026-03-01 08:30:00' },
      { value: 'date', label: '2026-03-01' },
      { value: 'iso', label: '2026-03-01T00:30:00Z' },
      { value: 'epoch', label: '秒数' },
      { value: 'epoch_ms', label: '毫秒数' },
      { value: 'number', label: '递增的编号' },
    ],
  },
  { path: 'incremental.start', label: '第一次从哪里取起', kind: 'line' },
  {
    path: 'incremental.overlap_days',
    label: '重叠天数',
    kind: 'number',
    hint: '往回多取几天，补上迟改的；不写是 1 天',
  },
]

const folder: readonly SourceField[] = [
  { path: 'folder.path', label: '文件夹', kind: 'line', hint: '不写则用数据目录下的 inbox/来源名' },
  {
    path: 'folder.settle_seconds',
    label: '静置秒数',
    kind: 'number',
    hint: '大小和时间这么久不变才算写完；不写是 10 秒',
  },
]

const timing: readonly SourceField[] = [
  {
    path: 'schedule.cron',
    label: '时间',
    kind: 'time',
    hint: '如 7:30；也可写“分 时 日 月 周”，如 0 8 1 * *；不写则不定时',
  },
  {
    path: 'schedule.workdays',
    label: '哪些日子',
    kind: 'choice',
    choices: [
      { value: 'true', label: '工作日（含调休）' },
      { value: 'first-of-week', label: '每周第一个工作日' },
      { value: 'first-of-month', label: '每月第一个工作日' },
      { value: 'last-of-month', label: '每月最后一个工作日' },
      { value: 'next', label: '遇假日顺延到下一个工作日' },
    ],
  },
  {
    path: 'schedule.grace_minutes',
    label: '等待分钟',
    kind: 'number',
    hint: '过点多久算没跑；不写是 30 分钟',
  },
  { path: 'schedule.catch_up', label: '漏跑后自动补取', kind: 'check' },
  { path: 'freshness.workdays', label: '几个工作日内应有新数据', kind: 'number' },
]

/** The sections of the form for one type of source. */
export function sectionsFor(type: string): readonly { title: string; fields: readonly SourceField[] }[] {
  const marks = { title: '每次只取新的', fields: incremental }
  const times = { title: '时间与期限', fields: timing }
  switch (type) {
    case 'http':
      return [{ title: '接口', fields: http }, marks, times]
    case 'postgres':
    case 'mysql':
      return [{ title: '数据库', fields: database(type) }, marks, times]
    default:
      return [{ title: '文件夹', fields: folder }, times]
  }
}

/** Settings as the form shows them. */
export function toValues(settings: Settings, fields: readonly SourceField[]): FormValues {
  return Object.fromEntries(fields.map((field) => [field.path, shown(field, valueAt(settings, field.path))]))
}

/** The settings with what the form says; what the form does not show stays as it was. Blank fields go. */
export function toSettings(
  before: Settings,
  type: string,
  values: FormValues,
  fields: readonly SourceField[],
): Settings {
  const settings = structuredClone(before)
  for (const other of ['folder', 'http', 'postgres', 'mysql'])
    if (other !== type) Reflect.deleteProperty(settings, other)
  settings[type] ??= {}
  for (const field of fields) setAt(settings, field.path.split('.'), parsed(field, values[field.path] ?? ''))
  return settings
}

function shown(field: SourceField, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'pairs')
    return Object.entries(value as Record<string, unknown>)
      .map(([name, text]) => `${name}=${String(text)}`)
      .join('\n')
  if (field.kind === 'list') return (value as readonly unknown[]).map(String).join('、')
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return ''
  const text = String(value)
  return field.kind === 'time' ? timeOfDay(text) : text
}

function parsed(field: SourceField, text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (field.kind === 'number') return Number(trimmed)
  if (field.kind === 'time') return dailyAt(trimmed)
  if (field.kind === 'check') return trimmed === 'true' ? true : undefined
  if (field.kind === 'choice' && trimmed === 'true') return true
  if (field.kind === 'list') return trimmed.split(/\s*[、,，]\s*/)
  return field.kind === 'pairs' ? pairs(trimmed) : trimmed
}

/** '30 7 * * *' as '7:30'; other patterns stay as they are. */
function timeOfDay(cron: string): string {
  const found = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(cron)
  return found ? `${found[2] ?? ''}:${(found[1] ?? '').padStart(2, '0')}` : cron
}

/** '7:30', also with a full-width colon, as a pattern for every day. */
function dailyAt(text: string): string {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(text)
  return found ? `${Number(found[2])} ${Number(found[1])} * * *` : text
}

function pairs(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}

function valueAt(settings: Settings, path: string): unknown {
  let value: unknown = settings
  for (const key of path.split('.')) value = (value as Settings | undefined)?.[key]
  return value
}

/** Sets or, with undefined, removes a value; maps left empty by that go too, but for the one that names the type. */
function setAt(settings: Settings, [key = '', ...rest]: readonly string[], value: unknown, depth = 0): void {
  if (rest.length === 0) {
    if (value === undefined) Reflect.deleteProperty(settings, key)
    else settings[key] = value
    return
  }
  const child = (settings[key] ?? {}) as Settings
  setAt(child, rest, value, depth + 1)
  const isType = depth === 0 && ['folder', 'http', 'postgres', 'mysql'].includes(key)
  if (Object.keys(child).length > 0 || isType) settings[key] = child
  else Reflect.deleteProperty(settings, key)
}
