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
