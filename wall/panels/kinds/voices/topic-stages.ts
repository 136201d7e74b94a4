import { wallQueries } from '#warehouse'
import { defineKind } from '../../define-kind.ts'
import { integer, sumOf } from '../../words.ts'
import { voiceSources } from '../sources.ts'

interface Stage {
  readonly stage: string
  readonly topics: number
}

const order = ['萌芽', '上升', '高位', '反弹', '回落'] as const

export const topicStages = defineKind({
  id: 'topics.stages',
  name: '热点所处阶段',
  question: '热点是在涨还是在落？',
  form: 'flow',
  sources: [voiceSources],
  definition: '每个热点按近期周件数的走势归入一个阶段：萌芽、上升、高位、反弹、回落',
  load: ({ warehouse }) => warehouse.query(wallQueries.topicStages, {}),
  answer: (rows) => {
    const headline = topicStagesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有运行热点分析' }
    return {
      headline,
      content: {
        form: 'flow',
        unit: '个',
        stages: order.map((stage) => ({
          id: stage,
          label: stage,
          value: countOf(rows, stage),
          note: null,
          status: stage === '上升' || stage === '反弹' ? (countOf(rows, stage) > 0 ? 'warn' : null) : null,
        })),
      },
    }
  },
})

function countOf(rows: readonly Stage[], stage: string): number {
  return rows.find((row) => row.stage === stage)?.topics ?? 0
}

export function topicStagesHeadline(rows: readonly Stage[]): string {
  const total = sumOf(rows, ({ topics }) => topics)
  if (total === 0) return '还没有归出热点'
  const [up, again] = [countOf(rows, '上升'), countOf(rows, '反弹')]
  if (up + again === 0) return `${integer(total)} 个热点，都没有再升`
  const parts = [up > 0 ? `${integer(up)} 个上升` : '', again > 0 ? `${integer(again)} 个反弹` : '']
  return `${integer(total)} 个热点，${parts.filter((part) => part !== '').join('、')}`
}
