import { wallQueries } from '#warehouse'
import type { PanelContext } from '../../panel-kind.ts'
import { topicName } from '../voices/topics.ts'

/** A topic with what was found to belong to it. */
export interface Followed {
  readonly topic_id: string
  readonly title: string
  readonly name: string
  readonly voices: number
  readonly unresolved_share: number | null
  readonly suggestions: number
  readonly replied: number
  readonly late: number
  readonly solved: number
  readonly projects: number
  readonly procurements: number
}

const considered = 50
export const definition = `热度最高的 ${considered} 个热点；相关的建议、项目和采购由文字、地点和单位自动找出，可能有遗漏`

export async function readFollowed({ warehouse }: PanelContext): Promise<Followed[]> {
  const rows = await warehouse.query(wallQueries.coordination, { limit: considered })
  return rows.map((row) => ({ ...row, name: topicName(row.title) }))
}

export const missing = { content: null, missingReason: '还没有运行热点分析' }
