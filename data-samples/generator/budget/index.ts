import { type District } from '../places.ts'
import { type Random } from '../prng.ts'
import { adjustedAmounts, adjustLines } from './adjustments.ts'
import { plantAnomalies } from './anomalies.ts'
import { ContractBook } from './contracts.ts'
import { Ledger } from './ledger.ts'
import { plantLookAlikes } from './look-alikes.ts'
import { pacePlanted } from './pace.ts'
import { PayeeBook } from './payees.ts'
import { planLines } from './plan.ts'
import { type LookAlike, type PlantedAnomaly } from './planted.ts'
import { type BudgetWorld } from './rows.ts'
import { spendLine } from './spending.ts'
import { buildTransfers } from './transfers.ts'

export interface BudgetSamples extends BudgetWorld {
  anomalies: PlantedAnomaly[]
  lookAlikes: LookAlike[]
}

/** Three fiscal years of the city's own budget: lines, adjustments, contracts, payments, transfers. */
export function buildBudget(districts: readonly District[], random: Random): BudgetSamples {
  const payees = new PayeeBook(random)
  const contracts = new ContractBook(payees)
  const plans = planLines(random.fork('plan'), payees)
  const adjustments = adjustLines(plans, random.fork('adjustments'))
  const available = adjustedAmounts(plans, adjustments)
  const payments = plans.flatMap((plan) =>
    spendLine(plan, available.get(plan.line.bgtId) ?? 0, random.fork(plan.line.bgtId), { payees, contracts }),
  )
  const ledger = new Ledger(
    plans.map(({ line }) => line),
    payments,
    available,
  )
  const lookAlikes = plantLookAlikes(ledger, payees, random.fork('look-alikes'))
  const anomalies = [...plantAnomalies(ledger, payees, random.fork('anomalies')), ...pacePlanted(ledger)]
  numberVouchers(payments)
  return {
    lines: ledger.lines,
    adjustments,
    payments,
    procurements: contracts.all().sort((left, right) => left.contractNo.localeCompare(right.contractNo)),
    transfers: buildTransfers(districts, random.fork('transfers')),
    anomalies,
    lookAlikes,
  }
}

/** Vouchers are numbered through the year in the order they were paid. */
function numberVouchers(payments: BudgetSamples['payments']): void {
  payments.sort(
    (left, right) =>
      left.day - right.day ||
      left.agencyCode.localeCompare(right.agencyCode) ||
      left.bgtId.localeCompare(right.bgtId) ||
      left.amount - right.amount ||
      left.payeeName.localeCompare(right.payeeName),
  )
  const counts = new Map<number, number>()
  for (const payment of payments) {
    const number = (counts.get(payment.fiscalYear) ?? 0) + 1
    counts.set(payment.fiscalYear, number)
    payment.certNo = `ZF${payment.fiscalYear}${String(number).padStart(6, '0')}`
  }
}
