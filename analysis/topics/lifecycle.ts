import type { Growth } from './growth.ts'
import { WINDOW_DAYS } from './growth.ts'

export type Lifecycle = '萌芽' | '上升' | '高位' | '回落' | '反弹'

/**
 * Where a topic stands on the last day of the data, from four-week counts: 萌芽 began within four weeks and is small;
 * 上升 more than in the four weeks before; 高位 at least 60% of its peak; 反弹 back to half of the peak after a quiet
 * spell; 回落 otherwise.
 */
export function lifecycleOf(days: readonly number[], dataEnd: number, growth: Growth): Lifecycle {
  const within = (from: number, to: number): number => days.filter((day) => day > from && day <= to).length
  const recent = within(dataEnd - WINDOW_DAYS, dataEnd)
  const before = within(dataEnd - 2 * WINDOW_DAYS, dataEnd - WINDOW_DAYS)
  const first = days.reduce((a, b) => Math.min(a, b), dataEnd)
  if (recent === 0) return '回落'
  if (dataEnd - first < WINDOW_DAYS && recent < SPROUT) return '萌芽'
  const peakEnd = growth.peakStart + WINDOW_DAYS
  const isPast = peakEnd <= dataEnd - WINDOW_DAYS
  if (isPast && recent * 2 >= growth.peak && before <= growth.peak * QUIET) return '反弹'
  if (recent >= MIN_RISE && recent > before * 1.5) return '上升'
  if (recent >= growth.peak * HIGH) return '高位'
  return '回落'
}

const SPROUT = 8
const MIN_RISE = 3
const HIGH = 0.6
const QUIET = 0.3
