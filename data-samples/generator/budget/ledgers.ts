import { dayOf, isoDay, monthStart, officeDayFrom } from '../calendar.ts'
import { type District } from '../places.ts'
import { type Random } from '../prng.ts'
import { units } from '../units.ts'
import { fiscalYears } from './plan.ts'

/** Money in 分, days as ISO text. */
export interface TreasuryMonth {
  region: string
  regionCode: string
  monthEnd: string
  inflow: number
  outflow: number
  balance: number
}

export interface Investment {
  proCode: string
  name: string
  agencyCode: string
  agencyName: string
  estimate: number
  approved: number
  paid: number
}

export interface Receivable {
  id: string
  agencyCode: string
  agencyName: string
  subject: string
  counterparty: string
  occurred: string
  balance: number
}

export interface Ledgers {
  treasury: TreasuryMonth[]
  investments: Investment[]
  receivables: Receivable[]
}

/** The last day of the invented city's data. */
export const ledgerDay = '2026-10-31'
const lastMonthOf = (year: number): number => (year === 2026 ? 10 : 12)

/** Treasury months, investment projects and open receivables of the city, all in order. */
export function buildLedgers(districts: readonly District[], random: Random): Ledgers {
  const governments = [
    { region: '云岭市', regionCode: '990100000' },
    ...districts.map(({ name, code }) => ({ region: name, regionCode: `${code}000` })),
  ]
  return {
    treasury: governments.flatMap((at) => treasuryOf(at, random.fork(at.regionCode))),
    investments: investmentsOf(random.fork('investments')),
    receivables: receivablesOf(random.fork('receivables')),
  }
}

function treasuryOf(at: { region: string; regionCode: string }, random: Random): TreasuryMonth[] {
  const usual = random.int(300, 2_000) * 10_000_000
  return fiscalYears.flatMap((year) =>
    Array.from({ length: lastMonthOf(year) }, (_, index) => {
      const next = index === 11 ? monthStart(year + 1, 1) : monthStart(year, index + 2)
      const amount = (low: number, width: number): number => Math.round(usual * (low + random.next() * width))
      return {
        ...at,
        monthEnd: isoDay(next - 1),
        inflow: amount(0.85, 0.3),
        outflow: amount(0.85, 0.3),
        balance: amount(0.55, 0.9),
      }
    }),
  )
}

function investmentsOf(random: Random): Investment[] {
  const names = [
    '示例文化馆迁建',
    '示例河道整治',
    '示例小学扩建',
    '示例医院门诊楼',
    '示例路改造',
    '示例水厂提标',
  ]
  return names.map((name, index) => {
    const unit = units[index * 5] ?? random.pick(units)
    const estimate = random.int(2_000, 30_000) * 1_000_000
    const approved = Math.round((estimate * (0.95 + random.next() * 0.14)) / 1_000_000) * 1_000_000
    return {
      proCode: `9901T${String(index + 1).padStart(4, '0')}`,
      name,
      agencyCode: unit.code,
      agencyName: unit.name,
      estimate,
      approved,
      paid: Math.round(approved * (0.2 + random.next() * 0.75)),
    }
  })
}

function receivablesOf(random: Random): Receivable[] {
  return units.flatMap((unit, index) => {
    const age = random.int(20, 330)
    if (index % 2 === 1) return []
    return [
      {
        id: `WL2026${String(index + 1).padStart(4, '0')}`,
        agencyCode: unit.code,
        agencyName: unit.name,
        subject: random.pick(['其他应收款', '预付账款']),
        counterparty: random.pick(['云岭示例物业服务有限公司', '云岭示例会展有限公司']),
        occurred: isoDay(officeDayFrom(dayOf(ledgerDay) - age)),
        balance: random.int(2_000, 90_000) * 100,
      },
    ]
  })
}
