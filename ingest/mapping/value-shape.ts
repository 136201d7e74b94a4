import type { Field } from '../sources/contract.ts'
import { choiceParser } from '../values/choice.ts'
import { dateParser, defaultDateOptions } from '../values/date.ts'
import { one } from '../values/decimal.ts'
import { moneyParser } from '../values/money.ts'
import { parsePercent } from '../values/percent.ts'
import { Refusal, type CellParser } from '../values/refusal.ts'
import { isPlaceholder, narrow } from '../values/text.ts'

/** What the cells of a column look like, as shares (0–1) of those that hold anything. */
export interface ValueShape {
  readonly filled: number
  readonly dates: number
  readonly numbers: number
  /** Numbers with decimals, separators or a currency sign. */
  readonly amounts: number
  /** Distinct values per filled cell. */
  readonly distinct: number
  readonly meanLength: number
  readonly texts: readonly string[]
}

const readDate = dateParser(defaultDateOptions)
const readMoney = moneyParser({ scale: one, decimal: '.', foreign: true })
const namedForm = /^\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}$|^\d{4}[-/年.]\d{1,2}月?$/
const amount = /\d[.,，]\d|[¥￥$£€元]/

/** Measures the cells of one column; a few hundred rows are enough. */
export function shapeOf(cells: readonly string[]): ValueShape {
  const texts = cells.map(narrow).filter((text) => text !== '' && !isPlaceholder(text))
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length
  const isNumber = (text: string) => reads(readMoney, text)
  return {
    filled: cells.length === 0 ? 0 : texts.length / cells.length,
    // A serial number may be anything; a column of 31/12/2024 is dates in a form that has to be named.
    dates: share(looksLikeDate),
    numbers: share(isNumber),
    amounts: share((text) => isNumber(text) && amount.test(text)),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    meanLength: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    texts,
  }
}

function looksLikeDate(text: string): boolean {
  return namedForm.test(text) || (reads(readDate, text) && !/^\d{5}$/.test(text))
}

function reads(parse: CellParser, text: string): boolean {
  const parsed = parse(text)
  return parsed !== null && !(parsed instanceof Refusal)
}

type Suit = (shape: ValueShape, field: Field, isKey: boolean) => number

const suitByType: Readonly<Record<Field['type'], Suit>> = {
  date: suitsDate,
  timestamp: suitsDate,
  money: (shape) => {
    if (shape.dates > 0.8 || shape.numbers < 0.5) return -1
    return shape.amounts > 0.3 ? shape.numbers : 0.3
  },
  integer: (shape) => (shape.numbers < 0.5 || shape.amounts > 0.5 ? -1 : 0.3),
  percent: (shape) => (shape.dates > 0.8 ? -1 : reading(shape, parsePercent)),
  choice: choiceHits,
  code: suitsCode,
  text: suitsText,
}

/** How well cells of this shape suit a field: below 0 they cannot be it, 0 they may, up to 1 they look like it. */
export function suits(shape: ValueShape, field: Field, isKey: boolean): number {
  return shape.texts.length === 0 ? 0 : suitByType[field.type](shape, field, isKey)
}

function suitsDate(shape: ValueShape): number {
  return shape.dates >= 0.8 ? shape.dates : shape.dates < 0.2 ? -1 : 0
}

function reading({ texts }: ValueShape, parse: CellParser): number {
  const share = texts.filter((text) => reads(parse, text)).length / texts.length
  return share < 0.5 ? -1 : 0.3
}

function choiceHits(shape: ValueShape, field: Field): number {
  const parse = choiceParser(field.choices ?? {}, true)
  const hits = shape.texts.filter((text) => reads(parse, text)).length / shape.texts.length
  return hits >= 0.5 ? hits : field.closed && hits < 0.1 ? -1 : 0
}

function suitsCode(shape: ValueShape, _: Field, isKey: boolean): number {
  if (shape.meanLength > 40 || shape.dates > 0.8 || shape.amounts > 0.5) return -1
  return isKey && shape.distinct < 0.5 && shape.texts.length > 10 ? -0.5 : isKey ? shape.distinct * 0.5 : 0.1
}

function suitsText(shape: ValueShape, field: Field): number {
  if (field.freeText) {
    if (shape.numbers > 0.8 || shape.dates > 0.8) return -1
    return Math.min(1, shape.meanLength / 60)
  }
  return shape.dates > 0.8 || shape.amounts > 0.8 ? -1 : shape.meanLength > 60 ? -0.5 : 0.1
}
