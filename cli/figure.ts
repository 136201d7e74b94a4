/** A metric's value as people read it: shares in percent and their differences in points to two places, nothing as 无. */
export function figureText(value: number | string | null, unit: string): string {
  if (value === null) return '无'
  if (unit === '%') return `${Number((Number(value) * 100).toFixed(2))}%`
  if (unit === '个百分点') return `${Number((Number(value) * 100).toFixed(2))} ${unit}`
  return `${value} ${unit}`
}
