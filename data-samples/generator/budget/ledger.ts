import { type Day, partsOf } from '../calendar.ts'
import { type Payee } from './payees.ts'
import { type BudgetLine, type Cents, type Payment } from './rows.ts'

/** The generated rows while plants and look-alikes are worked into them. */
export class Ledger {
  readonly lines: BudgetLine[]
  readonly payments: Payment[]
  readonly #available: Map<string, Cents>

  constructor(lines: BudgetLine[], payments: Payment[], available: Map<string, Cents>) {
    this.lines = lines
    this.payments = payments
    this.#available = available
  }

  /** 分 of the line after adjustments. */
  available(bgtId: string): Cents {
    return this.#available.get(bgtId) ?? 0
  }

  paid(bgtId: string): Cents {
    return this.of(bgtId).reduce((sum, { amount }) => sum + amount, 0)
  }

  of(bgtId: string): Payment[] {
    return this.payments.filter((payment) => payment.bgtId === bgtId)
  }

  line(
    agencyCode: string,
    fiscalYear: number,
    match: { project?: string; eco?: string; source?: string },
  ): BudgetLine {
    const found = this.lines.find(
      (line) =>
        line.agencyCode === agencyCode &&
        line.fiscalYear === fiscalYear &&
        (match.project === undefined || line.projectName === match.project) &&
        (match.eco === undefined || line.eco === match.eco) &&
        line.sourceType === (match.source ?? '年初'),
    )
    if (!found) throw new Error(`No line of ${agencyCode} in ${fiscalYear} for ${JSON.stringify(match)}`)
    return found
  }

  /** Makes room on a line, so that what is added to it stays within the budget. */
  raise(line: BudgetLine, amount: Cents): void {
    const rounded = Math.ceil((amount * 1.04) / 10_000) * 10_000
    line.amount += rounded
    this.#available.set(line.bgtId, this.available(line.bgtId) + rounded)
  }

  /** A payment on the line, like its other payments unless told otherwise. */
  pay(
    line: BudgetLine,
    given: { amount: Cents; day: Day; payee: Payee; use: string } & Partial<Payment>,
  ): Payment {
    const { payee, ...rest } = given
    const payment: Payment = {
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
      setMode: '电子转账支付',
      payType: '直接支付',
      contractNo: '',
      invoiceNo: '',
      ...rest,
    }
    this.payments.push(payment)
    return payment
  }

  /** A payment of the line in the month whose amount lies in the range, the largest first. */
  find(line: BudgetLine, month: number, low: Cents, high: Cents): Payment {
    const found = this.of(line.bgtId)
      .filter(({ amount, day }) => amount >= low && amount <= high && partsOf(day).month === month)
      .sort((left, right) => right.amount - left.amount || left.day - right.day)[0]
    if (!found) throw new Error(`No payment of ${line.bgtId} in month ${month} between the amounts`)
    return found
  }
}
