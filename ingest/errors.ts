export type IngestErrorCode =
  | 'file_missing'
  | 'file_empty'
  | 'folder_empty'
  | 'file_changed'
  | 'file_too_large'
  | 'format_xls'
  | 'format_html'
  | 'format_unsupported'
  | 'encoding_unreadable'
  | 'csv_damaged'
  | 'xlsx_damaged'
  | 'xlsx_limit'
  | 'json_damaged'
  | 'json_lists'
  | 'parquet_damaged'
  | 'arrow_damaged'
  | 'pdf_damaged'
  | 'pdf_without_text'
  | 'rows_limit'
  | 'no_header'
  | 'kind_unknown'
  | 'kind_ambiguous'
  | 'mapping_invalid'
  | 'mapping_ambiguous'
  | 'mapping_mismatch'
  | 'unit_unclear'
  | 'contract_frozen'
  | 'tables_mixed'
  | 'tables_beside'
  | 'cancelled'
  | 'load_unknown'
  | 'loaded_otherwise'
  | 'totals_unkept'
  | 'totals_invalid'
  | 'totals_unused'
  | 'correction_file'
  | 'correction_unknown'
  | 'correction_contested'
  | 'load_is_replay'
  | 'archive_missing'
  | 'mapping_missing'
  | 'source_invalid'
  | 'source_taken'
  | 'source_unknown'
  | 'source_busy'
  | 'source_credentials'
  | 'source_unreachable'
  | 'source_timeout'
  | 'source_status'
  | 'source_throttled'
  | 'source_redirect'
  | 'source_html'
  | 'source_refused'
  | 'source_truncated'
  | 'source_short'
  | 'source_too_large'
  | 'source_endless'
  | 'source_records'
  | 'source_cursor'
  | 'source_query'
  | 'source_column'
  | 'source_folder'
  | 'source_interrupted'
  | 'source_missed'
  | 'disk_full'

/**
 * Why a whole file (or mapping file) was refused.
 *
 * `message` is the Chinese sentence shown to a clerk: what is wrong and what to do about it. It may name files,
 * sheets, columns and line numbers, never a cell's content. `place` is the file, with sheet or line where known.
 */
export class IngestError extends Error {
  override readonly name = 'IngestError'
  readonly code: IngestErrorCode
  readonly place: string

  constructor(code: IngestErrorCode, message: string, place: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.place = place
  }
}

/** What each code means and what to do, for the page of error codes. */
export const ingestErrorMeanings: Readonly<Record<IngestErrorCode, string>> = {
  file_missing: '文件或文件夹不存在，或没有读取权限：核对路径后重试',
  file_empty: '文件是空的（0 字节或没有内容）：请来源单位重新导出',
  folder_empty: '文件夹里没有可以接入的文件',
  file_changed: '文件在读取时被改动：等对方写完后再接入',
  file_too_large: '文件超过大小上限：拆分后再接入，上限见 docs/mapping-files.md',
  format_xls: '旧版 .xls 工作簿：用 Excel 或 WPS 另存为 .xlsx',
  format_html: '扩展名是表格，内容却是网页：从来源系统重新导出',
  format_unsupported: '不是能识别的表格格式：请提供 CSV、XLSX、JSON、NDJSON、Parquet 或 Arrow',
  encoding_unreadable: '文字编码无法识别：另存为 UTF-8 或 GB18030，或在映射文件里写明编码',
  csv_damaged: 'CSV 结构损坏，例如引号没有配对',
  xlsx_damaged: 'XLSX 损坏或不完整：请重新导出',
  xlsx_limit: 'XLSX 解压后超过上限，可能是恶意构造的文件',
  json_damaged: 'JSON 结构损坏或不完整',
  json_lists:
    'JSON 里有几份列差不多的记录，看不出读哪一份：并成一份、拆成几个文件，或在映射文件的 records 里写明',
  parquet_damaged: 'Parquet 文件损坏或不完整：请重新导出',
  arrow_damaged: 'Arrow 文件损坏、不完整或压缩过：请重新导出，不要压缩',
  pdf_damaged: 'PDF 打不开：文件损坏或设有密码，请重新下载',
  pdf_without_text: 'PDF 没有文字层（扫描件）：换用可以复制文字的文件',
  rows_limit: '行数超过上限：拆分后再接入',
  no_header: '没有找到表头行',
  kind_unknown: '按表头认不出是哪一类数据：核对表头，或写映射文件',
  kind_ambiguous: '表头同时像两类数据：用 --kind 指定，或写映射文件',
  mapping_invalid: '映射文件写得不对：按提示修改',
  mapping_ambiguous: '文件同时符合两个映射：把其中一个的适用条件写得更窄',
  mapping_mismatch: '文件的表头和映射文件对不上',
  unit_unclear:
    '看不出金额的单位（表头或表格上方写了几个单位、前后不一样，或写的是外币）：在“待确认映射”里选定单位，或改好表头再接入',
  contract_frozen: '来源规定表头和内容必须完全符合约定，文件有不符之处：请改好文件，或放宽来源的约定',
  tables_mixed: '一张工作表或一个文件里有两张表，或中间的表头换了次序：拆成两个文件后再接入',
  tables_beside: '表头的大半写了两遍，像是左右并排的两张表：把右边的行接到左边的下面，或拆成两个文件',
  cancelled: '接入被取消，没有写入任何数据',
  correction_file: '改好的隔离行：由系统按隔离编号自动处理，一般不会看到这个代码',
  correction_unknown: '文件里的隔离编号都不在隔离区：从隔离区重新导出后再改',
  correction_contested: '同一个隔离编号出现两次而内容不同：删去一行再传',
  totals_unused: '对账文件没有用上：和数据文件一起送来，或在导入详情里录入',
  totals_invalid: '对账数写得不对：写行数（rows）和各列合计（sums），金额单位为元',
  totals_unkept: '旧版本载入的批次没有记下各列之和：重跑后再核对',
  loaded_otherwise: '同一个文件已经按另一种映射接入过：把那一批重跑，或先撤回再接入',
  load_unknown: '台账里没有这一批：刷新后再试',
  load_is_replay: '隔离行的重放不能单独恢复或重跑：在隔离区重新重放',
  archive_missing: '归档的原件不见了，不能重读：从备份恢复 archive 文件夹，或重新接入文件',
  mapping_missing: '当时用的映射文件已经找不到：撤回后用现在的映射重新接入',
  source_invalid: '来源文件写得不对：按提示修改 sources/ 下的文件，或在“数据来源”页面修改',
  source_taken: '已有同名的数据来源：换一个代号新建，或打开原来的来源修改',
  source_unknown: '没有这个数据来源：核对名称，或先在“数据来源”页面新建',
  source_busy: '这个来源正在接入：等它完成后再试',
  source_credentials: '对方拒绝了口令，或服务没有读到口令：核对环境变量后重启服务',
  source_unreachable: '连接不上对方：核对地址、网络和对方服务是否开着',
  source_timeout: '对方在时限内没有答复完：稍后再取，仍不行请联系对方',
  source_status: '对方答复了错误状态：把状态码告诉对方的管理员',
  source_throttled: '对方要求放慢（429）：晚些时候再取，或放宽取数间隔',
  source_redirect: '对方把请求转到了另一台主机，已停止以免口令外泄：核对地址',
  source_html: '对方答复的是网页而不是数据：多半是登录过期或地址不对',
  source_refused: '对方答复的是出错的话而不是数据：照它说的处理；其实是正常答复的，在来源里写明 success',
  source_truncated: '对方的答复不完整：稍后再取，仍不行请联系对方',
  source_short: '取到的比对方自己说的总数少：核对翻页设置；那个数不是总数的，在来源里写 total: none',
  source_too_large: '对方的答复超过上限：调小每页条数，或提高上限',
  source_endless: '翻页没有尽头或总是回到同一页：核对翻页设置',
  source_records: '答复里找不到记录列表，或有几份列差不多的：核对 records',
  source_cursor: '记录里没有可用的增量字段：核对 incremental',
  source_query: '数据库没有执行这条查询：核对表名、列名和权限',
  source_column: '查询里有不能接入的列（二进制）：在查询中去掉它',
  source_folder: '监控文件夹不可用：核对路径和读写权限',
  source_interrupted: '接入进行到一半时服务停了：没有写入半截数据，再取一次即可',
  source_missed: '到点没有运行：当时服务没有开着，或排队太久；可以现在补取',
  disk_full: '磁盘空间不足：清理后重试，已有数据不受影响',
}

/** True for what a person settles by saying what the columns are. */
export function isAskable(code: string): boolean {
  return ['kind_unknown', 'kind_ambiguous', 'mapping_mismatch', 'unit_unclear'].includes(code)
}
