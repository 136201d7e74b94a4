import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { fonts, mm, size } from './layout.ts'
import { run } from './paragraphs.ts'

export interface GridColumn {
  readonly title: string
  /** Millimetres; the columns of a table share 156. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

export interface GridLook {
  /** Stand on the page of the last row, never alone. */
  readonly sums?: readonly (readonly string[])[]
  /** Half points; 小4 when not given. */
  readonly points?: number
}

/** A ruled table; its head repeats on each page, and no row is cut by one. */
export function gridTable(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
  { sums = [], points = size.smallFour }: GridLook = {},
): Table {
  const row = (cells: readonly string[], look: Omit<RowLook, 'points'> = {}): TableRow =>
    rowOf(columns, cells, { ...look, points })
  const titles = columns.map(({ title }) => title)
  return new Table({
    width: { size: mm(columns.reduce((total, { width }) => total + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: [
      row(titles, { isHead: true }),
      ...rows.map((cells, index) => row(cells, { keepNext: sums.length > 0 && index === rows.length - 1 })),
      ...sums.map((cells) => row(cells)),
    ],
  })
}

interface RowLook {
  readonly points: number
  readonly isHead?: boolean
  /** On the page of the row below. */
  readonly keepNext?: boolean
}

function rowOf(
  columns: readonly GridColumn[],
  cells: readonly string[],
  { isHead = false, keepNext = false, points }: RowLook,
): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    height: { value: 400, rule: HeightRule.ATLEAST },
    children: columns.map(
      ({ width, align }, index) =>
        new TableCell({
          width: { size: mm(width), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { left: 60, right: 60, top: 30, bottom: 30 },
          children: [
            new Paragraph({
              keepNext,
              alignment: isHead ? AlignmentType.CENTER : alignments[align],
              spacing: { line: Math.round(points * 14.2), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
              children: [run(cells[index] ?? '', { size: points, ...(isHead ? { font: fonts.bold } : {}) })],
            }),
          ],
        }),
    ),
  })
}
