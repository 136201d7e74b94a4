import { AlignmentType, Document, Footer, Packer, type Paragraph, type Table } from 'docx'
import {
  blank,
  bodyParagraphs,
  cleanText,
  fonts,
  gridTable,
  pageNumber,
  pageOf,
  paragraph,
  repack,
  run,
  size,
  title,
  type GridColumn,
} from '#documents'
import { chineseDay, placeText } from '#terms'
import type { TopicFacts, TopicRecord } from './facts.ts'
import { overview, quotations, relations, spread } from './sentences.ts'

const shownWeeks = 12
const mostRecords = 2000

const weekColumns: readonly GridColumn[] = [
  { title: '周（星期一）', width: 52, align: 'center' },
  { title: '件数', width: 52, align: 'right' },
  { title: '预期范围', width: 52, align: 'right' },
]
const recordColumns: readonly GridColumn[] = [
  { title: '序号', width: 11, align: 'center' },
  { title: '事项', width: 11, align: 'center' },
  { title: '日期', width: 23, align: 'center' },
  { title: '编号和标题', width: 65, align: 'left' },
  { title: '办理', width: 18, align: 'center' },
  { title: '出处', width: 28, align: 'left' },
]

/**
 * A report on one topic as DOCX: what it is about, letters in their own words, spread and handling, the last weeks
 * against what was expected, what is related, and in the annex every letter, so that each count can be made again.
 * @param made the day it is made, 'YYYY-MM-DD'
 */
export async function renderTopicReport(facts: TopicFacts, made: string): Promise<Uint8Array> {
  const heading = `关于${facts.topic.title}的情况`
  const document = new Document({
    title: cleanText(heading),
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fonts.body, size: size.three } } } },
    sections: [
      {
        properties: pageOf(),
        footers: {
          default: new Footer({ children: [pageNumber('odd')] }),
          even: new Footer({ children: [pageNumber('even')] }),
        },
        children: [title(heading), ...parts(facts, made), ...annex(facts)],
      },
    ],
  })
  return repack(await Packer.toBuffer(document), made)
}

function parts(facts: TopicFacts, made: string): (Paragraph | Table)[] {
  const related = relations(facts)
  const quoted = quotations(facts)
  return [
    dated(facts, made),
    blank(),
    ...section('一、基本情况', overview(facts)),
    ...section('二、群众的说法', quoted.length === 0 ? ['没有选出典型原文。'] : quoted),
    ...section('三、分布和办理', spread(facts)),
    ...section('四、最近各周', ['预期范围由这一热点此前各周推算，算法见系统“方法与实测”页的“热点”。']),
    weekTable(facts),
    blank(),
    ...section('五、相关的建议、项目和资金', related.length === 0 ? ['没有找到相关的记录。'] : related),
  ]
}

function dated({ stamps }: TopicFacts, made: string): Paragraph {
  const days = stamps.flatMap(({ data_to }) => data_to ?? [])
  const until = days.sort().at(-1)
  const words = `（${until === undefined ? '' : `数据截至${chineseDay(until)}，`}${chineseDay(made)}生成）`
  return paragraph([run(words, { font: fonts.kai })], { alignment: AlignmentType.CENTER })
}

function section(heading: string, sentences: readonly string[]): Paragraph[] {
  return bodyParagraphs([heading, ...sentences.map((one) => one.replaceAll('\n', ' '))].join('\n'))
}

function weekTable({ weeks }: TopicFacts): Table {
  const range = (low: number | null, high: number | null): string =>
    low === null || high === null ? '—' : `${low.toFixed(1)}—${high.toFixed(1)}`
  return gridTable(
    weekColumns,
    weeks
      .slice(-shownWeeks)
      .map((week) => [week.week_start, String(week.voices), range(week.expected_low, week.expected_high)]),
  )
}

/** Every letter with its matter's number, so that letters and matters can be counted, and where its row came from. */
function annex({ records }: TopicFacts): (Paragraph | Table)[] {
  const matters = numbered(records.map(({ matter_id }) => matter_id))
  const shown = records.slice(0, mostRecords)
  const files = numbered(shown.map((one) => fileText(one)))
  const left = shown.length < records.length ? `只列最近 ${shown.length} 件，全部见系统。` : ''
  const notes = [
    `共 ${records.length} 件、${matters.size} 个事项，“事项”一列同号的是同一件事。${left}`,
    ...[...files].map(([file, number]) => `文件${number}：${file}`),
  ]
  return [
    paragraph([run('附件', { font: fonts.bold })], { pageBreakBefore: true }),
    blank(),
    title('归入的记录'),
    blank(),
    ...bodyParagraphs(notes.join('\n')),
    gridTable(
      recordColumns,
      shown.map((one, index) => [
        String(index + 1),
        String(matters.get(one.matter_id) ?? ''),
        one.created_date ?? '',
        `${one.record_id} ${one.title ?? ''}`,
        handlingText(one),
        `文件${files.get(fileText(one)) ?? ''} 第${one.row_number}行`,
      ]),
      { points: size.five },
    ),
  ]
}

/** Each distinct value with its number, from 1 in the order met. */
function numbered(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(values)].map((value, index) => [value, index + 1]))
}

const fileText = ({ source_file, sheet }: TopicRecord): string =>
  placeText({ source_file, sheet, row_number: null })

function handlingText({ is_replied, is_late }: TopicRecord): string {
  if (is_replied === true) return '已答复'
  return is_late === true ? '逾期未答' : '未答复'
}
