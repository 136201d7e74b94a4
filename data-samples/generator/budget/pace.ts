import { partsOf } from '../calendar.ts'
import { type Ledger } from './ledger.ts'
import { type PlantedAnomaly } from './planted.ts'
import { pacePlants, type PacePlant } from './plants.ts'
import { lastMonth } from './spending.ts'

/** The B12 and B14 plants with the figures they came to; throws where a plant did not take. */
export function pacePlanted(ledger: Ledger): PlantedAnomaly[] {
  return pacePlants.map((plant) => (plant.rule === 'B12' ? slow(ledger, plant) : rush(ledger, plant)))
}

function slow(ledger: Ledger, { agencyCode, fiscalYear }: PacePlant): PlantedAnomaly {
  const { budget, paid } = yearOf(ledger, agencyCode, fiscalYear)
  const rate = paid / budget
  const behind = lastMonth(fiscalYear) / 12 - rate
  if (behind < 0.12)
    throw new Error(`B12 of ${agencyCode} in ${fiscalYear} is only ${behind.toFixed(3)} behind`)
  const story = `截至 ${lastMonth(fiscalYear)} 月执行率 ${percent(rate)}，落后序时进度 ${(behind * 100).toFixed(1)} 个百分点`
  return whole('B12', agencyCode, fiscalYear, story, budget - paid, [])
}

function rush(ledger: Ledger, { agencyCode, fiscalYear }: PacePlant): PlantedAnomaly {
  const { paid, december } = yearOf(ledger, agencyCode, fiscalYear)
  const share = december / paid
  if (share < 0.28)
    throw new Error(`B14 of ${agencyCode} in ${fiscalYear} has only ${share.toFixed(3)} in December`)
  return whole('B14', agencyCode, fiscalYear, `十二月支出占全年 ${percent(share)}`, december, ['B12'])
}

function whole(
  rule: 'B12' | 'B14',
  agencyCode: string,
  fiscalYear: number,
  story: string,
  amount: number,
  mayAlsoRaise: PlantedAnomaly['mayAlsoRaise'],
): PlantedAnomaly {
  return { rule, agencyCode, fiscalYear, story, matter: '', payments: [], lines: [], amount, mayAlsoRaise }
}

function yearOf(
  ledger: Ledger,
  agencyCode: string,
  fiscalYear: number,
): { budget: number; paid: number; december: number } {
  const isOfYear = (row: { agencyCode: string; fiscalYear: number }): boolean =>
    row.agencyCode === agencyCode && row.fiscalYear === fiscalYear
  const budget = ledger.lines.filter(isOfYear).reduce((sum, { bgtId }) => sum + ledger.available(bgtId), 0)
  const payments = ledger.payments.filter(isOfYear)
  const paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  const december = payments
    .filter(({ day }) => partsOf(day).month === 12)
    .reduce((sum, { amount }) => sum + amount, 0)
  return { budget, paid, december }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
