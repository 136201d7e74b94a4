import { encodeGb18030 } from './gb18030.ts'

export type CsvEncoding = 'utf-8-bom' | 'gb18030'

/** RFC 4180 with CRLF, as spreadsheet programs export it. */
export function csvBytes(rows: readonly (readonly string[])[], encoding: CsvEncoding): Buffer {
  const text = rows.map((row) => row.map(field).join(',')).join('\r\n') + '\r\n'
  return encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(`\uFEFF${text}`, 'utf8')
}

function field(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
