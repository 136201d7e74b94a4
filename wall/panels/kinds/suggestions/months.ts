import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf } from '../../words.ts'
import { suggestionSources } from '../sources.ts'

interface Month {
  readonly month: string
  readonly submitted: number
  readonly replied: number
}

export const suggestionMonths = defineKind({
  id: 'suggestions.months',
  name: '提出与答复',
  question: '答复跟得上提出吗？',
  form: 'trend',
  sources: [suggestionSources],
  definition: '每月提出的代表建议件数与当月答复的件数；当月未过完的照实计数',
  load: ({ warehouse }) => warehouse.query(wallQueries.suggestionMonths, {}),
  answer: (rows) => {
    const headline = monthsHeadline(rows)
    if (rows.length === 0) return { headline, content: null }
    return {
      headline,
      content: {
        form: 'trend',
        unit: '件',
        periods: rows.map(({ month }) => month),
        series: [
          { id: 'submitted', label: '提出', values: rows.map(({ submitted }) => submitted) },
          { id: 'replied', label: '答复', values: rows.map(({ replied }) => replied) },
        ],
        band: null,
        marks: [],
      },
    }
  },
})

/** The last twelve months together: a single month says little, sessions bring them in bunches. */
export function monthsHeadline(months: readonly Month[]): string {
  const year = months.slice(-12)
  const submitted = sumOf(year, (month) => month.submitted)
  const replied = sumOf(year, (month) => month.replied)
  if (submitted + replied === 0) return '近一年没有提出和答复'
  return `近一年提出 ${integer(submitted)} 件，答复 ${integer(replied)} 件`
}
