import { addDays, lastOfMonth } from '#calendar'
import { rawColumns } from '#warehouse'
import { isRequired, type ColumnSource } from '../mapping/mapping.ts'
import type { Field } from '../sources/contract.ts'
import { choiceParser } from '../values/choice.ts'
import { parseCode, parseKeyCode } from '../values/code.ts'
import { dateParser, notAhead, timestampParser, type DateOptions } from '../values/date.ts'
import { one, type Decimal } from '../values/decimal.ts'
import { parseInteger } from '../values/integer.ts'
import { moneyParser, type MoneyOptions } from '../values/money.ts'
import { parsePercent } from '../values/percent.ts'
import { Refusal, refuseFailedFormula, type CellParser, type Parsed } from '../values/refusal.ts'
import { isPlaceholder, narrow, oneName, trimText } from '../values/text.ts'
import { scaleOfUnit, unitInHeader } from '../values/unit.ts'
import type { SheetPlan } from './sheet-plan.ts'
import { isUnitUnclear, statesCurrency } from './unclear-unit.ts'

/** One canonical column of a sheet, ready to read: where its cell is and how it is parsed. */
export interface ColumnPlan {
  readonly field: Field
  /** Position in `rawColumns(kind)`. */
  readonly position: number
  /** Column of the file, or -1 for a constant. */
  readonly index: number
  readonly constant: string
  readonly required: boolean
  readonly parse: CellParser
}

export function planColumns(plan: SheetPlan): ColumnPlan[] {
  const order = rawColumns(plan.contract.kind)
  return plan.contract.fields
    .map((field) => planColumn(field, plan, order.indexOf(field.name)))
    .filter((column) => column !== null)
}

function planColumn(field: Field, plan: SheetPlan, position: number): ColumnPlan | null {
  const source = plan.mapping?.columns.get(field.name) ?? null
  const index = plan.columns.get(field.name) ?? -1
  const constant = index < 0 ? (source?.constant ?? null) : null
  if (index < 0 && constant === null) return null
  return {
    field,
    position,
    index,
    constant: constant ?? '',
    required: isRequired(field, plan.mapping),
    parse: withValues(withinTime(parserFor(field, source, plan, index), field, plan), source),
  }
}

/** A clock elsewhere may be a day ahead. */
function withinTime(parse: CellParser, { happened }: Field, { today }: SheetPlan): CellParser {
  if (happened === undefined || today === null) return parse
  const tomorrow = addDays(today, 1)
  return notAhead(parse, happened === 'this_month' ? lastOfMonth(tomorrow) : tomorrow)
}

function parserFor(field: Field, source: ColumnSource | null, plan: SheetPlan, index: number): CellParser {
  switch (field.type) {
    case 'text':
      return textParser(field)
    case 'code':
      return namesRecord(field, plan) ? parseKeyCode : parseCode
    case 'integer':
      return parseInteger
    case 'percent':
      return parsePercent
    case 'money':
      return isUnitUnclear(field, plan) ? refuseUnit : moneyParser(moneyOptions(source, plan, index))
    case 'date':
      return dateParser(dateOptions(source, plan))
    case 'timestamp':
      return timestampParser(dateOptions(source, plan))
    case 'choice':
      return choiceParser(field.choices ?? {}, field.closed === true)
  }
}

function textParser({ oneName: isOneName }: Field): CellParser {
  return (text) => {
    const trimmed = trimText(text)
    return refuseFailedFormula(text) ?? ((isOneName ? oneName(trimmed) : trimmed) || null)
  }
}

function moneyOptions(source: ColumnSource | null, plan: SheetPlan, index: number): MoneyOptions {
  return {
    scale: moneyScale(source, plan, index),
    decimal: source?.decimal ?? '.',
    foreign: statesCurrency(plan),
  }
}

function refuseUnit(text: string): Parsed {
  const cell = narrow(text)
  if (cell === '' || isPlaceholder(cell)) return null
  return new Refusal(
    'money_unit',
    '看不出这一列按什么单位填（写了几个单位、前后不一，或写的是外币），请选定这一列的单位',
  )
}

function namesRecord(field: Field, plan: SheetPlan): boolean {
  const key = plan.mapping?.key ?? plan.contract.key
  return key !== 'none' && key.includes(field.name)
}

function dateOptions(source: ColumnSource | null, plan: SheetPlan): DateOptions {
  return {
    formats: source?.dateFormats ?? [],
    timezone: plan.mapping?.timezone ?? 'Asia/Shanghai',
    date1904: plan.sheet.date1904,
  }
}

/** The nearest statement wins: the mapping's column, the header's bracket, the mapping, the title line, 元. */
function moneyScale(source: ColumnSource | null, plan: SheetPlan, index: number): Decimal {
  if (source?.scale) return source.scale
  const inHeader = scaleOfUnit(unitInHeader(plan.headers[index] ?? '') ?? '')
  if (inHeader) return inHeader
  if (plan.mapping?.scale) return plan.mapping.scale
  return scaleOfUnit(plan.titleUnits[0] ?? '') ?? one
}

function withValues(parse: CellParser, source: ColumnSource | null): CellParser {
  if (!source || source.values.size === 0) return parse
  const { values } = source
  return (text) => {
    const replaced = values.get(narrow(text))
    return replaced === undefined ? parse(text) : replaced === '' ? null : parse(replaced)
  }
}
