import type { ReasonOutcome } from '#contract'
import type { StatusLevel } from '#ui'

const words: Readonly<Record<ReasonOutcome, { level: StatusLevel; word: string }>> = {
  fired: { level: 'bad', word: '已报疑点' },
  below: { level: 'ok', word: '未到阈值' },
  none: { level: 'ok', word: '没有可查的' },
  excepted: { level: 'idle', word: '按例外排除' },
  whitelisted: { level: 'idle', word: '白名单' },
  quality: { level: 'warn', word: '数据存疑' },
  precondition: { level: 'idle', word: '前提不具备' },
  year: { level: 'idle', word: '该年度不判断' },
  no_data: { level: 'warn', word: '数据不足' },
}

/** How an outcome is called and shown. */
export function reasonState(outcome: ReasonOutcome): { level: StatusLevel; word: string } {
  return words[outcome]
}

const order: readonly ReasonOutcome[] = [
  ...([
    'fired',
    'below',
    'excepted',
    'whitelisted',
    'quality',
    'precondition',
    'year',
    'none',
    'no_data',
  ] as const),
]

/** Findings first, then near misses by nearness, then what was held back, then what could not be judged. */
export function sortReasons<R extends { outcome: ReasonOutcome; nearness: number | null }>(
  reasons: readonly R[],
): R[] {
  return [...reasons].sort(
    (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || (b.nearness ?? 0) - (a.nearness ?? 0),
  )
}
