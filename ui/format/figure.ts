import type { FigureText } from './number.ts'
import { compactFigure, missing } from './number.ts'
import { moneyFigure } from './money.ts'

/**
 * A metric's value as its unit asks: 元 → 万元/亿元, % (value is a share from 0 to 1) → percent, anything else →
 * a compact count followed by the unit.
 */
export function metricFigure(value: number | string | null, unit: string): FigureText {
  if (value === null) return { text: missing, unit: '' }
  if (unit === '元') return moneyFigure(value)
  const number = Number(value)
  if (!Number.isFinite(number)) return { text: String(value), unit }
  if (unit === '%') return { text: (number * 100).toFixed(1), unit: '%' }
  const figure = compactFigure(number)
  return { text: figure.text, unit: `${figure.unit}${unit}` }
}
