import { parseDecimal, type Decimal } from './decimal.ts'

const scales: readonly (readonly [unit: string, scale: string])[] = [
  ['亿元', '100000000'],
  ['千万元', '10000000'],
  ['百万元', '1000000'],
  ['万元', '10000'],
  ['千元', '1000'],
  ['百元', '100'],
  ['元', '1'],
  ['角', '0.1'],
  ['分', '0.01'],
]
const byName = new Map(scales.map(([unit, scale]) => [unit, decimal(scale)]))
const unitNames = scales.map(([unit]) => unit).join('|')
const inHeader = new RegExp(
  `[（(\\[【:：,，、/或]\\s*(?:金额)?(?:单位)?[:：]?\\s*(?:人民币)?(${unitNames})\\s*(?=[)）\\]】,，、/或]|$)`,
  'g',
)
const inTitle = new RegExp(`单位\\s*[:：]?\\s*(?:人民币)?\\s*(${unitNames})`)

function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  if (!value) throw new TypeError('not a decimal')
  return value
}

/** How many 元 one of the unit is ('万元' → 10000), or null for an unknown unit. */
export function scaleOfUnit(unit: string): Decimal | null {
  return byName.get(unit) ?? null
}

/** The unit in a column header: 金额(万元), 金额（单位：元）, 金额/万元; null for none, or several (`unitsInHeader`). */
export function unitInHeader(header: string): string | null {
  const [unit = null, ...others] = unitsInHeader(header)
  return others.length === 0 ? unit : null
}

/** The different units in a column header: of 金额（元/万元） nobody can tell which is meant. */
export function unitsInHeader(header: string): string[] {
  return [...new Set(Array.from(header.matchAll(inHeader), ([, unit = '']) => unit))]
}

/** The unit in a title or note line: 单位：万元. */
export function unitInTitle(text: string): string | null {
  return inTitle.exec(text)?.[1] ?? null
}
