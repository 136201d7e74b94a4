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
import { kindLabel } from '#terms'
import { formatYuan, sumYuan } from '../core/yuan.ts'
import { placeOf, type Evidence, type EvidenceRow } from './evidence.ts'
import { fonts, mm, size } from './layout.ts'
import { blank, paragraph, run, title } from './paragraphs.ts'

const columns = [
  { title: '序号', width: mm(12), align: AlignmentType.CENTER },
  { title: '来源', width: mm(20), align: AlignmentType.CENTER },
  { title: '文件与行号', width: mm(46), align: AlignmentType.LEFT },
  { title: '金额（元）', width: mm(36), align: AlignmentType.RIGHT },
  { title: '说明', width: mm(42), align: AlignmentType.LEFT },
] as const

/** 附件: the source rows the finding rests on, one table per finding, on a page of their own (7.3.5, 7.3.7). */
export function annex(evidence: readonly Evidence[]): (Paragraph | Table)[] {
  const listed = evidence.filter(({ rows }) => rows.length > 0)
  if (listed.length === 0) return []
  return [
    paragraph([run('附件', { font: fonts.bold })], { pageBreakBefore: true }),
    blank(),
    title('疑点来源明细'),
    blank(),
    ...listed.flatMap(({ finding, rows }, index) => [
      ...(index === 0 ? [] : [blank()]),
      paragraph(
        [run(`${finding.rule} ${finding.rule_name}：${finding.matter ?? ''}`, { size: size.smallFour })],
        { keepNext: true },
      ),
      sourceTable(rows),
    ]),
  ]
}

/** The mention of the annex under the body: one empty line, two characters in, no stop (7.3.4). */
export function annexMention(evidence: readonly Evidence[]): string | null {
  const count = evidence.reduce((total, { rows }) => total + rows.length, 0)
  return count === 0 ? null : `附件：疑点来源明细（共${count}条）`
}

function sourceTable(rows: readonly EvidenceRow[]): Table {
  return new Table({
    width: { size: columns.reduce((total, { width }) => total + width, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => width),
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: [
      row(
        columns.map((column) => column.title),
        { isHead: true },
      ),
      ...rows.map((one, index) =>
        row(
          [
            String(one.position),
            kindLabel(one.kind),
            placeOf(one),
            one.amount === null ? '' : formatYuan(one.amount),
            one.note ?? '',
          ],
          { keepNext: index === rows.length - 1 },
        ),
      ),
      ...sums(rows),
    ],
  })
}

/** One sum for each kind of source: budgets and what was paid on them do not add up. */
function sums(rows: readonly EvidenceRow[]): TableRow[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const amounts = rows.filter((one) => one.kind === kind).map(({ amount }) => amount)
    const label = kinds.length === 1 ? '合计' : `${kindLabel(kind)}合计`
    return row(['', label, '', formatYuan(sumYuan(amounts)), ''])
  })
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** `keepNext`: on the page of the row below, so that the sum never stands alone. */
function row(cells: readonly string[], { isHead = false, keepNext = false } = {}): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    height: { value: 400, rule: HeightRule.ATLEAST },
    children: columns.map(
      ({ width, align }, index) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          margins: { left: 60, right: 60, top: 30, bottom: 30 },
          children: [
            new Paragraph({
              keepNext,
              alignment: isHead ? AlignmentType.CENTER : align,
              spacing: { line: 340, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
              children: [
                run(cells[index] ?? '', { size: size.smallFour, ...(isHead ? { font: fonts.bold } : {}) }),
              ],
            }),
          ],
        }),
    ),
  })
}
