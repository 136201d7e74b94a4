import { type Payment, groupBy } from './dataset.ts'
import { type Suspicion } from './rule.ts'

/** A reviewed exception: the unit, the rule, and (when given) the matter or payee whose findings are expected. */
export interface WhitelistEntry {
  readonly rule: string
  readonly unit: string
  readonly matter?: string
  readonly reason: string
  /** Last day the entry holds, 'YYYY-MM-DD'. An entry without an end is not accepted: exceptions are reviewed. */
  readonly expires: string
}

/** The queries that sum payments name these words too; a test holds the lists together. */
export const reliefWords: readonly string[] = [
  '救灾',
  '抗洪',
  '洪涝',
  '防汛',
  '抗旱',
  '抢险',
  '地震',
  '台风',
  '疫情防控',
  '应急救助',
  '灾后',
  '受灾',
]
const relief = new RegExp(reliefWords.join('|'), 'u')
/** Functional class 224 款 07: natural disaster relief and recovery. */
const reliefFunction = '22407'
const settledWords = /据实结算|据实拨付|据实列支|按实结算/u
/** Named by queries too, like the words of relief. */
export const refundWords: readonly string[] = ['退回', '退款', '冲销', '冲正', '红字', '更正', '退汇']
const refund = new RegExp(refundWords.join('|'), 'u')
const automaticWords = /代扣|自动扣|批扣|扣缴|利息|手续费/u
const personnelWords =
  /工资|津贴|补贴|奖金|绩效|社保|社会保险|养老|医保|公积金|年金|离退休|退休费|抚恤|遗属|低保|救助金|补助金|助学金/u

export function isDisasterRelief(
  use: string | null,
  projectName: string | null,
  functionCode: string | null,
): boolean {
  return relief.test(`${use ?? ''}${projectName ?? ''}`) || functionCode?.startsWith(reliefFunction) === true
}

export function isReliefPayment(payment: Payment): boolean {
  return isDisasterRelief(payment.use, payment.projectName, payment.functionCode)
}

/** 据实结算: paid by what was used, so amounts and timing carry no pattern of their own. */
export function isSettledByUse(payment: Payment): boolean {
  return settledWords.test(`${payment.use ?? ''}${payment.projectName ?? ''}`)
}

export function isRefund(payment: Payment): boolean {
  return payment.cents < 0 || refund.test(payment.use ?? '')
}

/** Debited by the bank on its own day (social insurance, interest, fees): nobody at the unit chose the date. */
export function isAutomaticDebit(payment: Payment): boolean {
  return automaticWords.test(`${payment.use ?? ''}${payment.settlement ?? ''}`)
}

/** Wages and payments to families: classes 301 and 303, or words that say so when the code is missing. */
export function isPersonnel(payment: Payment): boolean {
  const code = payment.economicCode
  if (code !== null) return /^30[13]/u.test(code) || /^50[19]/u.test(code)
  return personnelWords.test(payment.use ?? '')
}

/** The entry that covers a suspicion on the given day, if any. */
export function whitelistedBy(
  entries: readonly WhitelistEntry[],
  rule: string,
  suspicion: Suspicion,
  today: string,
): WhitelistEntry | undefined {
  return entries.find(
    (entry) =>
      entry.rule === rule &&
      entry.unit === suspicion.unit &&
      (entry.matter === undefined || entry.matter === suspicion.matter) &&
      entry.expires >= today,
  )
}

/**
 * Payments that a later or earlier negative amount of the same size takes back: same unit and receiver,
 * at most `withinDays` apart. Given and answered: payments, and the keys of those taken back. Each refund settles one payment, the latest in reach.
 */
export function reversedPayments(payments: readonly Payment[], withinDays: number): Set<string> {
  const refunds = payments.filter((payment) => payment.cents < 0)
  if (refunds.length === 0) return new Set()
  const wanted = new Set(refunds.map(reversalKey))
  const positive = payments.filter((payment) => payment.cents > 0)
  const candidates = groupBy(positive, (payment) => {
    const key = reversalKey(payment)
    return wanted.has(key) ? key : null
  })
  const reversed = new Set<string>()
  for (const refund of refunds) {
    const near = (candidates.get(reversalKey(refund)) ?? []).filter(
      (payment) => !reversed.has(payment.place.key) && Math.abs(payment.day - refund.day) <= withinDays,
    )
    // Of two equal payments the later one is the mistake, so it is the one the refund settles.
    const [settled] = near.sort((a, b) => b.day - a.day || (a.place.key < b.place.key ? -1 : 1))
    if (settled) reversed.add(settled.place.key)
  }
  return reversed
}

function reversalKey(payment: Payment): string {
  return `${payment.unit}\u0000${payment.payee ?? ''}\u0000${String(Math.abs(payment.cents))}`
}
