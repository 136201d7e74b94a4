import { dayOfMinute, minuteOf, partsOf } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { type Channel, type Comment, type Petition, type Suggestion } from '../voices/rows.ts'
import { type World } from '../world.ts'
import { dayText, momentText } from './date-text.ts'
import { type FilePlan, dateCell } from './plan.ts'
import { type Column, shifted, spoilt } from './table.ts'

const suggestionColumns: readonly Column<Suggestion>[] = [
  { header: '建议编号', cell: (row) => row.suggestionId },
  { header: '建议类别', cell: (row) => row.category },
  { header: '届次', cell: (row) => row.term },
  { header: '会议次', cell: (row) => row.session },
  { header: '标题', cell: (row) => row.title },
  { header: '建议内容', cell: (row) => row.body },
  { header: '领衔代表', cell: (row) => row.deputy },
  { header: '代表团', cell: (row) => row.delegation },
  { header: '附议人数', cell: (row) => row.coSigners },
  { header: '提交时间', cell: (row, random) => mixedDay(random, row.submitted) },
  { header: '主办单位', cell: (row) => row.leadUnit },
  { header: '会办单位', cell: (row) => row.coUnits },
  { header: '交办时间', cell: (row, random) => mixedDay(random, row.assigned) },
  { header: '签收时间', cell: (row, random) => mixedDay(random, row.signed) },
  { header: '办结期限', cell: (row, random) => mixedDay(random, row.due) },
  { header: '答复时间', cell: (row, random) => mixedDay(random, row.replied) },
  { header: '答复内容', cell: (row) => row.reply },
  {
    header: '办理结果',
    cell: (row, random) => (row.result === '' || random.chance(0.7) ? row.result : `${row.result}类`),
  },
  { header: '态度评价', cell: (row) => row.attitude },
  { header: '结果评价', cell: (row) => row.outcome },
  { header: '地区', cell: (row) => row.region },
  { header: '一级分类', cell: (row) => row.category1 },
  { header: '办理状态', cell: (row) => row.status },
]

function mixedDay(random: Random, day: number | null): ReturnType<typeof dateCell> | string | null {
  if (day === null) return null
  return random.chance(0.55) ? dateCell(minuteOf(day, 0, 0), false) : dayText(random, day)
}

export function suggestionFiles({ suggestions }: World): FilePlan[] {
  const sessions = ['第三次会议', '第四次会议', '第五次会议'].map((session, index) => ({
    name: `云岭市第十六届人大${session}代表建议议案汇总表`,
    rows: suggestions.filter((row) => row.session === session),
    dirt:
      [
        [spoilt('编号为空', '建议编号', null), spoilt('标题为空', '标题', null)],
        [spoilt('提交时间 2025-02-30 不存在', '提交时间', '2025-02-30')],
        [spoilt('内容为空', '建议内容', null), shifted('标题')],
      ][index] ?? [],
  }))
  const between = [2024, 2025, 2026].map((year) => ({
    name: `闭会期间代表建议_${year === 2024 ? '2023年11月至2024年' : `${year}年`}`,
    rows: suggestions.filter(
      (row) => row.session === '闭会期间' && Math.max(2024, partsOf(row.submitted).year) === year,
    ),
    dirt: year === 2025 ? [spoilt('提交时间“另附”', '提交时间', '另附')] : [],
  }))
  return [...sessions, ...between].map(({ name, rows, dirt }) => ({
    path: `suggestions/${name}.xlsx`,
    kind: 'suggestions',
    format: 'xlsx',
    sheet: '建议汇总',
    titles: [
      name.replaceAll('_', '（') + (name.includes('_') ? '）' : ''),
      '填表说明：编号由系统生成；办理结果填A、B、C、D；日期按“年-月-日”填写。',
    ],
    columns: suggestionColumns as readonly Column<unknown>[],
    rows,
    dirt,
    widths: [14, 8, 10, 12, 40, 60],
  }))
}

const hotlineColumns: readonly Column<Petition>[] = [
  { header: '工单编号', cell: (row) => row.petitionId },
  { header: '渠道', cell: (row) => row.channel },
  { header: '来电人', cell: (row) => row.author },
  { header: '诉求标题', cell: (row) => row.title },
  { header: '诉求内容', cell: (row) => row.body },
  { header: '受理时间', cell: (row, random) => momentText(random, row.created) },
  { header: '所属区域', cell: (row) => row.region },
  { header: '一级分类', cell: (row) => row.levels[0] },
  { header: '二级分类', cell: (row) => row.levels[1] },
  { header: '三级分类', cell: (row) => row.levels[2] },
  { header: '承办单位', cell: (row) => row.unit },
  { header: '工单状态', cell: (row) => row.status },
  { header: '答复意见', cell: (row) => row.reply },
  {
    header: '答复时间',
    cell: (row, random) => (row.replied === null ? '' : momentText(random, row.replied)),
  },
  { header: '满意度', cell: (row) => row.rating },
]

const letterColumns: readonly Column<Petition>[] = [
  { header: '信访编号', cell: (row) => row.petitionId },
  { header: '信访形式', cell: (row) => row.channel },
  { header: '信访人', cell: (row) => row.author },
  { header: '信访标题', cell: (row) => row.title },
  { header: '信访内容', cell: (row) => row.body },
  { header: '登记时间', cell: (row, random) => mixedMoment(random, row.created) },
  { header: '问题属地', cell: (row) => row.region },
  { header: '一级分类', cell: (row) => row.levels[0] },
  { header: '责任单位', cell: (row) => row.unit },
  { header: '办理状态', cell: (row) => row.status },
  { header: '答复意见', cell: (row) => row.reply },
  {
    header: '答复时间',
    cell: (row, random) => (row.replied === null ? null : mixedMoment(random, row.replied)),
  },
  { header: '满意度', cell: (row) => row.rating },
]

function mixedMoment(random: Random, minute: number): ReturnType<typeof dateCell> | string {
  return random.chance(0.5) ? dateCell(minute, true) : momentText(random, minute)
}

const onlineColumns: readonly Column<Petition>[] = [
  { header: '留言编号', cell: (row) => row.petitionId },
  { header: '渠道', cell: (row) => row.channel },
  { header: '留言用户', cell: (row) => row.author },
  { header: '留言主题', cell: (row) => row.title },
  { header: '留言详情', cell: (row) => row.body },
  { header: '留言时间', cell: (row, random) => momentText(random, row.created) },
  { header: '所属区县', cell: (row) => row.region },
  { header: '一级标签', cell: (row) => row.levels[0] },
  { header: '承办单位', cell: (row) => row.unit },
  { header: '状态', cell: (row) => row.status },
  { header: '答复意见', cell: (row) => row.reply },
  {
    header: '答复时间',
    cell: (row, random) => (row.replied === null ? null : momentText(random, row.replied)),
  },
  { header: '满意度', cell: (row) => row.rating },
  { header: '点赞数', cell: (row) => row.likes },
  { header: '反对数', cell: (row) => row.dislikes },
]

export function petitionFiles({ petitions }: World): FilePlan[] {
  const of = (channel: Channel, year: number, quarter?: number): Petition[] =>
    petitions.filter((row) => {
      const parts = partsOf(dayOfMinute(row.created))
      const isThen = quarter === undefined || Math.ceil(parts.month / 3) === quarter
      return row.channel === channel && parts.year === year && isThen
    })
  const quarters = [2023, 2024, 2025, 2026].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => ({ year, quarter })),
  )
  const hotline = quarters
    .map(({ year, quarter }): FilePlan => ({
      path: `petitions/12345热线/12345工单_${year}年第${quarter}季度.csv`,
      kind: 'petitions',
      format: 'csv',
      encoding: 'gb18030',
      columns: hotlineColumns as readonly Column<unknown>[],
      rows: of('12345热线', year, quarter),
      dirt:
        quarter === 1
          ? [
              spoilt('标题为空', '诉求标题', ''),
              spoilt('受理时间 2025-02-30 不存在', '受理时间', '2025-02-30 10:00:00'),
            ]
          : quarter === 2
            ? [shifted('诉求标题')]
            : [],
    }))
    .filter(({ rows }) => rows.length > 0)
  const yearly = [2023, 2024, 2025, 2026].flatMap((year): FilePlan[] => [
    {
      path: `petitions/网上信访/网上信访_${year}.json`,
      kind: 'petitions',
      format: 'json',
      columns: onlineColumns as readonly Column<unknown>[],
      rows: of('网上信访', year),
      dirt: year === 2025 ? [spoilt('主题为空', '留言主题', null)] : [],
    },
    {
      path: `petitions/领导留言板/领导留言板_${year}.ndjson`,
      kind: 'petitions',
      format: 'ndjson',
      columns: onlineColumns.filter(({ header }) => header !== '一级标签') as readonly Column<unknown>[],
      rows: of('领导留言板', year),
      dirt: year === 2026 ? [spoilt('主题为空', '留言主题', null)] : [],
    },
    {
      path: `petitions/来信来访/来信来访登记表_${year}.xlsx`,
      kind: 'petitions',
      format: 'xlsx',
      sheet: '登记表',
      titles: [
        `${year}年群众来信来访登记表`,
        '填报单位：云岭市信访局    填表说明：登记时间精确到分，未答复的不填答复时间。',
      ],
      columns: letterColumns as readonly Column<unknown>[],
      rows: of('来信来访', year),
      dirt: year === 2024 ? [spoilt('登记时间 2024/13/45 不存在', '登记时间', '2024/13/45')] : [],
      widths: [16, 10, 12, 36, 60],
    },
  ])
  return [...hotline, ...yearly]
}

const commentColumns: readonly Column<Comment>[] = [
  { header: '意见编号', cell: (row) => row.commentId },
  { header: '法规草案', cell: (row) => row.draft },
  { header: '条款', cell: (row) => row.clause },
  { header: '态度', cell: (row) => row.stance },
  { header: '意见内容', cell: (row) => row.body },
  { header: '意见人类型', cell: (row) => row.authorKind },
  { header: '提交时间', cell: (row, random) => momentText(random, row.created) },
  { header: '采纳情况', cell: (row) => row.adopted },
  { header: '理由', cell: (row) => row.reason },
  { header: '地区', cell: (row) => row.region },
]

export function commentFiles({ comments }: World): FilePlan[] {
  const of = (word: string): Comment[] => comments.filter(({ draft }) => draft.includes(word))
  const base = { kind: 'comments', columns: commentColumns as readonly Column<unknown>[] } as const
  return [
    {
      ...base,
      path: 'comments/养犬管理条例（修订草案）征求意见汇总.csv',
      format: 'csv',
      encoding: 'utf-8-bom',
      rows: of('养犬'),
      dirt: [spoilt('意见内容为空', '意见内容', '')],
    },
    {
      ...base,
      path: 'comments/物业管理条例（草案）征求意见汇总.xlsx',
      format: 'xlsx',
      sheet: '意见汇总',
      titles: ['《云岭市物业管理条例（草案）》公开征求意见汇总表', '征集时间：2025年9月10日至11月10日'],
      rows: of('物业'),
      dirt: [],
      widths: [14, 30, 10, 10, 60],
    },
    {
      ...base,
      path: 'comments/电动自行车管理条例（草案）征求意见汇总.json',
      format: 'json',
      rows: of('电动自行车'),
      dirt: [],
    },
  ]
}
