import type { PanelStatus } from '#contract'
import { apiQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, percent, sumOf } from '../../words.ts'
import { suggestionSources } from '../sources.ts'

interface Stage {
  readonly stage: string
  readonly suggestions: number
}

/** In the order of the work; a stage nothing is in stays on the wall with 0. */
const order = ['待交办', '办理中', '已答复', '逾期答复', '逾期未答复'] as const
const statuses: Readonly<Record<string, PanelStatus>> = { 逾期未答复: 'bad', 逾期答复: 'warn' }

export const suggestionStages = defineKind({
  id: 'suggestions.stages',
  name: '建议办理进展',
  question: '代表建议办到哪一步了？',
  form: 'flow',
  sources: [suggestionSources],
  metric: 'suggestions_late_open',
  definition: '代表建议按办理状态计数；期限取来源给出的办结期限，没有的按交办后三个月',
  load: ({ warehouse }) => warehouse.query(apiQueries.overview.suggestionStages, {}),
  answer: (rows) => {
    const headline = stagesHeadline(rows)
    if (rows.length === 0) return { headline, content: null }
    const counts = new Map(rows.map(({ stage, suggestions }) => [stage, suggestions]))
    return {
      headline,
      status: lateOf(rows) > 0 ? 'bad' : 'ok',
      content: {
        form: 'flow',
        unit: '件',
        stages: order.map((stage) => {
          const value = counts.get(stage) ?? 0
          return {
            id: stage,
            label: stage,
            value,
            note: null,
            status: value > 0 ? (statuses[stage] ?? null) : null,
          }
        }),
      },
    }
  },
})

function lateOf(stages: readonly Stage[]): number {
  return stages.find(({ stage }) => stage === '逾期未答复')?.suggestions ?? 0
}

export function stagesHeadline(stages: readonly Stage[]): string {
  const total = sumOf(stages, ({ suggestions }) => suggestions)
  if (total === 0) return '尚无代表建议'
  const late = lateOf(stages)
  if (late === 0) return `${integer(total)} 件建议，无逾期未答复`
  return `${integer(late)} 件逾期未答复，占 ${percent(late / total)}`
}
