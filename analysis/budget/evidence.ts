import { type BudgetLine, type Payment } from './dataset.ts'
import { type EvidenceRow } from './rule.ts'

const mostRows = 200

/** Payments as evidence, oldest first; at most 200 rows, the largest kept when there are more. */
export function paymentRows(payments: readonly Payment[], note: (payment: Payment) => string): EvidenceRow[] {
  const chosen =
    payments.length <= mostRows
      ? [...payments]
      : [...payments]
          .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents) || a.day - b.day)
          .slice(0, mostRows)
  return chosen
    .sort((a, b) => a.day - b.day)
    .map((payment) => ({ place: payment.place, cents: payment.cents, note: note(payment) }))
}

export function lineRows(lines: readonly BudgetLine[], note: (line: BudgetLine) => string): EvidenceRow[] {
  return [...lines]
    .sort((a, b) => b.cents - a.cents)
    .slice(0, mostRows)
    .map((line) => ({ place: line.place, cents: line.cents, note: note(line) }))
}

/** Payments between which at most `span` days lie, oldest first: maximal runs, each payment in one run. */
export function clustersWithin(payments: readonly Payment[], span: number): Payment[][] {
  const sorted = [...payments].sort((a, b) => a.day - b.day)
  const clusters: Payment[][] = []
  let current: Payment[] = []
  for (const payment of sorted) {
    const first = current[0]
    if (first && payment.day - first.day > span) {
      clusters.push(current)
      current = []
    }
    current.push(payment)
  }
  if (current.length > 0) clusters.push(current)
  return clusters
}
