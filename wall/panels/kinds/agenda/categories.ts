import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, mostOf, sumOf } from '../../words.ts'
import { agendaSources } from '../sources.ts'

const categories = ['听取报告', '法规案', '决定决议', '任免', '视察检查'] as const

export const agendaCategories = defineKind({
  id: 'agenda.categories',
  name: '议题构成',
  question: '会议都议了些什么？',
  form: 'bars',
  sources: [agendaSources],
  definition: '已有结果的议题按类别计数，最近一年与全部；任免只计数',
  load: ({ warehouse }) => warehouse.query(wallQueries.proceedingYears, {}),
  answer: (rows) => {
    const year = Math.max(...rows.map((row) => row.year))
    const headline = categoriesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    const countOf = (category: string, inYear?: number) =>
      sumOf(
        rows.filter((row) => row.category === category && (inYear === undefined || row.year === inYear)),
        ({ items }) => items,
      )
    return {
      headline,
      content: {
        form: 'bars',
        unit: '项',
        items: categories.map((category) => ({
          id: category,
          label: category,
          value: countOf(category),
          note: `${year} 年 ${integer(countOf(category, year))}`,
          status: null,
        })),
        reference: null,
      },
    }
  },
})

interface YearCategory {
  readonly year: number
  readonly category: string
  readonly items: number
}

export function categoriesHeadline(rows: readonly YearCategory[]): string {
  const total = sumOf(rows, ({ items }) => items)
  if (total === 0) return '还没有议过的议题'
  const sums = categories.map((category) => ({
    category,
    items: sumOf(
      rows.filter((row) => row.category === category),
      ({ items }) => items,
    ),
  }))
  const most = mostOf(sums, ({ items }) => items)
  return `议过 ${integer(total)} 项，${most?.category ?? ''}最多`
}
