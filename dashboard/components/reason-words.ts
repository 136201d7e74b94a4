import type { ReasonOutcome } from '#contract'
import type { StatusLevel } from '#ui'

/** In the order a reader wants them: findings, near misses, what was held back, what could not be judged. */
const words: Readonly<Record<ReasonOutcome, { level: StatusLevel; word: string }>> = {
  fired: { level: 'bad', word: '已报疑点' },
  below: { level: 'ok', word: '未到阈值' },
  excepted: { level: 'idle', word: '按例外排除' },
  whitelisted: { level: 'idle', word: '白名单' },
  quality: { level: 'warn', word: '数据存疑' },
  precondition: { level: 'idle', word: '前提不具备' },
  year: { level: 'idle', word: '该年度不判断' },
  none: { level: 'ok', word: '没有可查的' },
  no_data: { level: 'warn', word: '数据不足' },
}
const order = Object.keys(words)

/** How an outcome is called and shown. */
export function reasonState(outcome: ReasonOutcome): { level: StatusLevel; word: string } {
  return words[outcome]
}

/** By outcome, near misses the nearest first. */
export function sortReasons<R extends { outcome: ReasonOutcome; nearness: number | null }>(
  reasons: readonly R[],
): R[] {
  return [...reasons].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || (b.nearness ?? 0) - (a.nearness ?? 0),
  )
}
