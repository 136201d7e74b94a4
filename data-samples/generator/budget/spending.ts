import { addOfficeDays, isPlainOfficeDay, monthStart, officeDaysOf, partsOf, type Day } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { type ContractBook } from './contracts.ts'
import { type Payee, type PayeeBook } from './payees.ts'
import { type PlannedLine } from './plan.ts'
import { type Cents, type Payment } from './rows.ts'

/** The last month paid in the sample world: December, but October in the running year. */
export function lastMonth(fiscalYear: number): number {
  return fiscalYear === 2026 ? 10 : 12
}

const band = { low: 39_500_000, high: 50_000_000 } as const

/** All payments of one line, month by month, never above the line. */
export function spendLine(
  plan: PlannedLine,
  adjusted: Cents,
  random: Random,
  books: { payees: PayeeBook; contracts: ContractBook },
): Payment[] {
  const payments: Payment[] = []
  for (let month = 1; month <= lastMonth(plan.line.fiscalYear); month += 1) {
    const share = plan.curve[month - 1] ?? 0
    const total = plan.isLevel ? Math.floor((adjusted * share) / 100) * 100 : Math.round(adjusted * share)
    if (total < 10_000) continue
    const days = officeDaysOf(plan.line.fiscalYear, month)
    for (const amount of splitAmount(random, total, piecesOf(plan, random))) {
      const day = plan.isLevel ? levelDay(plan.line.fiscalYear, month, plan.line.eco) : random.pick(days)
      payments.push(payment(plan, amount, day, random, books))
    }
  }
  return payments
}

function piecesOf(plan: PlannedLine, random: Random): number {
  return plan.isLevel ? 1 : random.int(plan.perMonth[0], plan.perMonth[1])
}

/** Parts of uneven size that add up to the total; none just under the control limit. */
export function splitAmount(random: Random, total: Cents, count: number): Cents[] {
  if (count <= 1) return [total].flatMap((amount) => (inBand(amount) ? halves(random, amount) : [amount]))
  const weights = Array.from({ length: count }, () => 0.35 + random.next())
  const sum = weights.reduce((left, right) => left + right, 0)
  const parts = weights.slice(1).map((weight) => Math.floor((total * weight) / sum))
  parts.unshift(total - parts.reduce((left, right) => left + right, 0))
  return parts.flatMap((amount) => (inBand(amount) ? halves(random, amount) : [amount]))
}

function inBand(amount: Cents): boolean {
  return amount >= band.low && amount < band.high
}

function halves(random: Random, amount: Cents): Cents[] {
  const first = Math.floor(amount * (0.3 + random.next() * 0.15))
  return [first, amount - first]
}

/** Salaries on the 10th, insurance on the 15th, rent and services on the 20th, or the working day after. */
function levelDay(year: number, month: number, eco: string): Day {
  const dayOfMonth = eco === '30108' || eco === '30110' ? 15 : eco === '30214' || eco === '30209' ? 20 : 10
  let day = monthStart(year, month) + dayOfMonth - 1
  while (!isPlainOfficeDay(day)) day += 1
  return partsOf(day).month === month ? day : addOfficeDays(monthStart(year, month), 1)
}

function payment(
  plan: PlannedLine,
  amount: Cents,
  day: Day,
  random: Random,
  books: { payees: PayeeBook; contracts: ContractBook },
): Payment {
  const { line } = plan
  const contract = plan.isProject ? books.contracts.of(line, plan.payees, random) : null
  const payee: Payee =
    plan.payee ??
    (contract
      ? books.payees.named(contract.supplier)
      : books.payees.pick(plan.payees, line.agencyName, random))
  return {
    certNo: '',
    bgtId: line.bgtId,
    fiscalYear: line.fiscalYear,
    agencyCode: line.agencyCode,
    agencyName: line.agencyName,
    proCode: line.proCode,
    projectName: line.projectName,
    func: line.func,
    eco: line.eco,
    payeeName: payee.name,
    payeeAccount: payee.account,
    amount,
    day,
    setMode: payee.name.includes('公务卡') ? '公务卡' : '电子转账支付',
    payType: line.eco.startsWith('301') || amount >= 20_000_000 ? '直接支付' : '授权支付',
    use: random.pick(plan.uses).replaceAll('{月}', String(partsOf(day).month)),
    contractNo: contract?.contractNo ?? '',
    invoiceNo: needsInvoice(plan) ? invoiceNumber(random, line.fiscalYear) : '',
  }
}

function needsInvoice(plan: PlannedLine): boolean {
  return (
    !['salary', 'insurance', 'fund', 'union', 'care', 'person', 'enterprise'].includes(plan.payees) &&
    plan.line.eco !== '30214'
  )
}

/** Twenty digits, as electronic invoices carry; 99 is no province. */
export function invoiceNumber(random: Random, year: number): string {
  return `${year - 2000}99${Array.from({ length: 16 }, () => random.int(0, 9)).join('')}`
}
