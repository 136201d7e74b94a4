import type { MethodMeasure } from '#contract'
import { formatPercent } from '#ui'

/** A measured figure as it is read: shares in per cent, the rest with its unit. */
export function measureText(value: number | null, unit: string): string | null {
  if (value === null) return null
  if (unit === '比率') return formatPercent(value, 1)
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100
  return `${rounded.toLocaleString('zh-CN')} ${unit}`
}

const sources: Readonly<Record<MethodMeasure['source'], string>> = {
  shipped: '随产品给出',
  run: '本单位数据',
  decisions: '本单位复核',
}

/** Whose data a figure comes from. */
export function sourceText(source: MethodMeasure['source']): string {
  return sources[source]
}
