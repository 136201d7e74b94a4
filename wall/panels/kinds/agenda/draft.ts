import { wallQueries } from '#warehouse'
import type { PanelContext } from '../../panel-kind.ts'
import { integer, percent } from '../../words.ts'

export interface Draft {
  readonly draft_name: string
  readonly stage: string | null
  readonly result: string | null
  readonly stage_on: string | null
  readonly next_stage: string | null
  readonly next_on: string | null
  readonly comments: number
  readonly adopted: number
  readonly decided: number
}

export function readDrafts({ warehouse }: PanelContext): Promise<Draft[]> {
  return warehouse.query(wallQueries.drafts, {})
}

/** Where a draft stands, in one word. */
export function standing({ stage, result, next_stage, comments }: Draft): string {
  if (result === '通过') return '已通过'
  if (stage !== null) return stage
  return next_stage === null ? (comments > 0 ? '征求意见' : '未上会') : '拟议'
}

export function isUnderWay(draft: Draft): boolean {
  return draft.result !== '通过' && draft.stage !== '公布'
}

/** The card of one draft. */
export function draftFact(rows: readonly Draft[], item: string) {
  const row = rows.find(({ draft_name }) => draft_name === item)
  if (!row) return null
  return {
    title: row.draft_name,
    facts: [
      { label: '阶段', value: `${standing(row)}${row.stage_on === null ? '' : `（${row.stage_on}）`}` },
      {
        label: '下次上会',
        value: row.next_on === null ? '没有列入后面的会议' : `${row.next_on}，${row.next_stage ?? '审议'}`,
      },
      { label: '公众意见', value: `${integer(row.comments)} 条` },
      {
        label: '采纳',
        value:
          row.decided === 0
            ? '还没有采纳结论'
            : `${integer(row.adopted)} 条，占有结论的 ${percent(row.adopted / row.decided, 0)}`,
      },
    ],
    trend: null,
  }
}
