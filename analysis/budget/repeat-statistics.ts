import { type Payment } from './dataset.ts'
import { markOf, rhythmMark } from './recurring.ts'
import { type PaymentTotals } from './totals.ts'

/**
 * How often equal amounts recur without anything being wrong, learnt from the data itself.
 *
 * Two facts separate a voucher paid twice from ordinary repetition: fixed fees make a receiver, or a whole kind
 * of spending, full of equal amounts; and ordinary repeats follow the pay-run calendar (same weekday, 7, 14 or
 * 28 days on), so that a pair at an interval nobody else shows stands out even among fixed fees.
 */
export class RepeatStatistics {
  /** Payments that say what they were for. */
  readonly payments: number
  private readonly purposes = new Map<string, Share>()
  private readonly receivers = new Map<string, Share>()
  private readonly marks = new Map<number, number>()
  /** Share of all payments whose amount recurs: what to expect of a purpose or receiver hardly seen. */
  private readonly usualShare: number

  constructor({ shares, rhythms }: Pick<PaymentTotals, 'shares' | 'rhythms'>) {
    let payments = 0
    let recurring = 0
    for (const { kind, item, payments: all, repeated } of shares) {
      if (kind === 'receiver') this.receivers.set(item, { all, repeated })
      else {
        this.purposes.set(item, { all, repeated })
        payments += all
        recurring += repeated
      }
    }
    for (const { weekday, gap, pairs } of rhythms) {
      const mark = markOf(weekday, gap)
      this.marks.set(mark, (this.marks.get(mark) ?? 0) + pairs)
    }
    this.payments = payments
    this.usualShare = recurring / Math.max(1, payments)
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
  readonly all: number
  readonly repeated: number
}

function purposeOf(payment: Payment): string {
  return payment.economicCode ?? payment.use ?? ''
}
