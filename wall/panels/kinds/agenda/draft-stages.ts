import { defineKind } from '../../define-kind.ts'
import { integer } from '../../words.ts'
import { agendaSources, commentSources } from '../sources.ts'
import { isUnderWay, readDrafts, standing, type Draft } from './draft.ts'

const order = ['拟议', '征求意见', '一审', '二审', '三审', '表决', '已通过'] as const

export const draftStages = defineKind({
  id: 'drafts.stages',
  name: '立法进程',
  question: '各阶段各有几部法规？',
  form: 'flow',
  sources: [[...agendaSources, ...commentSources]],
  metric: 'regulations_passed',
  definition: '法规草案按最近一次有结果的审议阶段计数；公布的计入已通过',
  load: readDrafts,
  answer: (rows) => {
    const countOf = (stage: string) =>
      rows.filter(
        (row) =>
          standing(row) === stage || (stage === '已通过' && row.stage === '公布' && row.result !== '通过'),
      ).length
    const headline = draftStagesHeadline(rows)
    if (rows.length === 0) return { headline, content: null, missingReason: '还没有载入会议议题' }
    return {
      headline,
      content: {
        form: 'flow',
        unit: '部',
        stages: order.map((stage) => ({
          id: stage,
          label: stage,
          value: countOf(stage),
          note: null,
          status: null,
        })),
      },
    }
  },
})

export function draftStagesHeadline(drafts: readonly Draft[]): string {
  const running = drafts.filter(isUnderWay).length
  if (drafts.length === 0) return '还没有法规草案'
  return `${integer(running)} 部在审，${integer(drafts.length - running)} 部已通过`
}
