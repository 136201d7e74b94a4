import { IngestError, type IngestErrorCode } from '../../errors.ts'

/** What a database's own error codes mean to a clerk; messages of the database may quote values and are not shown. */
const meanings: Readonly<Record<string, readonly [IngestErrorCode, string]>> = {
  // PostgreSQL
  '28P01': ['source_credentials', '数据库拒绝了用户名或口令，请核对环境变量。'],
  '28000': ['source_credentials', '数据库不允许这个用户从本机登录，请联系对方的数据库管理员。'],
  '42501': ['source_query', '数据库用户没有读取权限，请联系对方的数据库管理员。'],
  '42P01': ['source_query', '数据库里没有这张表，请核对表名。'],
  '42703': ['source_query', '表里没有查询所写的列，请核对列名。'],
  '42601': ['source_query', '查询语句写得不对，请核对。'],
  '3D000': ['source_query', '没有这个数据库，请核对连接地址。'],
  '25006': ['source_query', '查询试图改动数据，已拒绝：来源只能读取。'],
  '57014': ['source_timeout', '查询超过时限，已中断，没有写入任何数据。'],
  // MySQL and MariaDB
  ER_ACCESS_DENIED_ERROR: ['source_credentials', '数据库拒绝了用户名或口令，请核对环境变量。'],
  ER_DBACCESS_DENIED_ERROR: ['source_credentials', '数据库用户没有这个库的权限，请联系对方的数据库管理员。'],
  ER_TABLEACCESS_DENIED_ERROR: ['source_query', '数据库用户没有读取权限，请联系对方的数据库管理员。'],
  ER_NO_SUCH_TABLE: ['source_query', '数据库里没有这张表，请核对表名。'],
  ER_BAD_FIELD_ERROR: ['source_query', '表里没有查询所写的列，请核对列名。'],
  ER_PARSE_ERROR: ['source_query', '查询语句写得不对，请核对。'],
  ER_BAD_DB_ERROR: ['source_query', '没有这个数据库，请核对连接地址。'],
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: ['source_query', '查询试图改动数据，已拒绝：来源只能读取。'],
  ER_QUERY_TIMEOUT: ['source_timeout', '查询超过时限，已中断，没有写入任何数据。'],
  // MariaDB's own number for it, which the driver has no name for.
  '1969': ['source_timeout', '查询超过时限，已中断，没有写入任何数据。'],
  // Either
  ETIMEDOUT: ['source_timeout', '连接数据库超时，请核对地址和网络。'],
}

/** A driver's error as one of ours. */
export function databaseFailure(error: unknown, place: string): IngestError {
  if (error instanceof IngestError) return error
  const code = codeOf(error)
  const known = meanings[code]
  if (known) return new IngestError(known[0], known[1], place, { cause: error })
  const isConnection = code === '' || /^E[A-Z]+$|^08|^PROTOCOL|^57P/.test(code)
  return isConnection
    ? new IngestError(
        'source_unreachable',
        '连接不上数据库，或连接中断。请核对地址、网络和数据库是否开着。',
        place,
        {
          cause: error,
        },
      )
    : new IngestError(
        'source_query',
        `数据库没有执行这条查询（${code}）。请核对查询或联系对方的数据库管理员。`,
        place,
        {
          cause: error,
        },
      )
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const { code, errno } = error as { code?: unknown; errno?: unknown }
  if (typeof code === 'string') return code
  return typeof errno === 'number' ? String(errno) : ''
}

export function binaryColumn(name: string): IngestError {
  return new IngestError(
    'source_column',
    `查询结果的列“${name}”是二进制内容（图片、附件等），不能接入。请在查询里去掉它。`,
    name,
  )
}
