import { expandExponent } from '../formats/number-text.ts'
import { formulaError, Refusal, type Parsed } from './refusal.ts'
import { isPlaceholder, narrow } from './text.ts'

/** Whole numbers as plain digits: 1,234 · 12人 · 2024年 · 3.0 are read; 3.5 is not. */
export function parseInteger(text: string): Parsed {
  if (/^\d{1,9}$/.test(text)) return text.replace(/^0+(?=\d)/, '')
  const cell = narrow(text)
  if (cell === '' || isPlaceholder(cell)) return null
  if (cell.startsWith('#')) return formulaError
  const number = expandExponent(cell)
    .replace(/\s*(?:年度?|[人名位件个条次家届])$/, '')
    .replace(
      /^(-?\d{1,3})((?:,\d{3})+)$/,
      (_, first: string, rest: string) => first + rest.replaceAll(',', ''),
    )
    .replace(/\.0*$/, '')
  if (/^-?\d{1,15}$/.test(number)) return inRange(Number(number))
  return new Refusal('integer_unreadable', '应是整数，请核对这一列是否错位或填了文字')
}

/** The warehouse keeps counts and years in 32 bits. */
function inRange(value: number): Parsed {
  if (Math.abs(value) > 2_147_483_647)
    return new Refusal('integer_unreadable', '数字大得不合理，请核对这一列是否错位')
  return String(value)
}
