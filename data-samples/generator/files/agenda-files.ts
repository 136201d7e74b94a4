import { type LivelihoodProject, type Proceeding } from '../agenda/rows.ts'
import { isoDay, partsOf } from '../calendar.ts'
import { type World } from '../world.ts'
import { type FilePlan } from './plan.ts'
import { spoilt, yuan, type Column } from './table.ts'

const proceedingColumns: readonly Column<Proceeding>[] = [
  { header: '会议名称', cell: (row) => row.session },
  { header: '召开日期', cell: (row) => isoDay(row.held) },
  { header: '议题序号', cell: (row) => row.itemId },
  { header: '议题类别', cell: (row) => row.category },
  { header: '议题名称', cell: (row) => row.title },
  { header: '审议阶段', cell: (row) => row.stage },
  { header: '审议结果', cell: (row) => row.result },
  { header: '赞成票', cell: (row) => row.votes?.[0] ?? null },
  { header: '反对票', cell: (row) => row.votes?.[1] ?? null },
  { header: '弃权票', cell: (row) => row.votes?.[2] ?? null },
  { header: '法规草案', cell: (row) => row.draft },
]

const projectColumns: readonly Column<LivelihoodProject>[] = [
  { header: '实事编号', cell: (row) => row.projectId },
  { header: '年度', cell: (row) => row.year },
  { header: '实事项目', cell: (row) => row.title },
  { header: '牵头单位', cell: (row) => row.leadUnit },
  { header: '目标任务', cell: (row) => row.target },
  { header: '计划完成时间', cell: (row) => isoDay(row.planned) },
  { header: '完成进度', cell: (row) => (row.progress === null ? '' : `${row.progress}%`) },
  { header: '进展情况', cell: (row) => row.status },
  { header: '计划投资（元）', cell: (row) => yuan(row.budget) },
  { header: '票决名次', cell: (row) => row.votesRank },
  { header: '填报日期', cell: (row) => (row.reported === null ? '' : isoDay(row.reported)) },
]

/** What the standing committee met about, a workbook a year, and the projects it follows, a CSV a year. */
export function agendaFiles({ proceedings, projects }: World): FilePlan[] {
  const years = [...new Set(proceedings.map(({ held }) => partsOf(held).year))]
  const meetings = years.map((year): FilePlan => ({
    path: `proceedings/${year}年常委会会议议题.xlsx`,
    kind: 'proceedings',
    format: 'xlsx',
    sheet: '会议议题',
    titles: [`云岭市人大常委会${year}年会议议题和决定任免一览表`],
    columns: proceedingColumns as readonly Column<unknown>[],
    rows: proceedings.filter(({ held }) => partsOf(held).year === year),
    dirt: year === 2025 ? [spoilt('召开日期 2025-02-30 不存在', '召开日期', '2025-02-30')] : [],
    widths: [28, 12, 10, 10, 48],
  }))
  const lists = [2025, 2026].map((year): FilePlan => ({
    path: `livelihood_projects/${year}年民生实事项目进展.csv`,
    kind: 'livelihood_projects',
    format: 'csv',
    encoding: year === 2025 ? 'gb18030' : 'utf-8-bom',
    columns: projectColumns as readonly Column<unknown>[],
    rows: projects.filter((project) => project.year === year),
    dirt: year === 2026 ? [spoilt('完成进度“过半”', '完成进度', '过半')] : [],
  }))
  return [...meetings, ...lists]
}
