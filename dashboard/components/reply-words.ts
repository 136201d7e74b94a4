import type { AskAnswer } from '#contract'
import type { StatusLevel } from '#ui'

/** What became of an ask, as shape, colour and word. */
export function askState(state: AskAnswer['state']): { level: StatusLevel; word: string } {
  if (state === 'answered') return { level: 'ok', word: '有回应' }
  return state === 'touched'
    ? { level: 'warn', word: '提到，未正面回应' }
    : { level: 'bad', word: '未见回应' }
}

/** A share as points of a hundred; — when unknown. */
export function points(share: number | null | undefined): string {
  return share === null || share === undefined ? '—' : String(Math.round(share * 100))
}

/** The range of ranks a group may have; groups that cannot be told apart share one. */
export function rankWords(group: { bestRank: number | null; worstRank: number | null }): string {
  if (group.bestRank === null || group.worstRank === null) return '件数太少，不排'
  return group.bestRank === group.worstRank
    ? `第 ${group.bestRank}`
    : `第 ${group.bestRank}–${group.worstRank}`
}

export const replyShows = [
  { value: 'acknowledgement', label: '只告知收悉或转办' },
  { value: 'open', label: '有诉求未见回应' },
  { value: 'unexplained', label: '没有说理' },
  { value: 'late', label: '超期' },
  { value: 'harsh', label: '用语生硬' },
]
