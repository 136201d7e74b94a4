/** What a worksheet holds beyond its visible cells, counted while it is read. */
export interface SheetNotes {
  readonly sheet: string
  hiddenRows: number
  hiddenColumns: number
  /** Formulas whose result the file does not hold. */
  uncached: number
}

export function newNotes(sheet: string): SheetNotes {
  return { sheet, hiddenRows: 0, hiddenColumns: 0, uncached: 0 }
}

/** The clerk's sentences. */
export function describeNotes(notes: Iterable<SheetNotes>, hiddenSheets: readonly string[]): string[] {
  const sentences = [...notes].flatMap(({ sheet, hiddenRows, hiddenColumns, uncached }) => [
    ...(hiddenRows > 0 ? [`工作表“${sheet}”有 ${hiddenRows} 行是隐藏的，也一并读了`] : []),
    ...(hiddenColumns > 0 ? [`工作表“${sheet}”有 ${hiddenColumns} 列是隐藏的，也一并读了`] : []),
    ...(uncached > 0
      ? [
          `工作表“${sheet}”有 ${uncached} 个公式没有算出的结果，按空读；请用 Excel 或 WPS 打开保存一次后重新上传`,
        ]
      : []),
  ])
  return hiddenSheets.length === 0
    ? sentences
    : [...sentences, `隐藏的工作表没有读：${hiddenSheets.join('、')}`]
}
