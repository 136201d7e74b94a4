import { isoDay } from '../calendar.ts'
import { type Random } from '../prng.ts'
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

  constructor(region: string, year: number, random: { own: Random; year: Random }) {
    this.region = region
    this.name = `示例第${region.slice(0, 6)}区`
    this.year = year
    this.random = random.year
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
}
