export interface SourcePlace {
  readonly source_file: string | null
  readonly sheet: string | null
  readonly row_number: number | null
}

/** 支付.csv（明细） 第 5 行 */
export function placeText({ source_file, sheet, row_number }: SourcePlace): string {
  const file = source_file ?? '来源未记录'
  return `${file}${sheet === null ? '' : `（${sheet}）`}${row_number === null ? '' : ` 第 ${row_number} 行`}`
}
