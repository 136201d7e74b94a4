import type { Paragraph, Table } from 'docx'
import { blank, fonts, gridTable, paragraph, run, size, title, type GridColumn } from '#documents'
import { formatYuan, kindLabel, placeText, sumYuan } from '#terms'
import type { Evidence, EvidenceRow } from './evidence.ts'

const columns: readonly GridColumn[] = [
  { title: '序号', width: 12, align: 'center' },
  { title: '来源', width: 20, align: 'center' },
  { title: '文件与行号', width: 46, align: 'left' },
  { title: '金额（元）', width: 36, align: 'right' },
  { title: '说明', width: 42, align: 'left' },
]

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
  const cells = rows.map((one) => [
    String(one.position),
    kindLabel(one.kind),
    placeText(one),
    one.amount === null ? '' : formatYuan(one.amount),
    one.note ?? '',
  ])
  return gridTable(columns, cells, { sums: sums(rows) })
}

/** One sum for each kind of source: budgets and what was paid on them do not add up. */
function sums(rows: readonly EvidenceRow[]): string[][] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const amounts = rows.filter((one) => one.kind === kind).map(({ amount }) => amount)
    const label = kinds.length === 1 ? '合计' : `${kindLabel(kind)}合计`
    return ['', label, '', formatYuan(sumYuan(amounts)), '']
  })
}
