import { formatDecimal, multiply, parseDecimal, type Decimal } from './decimal.ts'
import { formulaError, Refusal, type Parsed } from './refusal.ts'
import { isPlaceholder, narrow } from './text.ts'

const hundredth: Decimal = { digits: 1n, places: 2 }

/**
 * A share from 0 to 1 with four decimals: 65% · 65 · 0.65 are the same. Without a sign, what is at most 1 is a share
 * already (so a spreadsheet stores per cent cells), what is larger is per cent.
 */
export function parsePercent(text: string): Parsed {
  const cell = narrow(text)
  if (cell === '' || isPlaceholder(cell)) return null
  if (cell.startsWith('#')) return formulaError
  const hasSign = cell.endsWith('%')
  const value = parseDecimal(cell.replace(/\s*%$/, ''))
  if (value === null) return new Refusal('percent_unreadable', '应是百分数，如 65% 或 0.65，请核对这一列')
  const isShare = !hasSign && isAtMost(value, 1n)
  const share = isShare ? value : multiply(value, hundredth)
  if (share.digits < 0n || !isAtMost(share, 1n))
    return new Refusal('percent_unreadable', '应在 0 到 100% 之间，请核对这一列')
  return formatDecimal(share, 4)
}

function isAtMost(value: Decimal, limit: bigint): boolean {
  return value.digits <= limit * 10n ** BigInt(value.places)
}
