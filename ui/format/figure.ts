import type { FigureText } from './number.ts'
import { compactFigure, missing, points, pointsFigure } from './number.ts'
import { moneyFigure } from './money.ts'

/**
 * A metric's value as its unit asks: 元 → 万元/亿元, % (value is a share from 0 to 1) → percent, 个百分点 (difference of
 * two shares) → signed, anything else → a compact count followed by the unit.
 */
export function metricFigure(value: number | string | null, unit: string): FigureText {
  if (value === null) return { text: missing, unit: '' }
  if (unit === '元') return moneyFigure(value)
  const number = Number(value)
  if (!Number.isFinite(number)) return { text: String(value), unit }
  if (unit === '%') return { text: (number * 100).toFixed(1), unit: '%' }
  if (unit === points) return pointsFigure(number)
  const figure = compactFigure(number)
  return { text: figure.text, unit: `${figure.unit}${unit}` }
}
