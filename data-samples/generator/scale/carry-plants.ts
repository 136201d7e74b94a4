import { isoDay } from '../calendar.ts'
import { contract, type Plant } from './plants.ts'
import { daysOf, decimal, type ScaleLine, type UnitYear } from './unit-year.ts'

/** A project's carried-over money of a year, paid to a share of it in small parts from February to November. */
function carried(at: UnitYear, year: number, given: { amount: number; share: number }): ScaleLine {
  const line: ScaleLine = {
    ...at.line('30299'),
    id: `ZB${String(year)}${at.unit}95${String(year - at.year + 2)}`,
    project: `${at.unit}P5`,
    projectName: '跨年改造工程',
    amount: given.amount,
    source: '结转',
    year,
  }
  at.lines.push(line)
  const paid = given.amount * given.share
  for (let month = 2; month <= 11; month += 1)
    at.pay(line, month, {
      day: at.random.pick(daysOf(year, month)),
      amount: Math.round(paid / 10) - at.random.int(0, 9_999),
    })
  return line
}

/** A project carried over into the year before and, what is left of it, into this year. */
export function carriedTwice(at: UnitYear, used: number): void {
  const amount = Math.max(20_000_000, Math.round(at.total() * 0.02))
  carried(at, at.year - 1, { amount, share: used })
  carried(at, at.year, { amount: Math.round(amount * Math.max(0.2, 1 - used)), share: 0.97 })
}

/** Money carried over into the year, as a share of the year's spending. */
export function carriedShare(at: UnitYear, share: number): void {
  carried(at, at.year, { amount: Math.round(at.total() * share), share: 0.97 })
}

/** A unit's initial lines issued some days after the approval that the tests assume. */
export function issuedAfter(at: UnitYear, days: number): void {
  const approved = daysOf(2025, 1).find((day) => isoDay(day) === '2025-01-24') ?? 0
  for (const line of at.lines.slice(-at.random.int(1, 5))) line.issued = approved + days
}

/** An advance that is so many days old at the year's end. */
export function receivable(at: UnitYear, days: number, amount: number, subject = '其他应收款'): void {
  const end = daysOf(at.year, 12).at(-1) ?? 0
  at.receivables.push({
    receivable_id: `WL${String(at.year)}${at.unit}1`,
    agency_code: at.unit,
    agency_name: at.name,
    ledger_subject: subject,
    counterparty: '示例供应有限公司',
    occurred_at: isoDay(end - days),
    balance: decimal(amount),
    as_of: isoDay(end),
  })
}

/** A project of ten million 元: what was paid as a share of its estimate, and the study's estimate as one. */
export function investment(at: UnitYear, { over, study }: { over: number; study: number }): void {
  const approved = 1_000_000_000
  at.investments.push({
    pro_code: `${at.unit}T${String(at.year)}`,
    project_name: '示例综合业务用房',
    agency_code: at.unit,
    agency_name: at.name,
    estimate: decimal(Math.round(approved * study)),
    approved_estimate: decimal(approved),
    paid_total: decimal(Math.round(approved * over)),
    as_of: `${String(at.year)}-12-31`,
  })
}

/** Plants of the rules on replies to budgets, carry-overs, 三公 growth, deposits and bidders. */
export const plantsOfCarrying: readonly Plant[] = [
  {
    rule: 'B04',
    onlyYear: 2025,
    apply: (at) => {
      issuedAfter(at, at.random.int(21, 80))
    },
  },
  {
    rule: 'B15',
    onlyYear: 2025,
    apply: (at) => {
      carriedTwice(at, 0.25 + at.random.next() * 0.5)
    },
  },
  {
    rule: 'B16',
    onlyYear: 2025,
    apply: (at) => {
      carriedShare(at, 0.27 + at.random.next() * 0.2)
    },
  },
  {
    rule: 'B19',
    onlyYear: 2025,
    apply: (at) => {
      const line = at.line(at.random.pick(['30217', '30231']))
      const factor = 1.5 + at.random.next()
      for (const payment of at.payments)
        if (payment.line === line) payment.amount = Math.round(payment.amount * factor)
    },
  },
  {
    rule: 'B32',
    apply: (at) => {
      const isBid = at.random.chance(0.5)
      contract(at, 6, {
        estimate: '850000.00',
        ...(isBid
          ? { bid_deposit: `${String(at.random.int(17_100, 60_000))}.00` }
          : { performance_deposit: `${String(at.random.int(80_100, 200_000))}.00` }),
      })
    },
  },
  {
    rule: 'B34',
    apply: (at) => {
      contract(at, 5, { bidders: '1', method: at.random.pick(['公开招标', '竞争性磋商', '询价']) })
    },
  },
  {
    rule: 'B40',
    apply: (at) => {
      receivable(at, at.random.int(400, 2_500), at.random.int(2_000_000, 90_000_000))
    },
  },
  {
    rule: 'B45',
    apply: (at) => {
      const isPaid = at.random.chance(0.5)
      investment(at, { over: isPaid ? 1.002 + at.random.next() * 0.3 : 0.9, study: isPaid ? 0.95 : 0.7 })
    },
  },
]
