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
  | 'rows_limit'
  | 'no_header'
  | 'kind_unknown'
  | 'kind_ambiguous'
  | 'mapping_invalid'
  | 'mapping_mismatch'
  | 'cancelled'

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
  format_unsupported: '不是能识别的表格格式：请提供 CSV、XLSX、JSON 或 NDJSON',
  encoding_unreadable: '文字编码无法识别：另存为 UTF-8 或 GB18030，或在映射文件里写明编码',
  csv_damaged: 'CSV 结构损坏，例如引号没有配对',
  xlsx_damaged: 'XLSX 损坏或不完整：请重新导出',
  xlsx_limit: 'XLSX 解压后超过上限，可能是恶意构造的文件',
  json_damaged: 'JSON 结构损坏或不完整',
  rows_limit: '行数超过上限：拆分后再接入',
  no_header: '没有找到表头行',
  kind_unknown: '按表头认不出是哪一类数据：核对表头，或写映射文件',
  kind_ambiguous: '表头同时像两类数据：用 --kind 指定，或写映射文件',
  mapping_invalid: '映射文件写得不对：按提示修改',
  mapping_mismatch: '文件的表头和映射文件对不上',
  cancelled: '接入被取消，没有写入任何数据',
}
