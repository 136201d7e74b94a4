import { type Payment, groupBy } from './dataset.ts'
import { rhythmMark } from './recurring.ts'

/**
 * How often equal amounts recur without anything being wrong, learnt from the data itself.
 *
 * Two facts separate a voucher paid twice from ordinary repetition: fixed fees make a receiver, or a whole kind
 * of spending, full of equal amounts; and ordinary repeats follow the pay-run calendar (same weekday, 7, 14 or
 * 28 days on), so that a pair at an interval nobody else shows stands out even among fixed fees.
 */
export class RepeatStatistics {
  private readonly purposes = new Map<string, Share>()
  private readonly receivers = new Map<string, Share>()
  private readonly marks = new Map<number, number>()
  private readonly payments: number
  /** Share of all payments whose amount recurs: what to expect of a purpose or receiver hardly seen. */
  private readonly usualShare: number

  constructor(payments: readonly Payment[], equalPayments: Iterable<readonly Payment[]>) {
    this.payments = payments.length
    const equal = groupBy(payments, (payment) => `${payment.payee ?? ''}\u0000${String(payment.cents)}`)
    let repeated = 0
    for (const group of equal.values()) {
      if (group.length > 1) repeated += group.length
      for (const payment of group) {
        count(this.purposes, purposeOf(payment), group.length > 1)
        count(this.receivers, payment.payee ?? '', group.length > 1)
      }
    }
    this.usualShare = repeated / Math.max(1, payments.length)
    for (const group of equalPayments) {
      for (let index = 1; index < group.length; index += 1) {
        const [before, after] = [group[index - 1], group[index]]
        if (!before || !after || after.day - before.day > 31) continue
        const mark = rhythmMark(before.day, after.day)
        this.marks.set(mark, (this.marks.get(mark) ?? 0) + 1)
      }
    }
  }

  /** Other pairs of equal payments with the same weekday and interval, per payment. */
  rhythmRate(first: Payment, second: Payment): number {
    const pairs = this.marks.get(rhythmMark(first.day, second.day)) ?? 0
    return Math.max(0, pairs - 1) / Math.max(1, this.payments)
  }

  /** Share of this kind of spending made of repeated amounts, the group in question left out, drawn towards the usual share. */
  purposeShare(payment: Payment, groupSize: number): number {
    return this.shareWithout(this.purposes.get(purposeOf(payment)), groupSize, 20)
  }

  /** The same for the receiver. */
  receiverShare(payment: Payment, groupSize: number): number {
    return this.shareWithout(this.receivers.get(payment.payee ?? ''), groupSize, 10)
  }

  private shareWithout(share: Share | undefined, left: number, weight: number): number {
    const all = Math.max(0, (share?.all ?? 0) - left)
    const repeated = Math.max(0, (share?.repeated ?? 0) - left)
    return (repeated + weight * this.usualShare) / (all + weight)
  }
}

interface Share {
  all: number
  repeated: number
}

function purposeOf(payment: Payment): string {
  return payment.economicCode ?? payment.use ?? ''
}

function count(shares: Map<string, Share>, key: string, isRepeated: boolean): void {
  let share = shares.get(key)
  if (!share) shares.set(key, (share = { all: 0, repeated: 0 }))
  share.all += 1
  if (isRepeated) share.repeated += 1
}
