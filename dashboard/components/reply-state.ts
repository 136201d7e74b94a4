import type { VoiceSummary } from '#contract'
import type { StatusLevel } from '#ui'

/** How far the handling of a voice has come, as level and word. */
export function replyState(voice: Pick<VoiceSummary, 'isReplied' | 'isLate' | 'daysToReply' | 'status'>): {
  level: StatusLevel
  word: string
} {
  if (voice.isReplied) {
    const days = voice.daysToReply === null ? '' : `（${voice.daysToReply} 天）`
    return voice.isLate ? { level: 'warn', word: `逾期答复${days}` } : { level: 'ok', word: `已答复${days}` }
  }
  if (voice.isLate) return { level: 'bad', word: '逾期未答复' }
  return { level: 'idle', word: voice.status ?? '未答复' }
}
