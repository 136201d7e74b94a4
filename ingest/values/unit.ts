import { foreignCurrency, foreignNames } from './currency.ts'
import { parseDecimal, type Decimal } from './decimal.ts'
import { narrow } from './text.ts'

const scales: readonly (readonly [unit: string, scale: string])[] = [
  ['万亿元', '1000000000000'],
  ['千亿元', '100000000000'],
  ['百亿元', '10000000000'],
  ['十亿元', '1000000000'],
  ['亿元', '100000000'],
  ['千万元', '10000000'],
  ['百万元', '1000000'],
  ['十万元', '100000'],
  ['万元', '10000'],
  ['千元', '1000'],
  ['百元', '100'],
  ['元', '1'],
  ['角', '0.1'],
  ['分', '0.01'],
]
const byName = new Map(scales.map(([unit, scale]) => [unit, decimal(scale)]))
const magnitude = '[十百千万亿]+'
const foreign = `[十百千万亿]*(?:${foreignNames})`
const anyUnit = `${magnitude}元?|[元角分]|${foreign}`
const before = '(?:金额)?(?:单位)?:?\\s*(?:折合?|等值)?(?:人民币)?'
const inHeader = new RegExp(`[([【:,、/或›]\\s*${before}(${anyUnit})\\s*(?=[)\\]】:,、/或›]|$)`, 'gi')
const alone = new RegExp(`[([【]\\s*${before}(${anyUnit})\\s*[)\\]】]`, 'i')

/** 单位 and its value may stand in two cells, which are two lines here, where a colon says that they belong together. */
const titleUnits = /单位(?:\s*[:为]\s*| *)(?=([^\s;。]*))/g
const titleCurrency = new RegExp(`币种\\s*[:为]?\\s*(${foreign})`, 'gi')
/** 元 begins other words (元坝区), 万元 does not. */
const unitFirst = new RegExp(
  `^(?:人民币)?(${magnitude}元|${foreign}|(?:[元角分]|${magnitude})(?=$|人民币|币种|整|[^\\p{L}\\p{N}]))`,
  'iu',
)

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

/** The different units in a column header, foreign and unknown ones too: of 金额（元/万元） nobody can tell which is meant. */
export function unitsInHeader(header: string): string[] {
  return distinct(Array.from(narrow(header).matchAll(inHeader), ([, unit = '']) => unit))
}

/** The unit that stands alone in a bracket of a column header: 金额（元）, but not 补助（元/人）. */
export function unitAlone(header: string): string | null {
  return takeUnit(header).unit
}

/** The unit that stands alone in a bracket, and the text without that bracket: 合计（万元） is 万元 and 合计. */
export function takeUnit(text: string): { unit: string | null; rest: string } {
  const narrowed = narrow(text)
  const match = alone.exec(narrowed)
  if (!match) return { unit: null, rest: narrowed }
  return { unit: fullName(match[1] ?? ''), rest: narrowed.replace(match[0], '') }
}

/**
 * The different units that the cells of a row above a table state: 单位：万元; 单位：元/万元; 币种：美元. A rate
 * (元/人) counts where nothing else is stated.
 */
export function unitsInTitle(cells: readonly string[]): string[] {
  const text = narrow(cells.filter((cell) => cell.trim() !== '').join('\n')).replace(/ *([、,/或]) */g, '$1')
  const currencies = Array.from(text.matchAll(titleCurrency), ([, name = '']) => name)
  const items = Array.from(text.matchAll(titleUnits), ([, list = '']) => list)
    .flatMap((list) => list.split(/[、,或和及()[\]【】]/))
    .map((item) => item.split('/').map((word) => unitFirst.exec(word)?.[1] ?? null))
  const plain = items.filter((words) => !words.includes(null))
  const units = (plain.length > 0 ? plain : items).flat().filter((unit) => unit !== null)
  return distinct([...units, ...currencies])
}

/** Whether a unit is of another currency than 人民币: 美元, 万美元, USD. */
export function isForeignUnit(unit: string): boolean {
  return foreignCurrency(unit) !== null
}

/** 元、角、分 together are amounts in 元 with two decimals. */
function distinct(units: readonly string[]): string[] {
  const names = new Set(units.map(fullName))
  if (names.has('元')) for (const part of ['角', '分']) names.delete(part)
  return [...names]
}

/** 万 as 万元. */
function fullName(unit: string): string {
  return /[十百千万亿]$/.test(unit) ? `${unit}元` : unit
}
