/** What stands where a number is missing; the reason goes beside it. */
export const missing = '—'

/** A number with its unit apart, so that the unit can be set smaller. */
export interface FigureText {
  readonly text: string
  readonly unit: string
}

const grouped = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })

/** 12345 → "12,345". */
export function formatInteger(value: number | null | undefined): string {
  return value === null || value === undefined || !Number.isFinite(value) ? missing : grouped.format(value)
}

/** 12345 → "1.23 万", 123456789 → "1.23 亿"; below ten thousand the plain integer. Three significant digits. */
export function compactFigure(value: number | null | undefined): FigureText {
  if (value === null || value === undefined || !Number.isFinite(value)) return { text: missing, unit: '' }
  const size = Math.abs(value)
  if (size >= 99_995_000) return { text: significant(value / 1e8), unit: '亿' }
  if (size >= 10_000) return { text: significant(value / 1e4), unit: '万' }
  return { text: Number.isInteger(value) ? grouped.format(value) : significant(value), unit: '' }
}

/** As {@link compactFigure}, in one string: "1.23万". */
export function formatCompact(value: number | null | undefined): string {
  const figure = compactFigure(value)
  return figure.text + figure.unit
}

function significant(value: number): string {
  const size = Math.abs(value)
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2
  return value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A share between 0 and 1 → "12.3%". */
export function formatPercent(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return missing
  return `${(share * 100).toFixed(digits)}%`
}

/** A change as a share: 0.123 → "+12.3%", -0.05 → "−5.0%" (true minus sign). */
export function formatChange(share: number | null | undefined, digits = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return missing
  const text = `${Math.abs(share * 100).toFixed(digits)}%`
  if (Number.parseFloat(text) === 0) return '持平'
  return share > 0 ? `+${text}` : `−${text}`
}

/** Percentage points between two shares: 0.1 → "+10.0 个百分点". */
export function formatPoints(difference: number | null | undefined): string {
  if (difference === null || difference === undefined || !Number.isFinite(difference)) return missing
  const { text, unit } = pointsFigure(difference)
  return `${text} ${unit}`
}

/** The unit of a difference between two shares. */
export const points = '个百分点'

/** The same in two parts: 0.1 → "+10.0" and "个百分点". */
export function pointsFigure(difference: number): FigureText {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : ''
  return { text: `${sign}${Math.abs(difference * 100).toFixed(1)}`, unit: points }
}
