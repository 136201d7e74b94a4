import { isoDay, monthStart } from '../calendar.ts'
import { type Random } from '../prng.ts'
import {
  debtRecord,
  orderlyAccounts,
  subjectRecord,
  type Accounts,
  type ScaleDebt,
  type ScaleSubject,
} from './region-accounts.ts'
import { daysOf, decimal, type SourceRecord } from './unit-year.ts'

export interface ScaleTransfer {
  kind: string
  /** 分 */
  amount: number
  to: string
  /** Issued before the year began. */
  isAdvance: boolean
  year: number
}

/** One government's budget year: what it hands on, takes in, spends as a whole and owes. */
export class RegionYear {
  readonly region: string
  readonly name: string
  readonly year: number
  readonly random: Random
  readonly transfers: ScaleTransfer[] = []
  readonly accounts: Accounts
  /** 分 paid out in each month, and left at its end. */
  readonly treasury: { outflow: number; balance: number }[]

  constructor(region: string, year: number, random: { own: Random; year: Random }) {
    this.region = region
    this.name = `示例第${region.slice(0, 6)}区`
    this.year = year
    this.random = random.year
    this.accounts = orderlyAccounts(random.own.fork('accounts'), random.year.fork('accounts'))
    const usual = random.own.fork('treasury').int(2_000_000_000, 9_000_000_000)
    const monthly = random.year.fork('treasury')
    this.treasury = Array.from({ length: 12 }, () => ({
      outflow: Math.round(usual * (0.9 + monthly.next() * 0.2)),
      balance: Math.round(usual * (0.6 + monthly.next() * 0.8)),
    }))
    const sizes = random.own.fork('transfers')
    for (const kind of ['一般', '专项'])
      for (let to = 1; to <= 4; to += 1) {
        const whole = sizes.int(40_000_000, 900_000_000)
        const advance = Math.round(whole * (kind === '一般' ? 0.93 : 0.76))
        const target = `${region.slice(0, 6)}00${String(to)}`
        this.transfers.push({ kind, amount: advance, to: target, isAdvance: true, year })
        this.transfers.push({ kind, amount: whole - advance, to: target, isAdvance: false, year })
      }
  }

  transferRecords(): SourceRecord[] {
    return this.transfers.map(({ kind, amount, to, isAdvance, year }, index) => {
      const issued = isAdvance ? daysOf(year - 1, 11).at(5) : daysOf(year, 4).at(12)
      return {
        doc_no: `示财预〔${String(year)}〕${this.region}-${String(index + 1)}号`,
        from_div: this.region,
        to_div: to,
        kind,
        amount: decimal(amount),
        received_at: isAdvance ? null : isoDay(daysOf(year, 4).at(2) ?? 0),
        issued_at: isoDay(issued ?? 0),
        fiscal_year: String(year),
      }
    })
  }

  revenue(code: string): ScaleSubject {
    return found(this.accounts.revenues.find((one) => one.code === code))
  }

  expenditure(code: string): ScaleSubject {
    return found(this.accounts.expenditures.find((one) => one.code === code))
  }

  debt(kind: string): ScaleDebt {
    return found(this.accounts.debts.find((one) => one.kind === kind))
  }

  revenueRecords(): SourceRecord[] {
    return this.accounts.revenues.map((one) => subjectRecord(this, one, false))
  }

  expenditureRecords(): SourceRecord[] {
    return this.accounts.expenditures.map((one) => subjectRecord(this, one, true))
  }

  treasuryRecords(): SourceRecord[] {
    return this.treasury.map(({ outflow, balance }, index) => ({
      region: this.name,
      region_code: this.region,
      month_end: isoDay(monthStart(this.year + (index === 11 ? 1 : 0), ((index + 1) % 12) + 1) - 1),
      outflow: decimal(outflow),
      balance: decimal(balance),
    }))
  }

  debtRecords(): SourceRecord[] {
    return this.accounts.debts.map((one) => debtRecord(this, one))
  }
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new RangeError('no such subject')
  return one
}
