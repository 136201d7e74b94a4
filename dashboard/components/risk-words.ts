import type { RiskItem, RiskStatus } from '#contract'
import type { StatusLevel } from '#ui'

/** A risk's level as shape, colour and word. */
export function riskState(level: RiskItem['level']): { level: StatusLevel; word: string } {
  const levels = { 紧急: 'bad', 高: 'warn', 关注: 'idle' } as const
  return { level: levels[level], word: level }
}

export const riskKinds = ['自伤轻生', '扬言极端', '人身安全', '未成年人', '公共安全', '群体事件', '拖欠工资']

export const riskStatuses: readonly { value: RiskStatus | 'all'; label: string }[] = [
  { value: '待处理', label: '待处理' },
  { value: '已阅', label: '已阅' },
  { value: '已转办', label: '已转办' },
  { value: '误报', label: '误报' },
  { value: 'all', label: '全部' },
]

/** A sentence in three pieces, so that the words that triggered can be marked. */
export function markWords(sentence: string, words: string): [before: string, marked: string, after: string] {
  const at = words === '' ? -1 : sentence.indexOf(words)
  if (at < 0) return [sentence, '', '']
  return [sentence.slice(0, at), words, sentence.slice(at + words.length)]
}
