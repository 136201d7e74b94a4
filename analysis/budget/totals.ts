import { toDay } from '#calendar'
import { groupBy, unitYearKey } from './groups.ts'
import { type Cents, parseCents, sumCents } from './money.ts'
import { type CellRow, type MonthRow, type PaymentTotalRows, type RhythmRow, type ShareRow } from './rows.ts'

/** Payments of a unit, budget year, month and spending class. */
export interface Cell {
  readonly unit: string
  readonly year: number
  /** 'YYYY-MM', when it was paid. */
  readonly paidIn: string
  /** Month of the budget year in which it counts, 1–12. */
  readonly month: number
  readonly currency: string
  /** 类 of the economic code (three digits), the payment's own or its line's. */
  readonly economicClass: string | null
  /** Disaster relief: its timing and amounts follow no plan. */
  readonly isRelief: boolean
  readonly cents: Cents
  readonly payments: number
}

/** A unit's calendar month. */
export interface MonthTotal {
  readonly unit: string
  readonly year: number
  /** 'YYYY-MM' */
  readonly month: string
  readonly payments: number
  readonly aboveZero: number
  readonly centsAboveZero: Cents
  /** Middle payment above zero; null when there is none. */
  readonly middle: Cents | null
}

export interface UnitYearTotal {
  readonly unit: string
  readonly year: number
  readonly cents: Cents
  readonly payments: number
}

export interface CodeTotal extends UnitYearTotal {
  readonly code: string
}

/** How a unit's amounts above zero are spread in a year, with the shares of their first two digits when there are enough. */
export interface UnitSpread {
  readonly unit: string
  readonly year: number
  readonly payments: number
  readonly cents: Cents
  readonly floor: Cents
  readonly low: Cents
  readonly high: Cents
  readonly nearFloor: number
  /** Payments by first two digits, index 10–99; null where there are few payments. */
  readonly digits: readonly number[] | null
}

/** What a unit paid in a budget year before a day of its first quarter, carried-over money and disaster relief left out. */
export interface EarlyTotal {
  readonly unit: string
  readonly year: number
  readonly endsBefore: number
  readonly cents: Cents
}

export interface DayTotal {
  readonly currency: string
  readonly year: number
  readonly date: string
  readonly day: number
  readonly payments: number
}

/** Sums over all payments. */
export interface PaymentTotals {
  readonly cellsByUnitYear: ReadonlyMap<string, readonly Cell[]>
  readonly monthsByUnitYear: ReadonlyMap<string, readonly MonthTotal[]>
  readonly codes: readonly CodeTotal[]
  readonly early: readonly EarlyTotal[]
  readonly loose: readonly UnitYearTotal[]
  readonly days: readonly DayTotal[]
  /** '2025\u0000P1' for each project paid on in a year. */
  readonly paidProjects: ReadonlySet<string>
  readonly spread: readonly UnitSpread[]
  readonly shares: readonly ShareRow[]
  readonly rhythms: readonly RhythmRow[]
}

export function paidProjectKey(year: number, project: string): string {
  return `${String(year)}\u0000${project}`
}

/** Types the sums; amounts become 分. */
export function typeTotals(rows: PaymentTotalRows): PaymentTotals {
  const digits = new Map<string, number[]>()
  for (const row of rows.digits) {
    const key = digitsKey(row)
    let counts = digits.get(key)
    if (!counts) digits.set(key, (counts = new Array<number>(100).fill(0)))
    counts[row.digits] = row.payments
  }
  return {
    cellsByUnitYear: groupBy(Array.from(rows.cells, cellOf), ({ unit, year }) => unitYearKey(unit, year)),
    monthsByUnitYear: groupBy(Array.from(rows.months, monthOf), ({ unit, year }) => unitYearKey(unit, year)),
    codes: Array.from(rows.codes, (row) => ({ ...unitYear(row), code: row.economic_code })),
    early: Array.from(rows.early, (row) => ({
      unit: row.unit_key,
      year: row.fiscal_year,
      endsBefore: toDay(row.ends_before) ?? 0,
      cents: cents(row.amount),
    })),
    loose: Array.from(rows.loose, unitYear),
    days: rows.days.map((row) => ({
      currency: row.currency,
      year: row.fiscal_year,
      date: row.pay_date,
      day: toDay(row.pay_date) ?? 0,
      payments: row.payments,
    })),
    paidProjects: new Set(Array.from(rows.projects, (row) => paidProjectKey(row.fiscal_year, row.pro_code))),
    spread: Array.from(rows.spread, (row) => ({
      unit: row.unit_key,
      year: row.fiscal_year,
      payments: row.payments,
      cents: cents(row.amount),
      floor: cents(row.floor),
      low: cents(row.low),
      high: cents(row.high),
      nearFloor: row.near_floor,
      digits: digits.get(digitsKey(row)) ?? null,
    })),
    shares: rows.shares,
    rhythms: rows.rhythms,
  }
}

/** What each unit paid in each budget year, in the order of the cells. */
export function paidOf(cellsByUnitYear: PaymentTotals['cellsByUnitYear']): Map<string, UnitYearTotal> {
  const sums = new Map<string, UnitYearTotal>()
  for (const [key, cells] of cellsByUnitYear) {
    const [first] = cells
    if (!first) continue
    const payments = cells.reduce((sum, cell) => sum + cell.payments, 0)
    sums.set(key, { unit: first.unit, year: first.year, cents: sumCents(cells), payments })
  }
  return sums
}

/** Month of a budget year in which a month of payment counts: after the year's end December, before it January. */
function fiscalMonthOf(month: string, year: number): number {
  const paidIn = Number(month.slice(0, 4))
  if (paidIn > year) return 12
  return paidIn < year ? 1 : Number(month.slice(5))
}

function cellOf(row: CellRow): Cell {
  return {
    unit: row.unit_key,
    year: row.fiscal_year,
    paidIn: row.pay_month,
    month: fiscalMonthOf(row.pay_month, row.fiscal_year),
    currency: row.currency,
    economicClass: row.economic_class,
    isRelief: row.is_relief,
    cents: cents(row.amount),
    payments: row.payments,
  }
}

function monthOf(row: MonthRow): MonthTotal {
  return {
    unit: row.unit_key,
    year: row.fiscal_year,
    month: row.pay_month,
    payments: row.payments,
    aboveZero: row.above_zero,
    centsAboveZero: cents(row.amount_above_zero),
    middle: row.middle === null ? null : row.middle * 100,
  }
}

function digitsKey(row: { unit_key: string; fiscal_year: number }): string {
  return `${String(row.fiscal_year)}\u0000${row.unit_key}`
}

function unitYear(row: {
  unit_key: string
  fiscal_year: number
  amount: string
  payments: number
}): UnitYearTotal {
  return {
    unit: row.unit_key,
    year: row.fiscal_year,
    cents: cents(row.amount),
    payments: row.payments,
  }
}

function cents(text: string | null): Cents {
  return parseCents(text) ?? 0
}
