import { expandExponent } from '../formats/number-text.ts'
import { foreignCurrency } from './currency.ts'
import { formatDecimal, multiply, parseDecimal, type Decimal } from './decimal.ts'
import { formulaError, Refusal, type CellParser, type Parsed } from './refusal.ts'
import { isPlaceholder, narrow } from './text.ts'
import { scaleOfUnit } from './unit.ts'

export interface MoneyOptions {
  /** How many 元 one of the written unit is; 1 when the column is in 元. */
  readonly scale: Decimal
  readonly decimal: '.' | ','
  /** The file says of which currency its amounts are; else those of another than 人民币 are refused. */
  readonly foreign?: boolean
}

const plain = /^-?(?:0|[1-9]\d{0,14})(?:\.\d\d?)?$/
const separated = /^-?[1-9]\d{0,2}(?:,\d{3}){1,4}(?:\.\d\d?)?$/
const currency =
  /^(?:人民币|RMB|CNY|USD|GBP|EUR|HKD|JPY|US\$|HK\$|[¥$£€])\s*|\s*(?:RMB|CNY|USD|GBP|EUR|HKD|JPY|美元|港元|港币|欧元|英镑|日元)$/i
const unitSuffix = /(亿元|千万元|百万元|万元|千元|百元|元|亿|万|千万|百万)整?$/
/** A thousand 万亿 is more than any government has; ten such amounts would no longer add up in decimal(18, 2). */
const digitLimit = 15

/**
 * Money in the written unit → plain decimal 元 with two places, computed on decimal text (never floating point).
 * Reads 1,234.50, (1,234.50), 1234.50-, ￥1,234, 12.5万元; decimal commas only when told so. More than two
 * decimals are rounded half up to 分; the caller keeps the original text.
 */
export function moneyParser(options: MoneyOptions): CellParser {
  const isYuan = options.scale.digits === 1n && options.scale.places === 0
  const fast = isYuan && options.decimal === '.'
  return (text) => {
    if (fast && plain.test(text)) return text === '-0' ? '0.00' : twoPlaces(text)
    if (fast && separated.test(text)) return twoPlaces(text.replaceAll(',', ''))
    return parseMoney(text, options)
  }
}

function twoPlaces(text: string): string {
  const point = text.indexOf('.')
  if (point < 0) return `${text}.00`
  const padded = text.length - point === 3 ? text : `${text}0`
  return padded === '-0.00' ? '0.00' : padded
}

function parseMoney(text: string, options: MoneyOptions): Parsed {
  const cell = narrow(text)
  if (cell === '' || isPlaceholder(cell)) return null
  if (cell.startsWith('#')) return formulaError
  return (options.foreign ? null : refuseForeign(cell)) ?? parseAmount(cell, options)
}

function parseAmount(cell: string, options: MoneyOptions): string | Refusal {
  const signed = takeSign(cell)
  const suffix = unitSuffix.exec(signed.rest)
  const scale = suffix ? scaleOfWord(suffix[1] ?? '') : options.scale
  const number = suffix ? signed.rest.slice(0, suffix.index).trim() : signed.rest
  const digits = plainDigits(expandExponent(number), options.decimal)
  if (digits instanceof Refusal) return digits
  const value = /^[-+]/.test(digits) ? null : parseDecimal(digits)
  if (!value) return notMoney(cell)
  const yuan = formatDecimal(
    multiply(signed.negative ? { ...value, digits: -value.digits } : value, scale),
    2,
  )
  if (yuan.replace('-', '').length > digitLimit + 3)
    return new Refusal('money_too_large', '金额大得不合理，请核对单位')
  return yuan
}

/** The refusal of an amount (as `narrow` leaves it) that names a currency other than 人民币; null for any other. */
export function refuseForeign(cell: string): Refusal | null {
  const name = foreignCurrency(cell)
  if (name === null || !/\d/.test(cell)) return null
  return new Refusal(
    'money_currency',
    `写的是${name}，请换算成人民币后填写（支付数据也可以加一列“币种”写明）`,
  )
}

/** (1,234.00), (-1,234.00), -1,234.00, △1,234.00, 1,234.00- and ￥ in any order. */
function takeSign(cell: string): { negative: boolean; rest: string } {
  let negative = false
  let rest = cell
  for (let round = 0; round < 3; round++) {
    const before = rest
    rest = rest.replace(currency, '').trim()
    const inner =
      /^\([-−–]?(.*)\)$/.exec(rest)?.[1] ?? /^[-−–△▲](.*)$/.exec(rest)?.[1] ?? /^(.*\d)[-−]$/.exec(rest)?.[1]
    if (inner !== undefined && !negative) {
      negative = true
      rest = inner.trim()
    } else if (rest.startsWith('+')) rest = rest.slice(1).trim()
    if (rest === before) break
  }
  return { negative, rest }
}

function scaleOfWord(word: string): Decimal {
  return scaleOfUnit(word.endsWith('元') ? word : `${word}元`) ?? { digits: 1n, places: 0 }
}

/** Removes thousands separators when they sit where they should. */
function plainDigits(number: string, decimal: '.' | ','): string | Refusal {
  const thousands = decimal === '.' ? ',' : '.'
  const compact = number.replaceAll(/[\s'’]/g, '')
  if (!compact.includes(thousands)) return decimal === ',' ? compact.replace(',', '.') : compact
  const [whole = '', fraction] = compact.split(decimal)
  const groups = whole.split(thousands)
  const [first = '', ...others] = groups
  const regular = first !== '' && first.length <= 3 && others.every((group) => group.length === 3)
  const numeric = groups.every((group) => /^\d+$/.test(group))
  if (!numeric) return compact
  if (!regular) return new Refusal('money_separator', '千分位或小数点的位置不对，看不出是多少钱，请核对原表')
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`
}

function notMoney(cell: string): Refusal {
  if (/附件|附表|详见|另行|待定|面议|未定/.test(cell))
    return new Refusal('money_note', '写的是“见附件”一类的说明，请填入金额数字')
  return new Refusal('money_unreadable', '不是金额数字，请核对这一列是否错位或填了文字')
}
