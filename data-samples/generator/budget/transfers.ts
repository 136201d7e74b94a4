import { isoDay, monthStart, officeDayFrom, today } from '../calendar.ts'
import { type District } from '../places.ts'
import { type Random } from '../prng.ts'
import { fiscalYears } from './plan.ts'
import { type Transfer } from './rows.ts'

/** Allocations of the province through the city to its counties: 一般 within 30 days, 专项 within 60. */
export function buildTransfers(districts: readonly District[], random: Random): Transfer[] {
  const transfers: Transfer[] = []
  for (const year of fiscalYears) {
    for (const district of districts) {
      for (const [kind, count, days] of [
        ['一般', 5, 28],
        ['专项', 9, 56],
      ] as const) {
        for (let index = 0; index < count; index += 1) {
          const received = officeDayFrom(monthStart(year, random.int(1, 9)) + random.int(0, 26))
          const issued = officeDayFrom(received + random.int(6, days) - 3)
          if (issued > today) continue
          transfers.push({
            docNo: `云财${kind === '一般' ? '预' : '专'}〔${year}〕${transfers.length + 21}号`,
            fromDiv: '990000000',
            toDiv: `${district.code}000`,
            kind,
            amount: random.int(kind === '一般' ? 300 : 40, kind === '一般' ? 4200 : 900) * 1_000_000,
            received,
            issued,
            fiscalYear: year,
          })
        }
      }
    }
  }
  return transfers.sort(
    (left, right) =>
      left.received - right.received ||
      isoDay(left.issued).localeCompare(isoDay(right.issued)) ||
      left.docNo.localeCompare(right.docNo),
  )
}
