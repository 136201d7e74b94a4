const MB = 1024 * 1024

/**
 * What one file may cost. The numbers are stated in the messages and in docs/mapping-files.md, so that a clerk
 * whose file is refused knows by how much. They sit far above real office files (the largest seen: 8 MB) and far
 * below what would endanger the machine.
 */
export const limits = {
  fileBytes: 2048 * MB,
  /** JSON is read whole; longer lists belong in NDJSON or CSV, which are streamed. */
  jsonBytes: 256 * MB,
  /** Pages are read whole too. */
  htmlBytes: 64 * MB,
  xlsxBytes: 200 * MB,
  xlsxUnpackedBytes: 2048 * MB,
  xlsxSharedStringBytes: 512 * MB,
  /** Deflate reaches about 1,000:1 on repeated bytes; real sheets stay under 60:1. */
  xlsxRatio: 250,
  /** Small parts may be very repetitive without being a danger. */
  xlsxRatioFreeBytes: 16 * MB,
  xlsxEntries: 5000,
  /** One row group of a Parquet file is unpacked at a time; writers make them 128 MB. */
  parquetGroupBytes: 512 * MB,
  rows: 20_000_000,
  columns: 16_384,
  cellCharacters: 1_000_000,
} as const

export type Limits = { readonly [K in keyof typeof limits]: number }

/** Bytes as a person reads them: 3 GB, 12 MB, 900 KB. */
export function readableBytes(bytes: number): string {
  if (bytes >= 1024 * MB) return `${trimZero(bytes / (1024 * MB))} GB`
  if (bytes >= MB) return `${trimZero(bytes / MB)} MB`
  return `${Math.ceil(bytes / 1024)} KB`
}

function trimZero(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '')
}
