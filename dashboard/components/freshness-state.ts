import type { FreshnessItem } from '#contract'
import type { StatusLevel } from '#ui'

/** A source as level and word: never came, past its term, or in time. */
export function freshnessState(item: Pick<FreshnessItem, 'loads' | 'isStale' | 'lateSources'>): {
  level: StatusLevel
  word: string
} {
  if (item.loads === 0) return { level: 'warn', word: '未接入' }
  if (item.lateSources.length > 0) return { level: 'bad', word: '来源没到' }
  return item.isStale ? { level: 'bad', word: '超期未更新' } : { level: 'ok', word: '期限内' }
}
