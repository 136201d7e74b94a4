import { measureReply } from './features.ts'

/** The numbers a trained reply model reads, by name. */
export const replyColumns = [
  'length',
  'content',
  'clauses',
  'forwarding',
  'referral',
  'reasons',
  'citations',
  'numbers',
  'finding',
  'measure',
  'basis',
  'contact',
  'receipt',
  'replyNote',
  'forwardNote',
  'alreadyNote',
  'short',
  'tiny',
] as const

/** Values of `replyColumns` for one reply; counts on a logarithmic scale. */
export function replyRow(reply: string): number[] {
  const found = measureReply(reply)
  const flag = (value: boolean): number => (value ? 1 : 0)
  return [
    Math.log1p(found.length),
    Math.log1p(found.content),
    Math.log1p(found.clauses),
    Math.log1p(found.forwarding),
    Math.log1p(found.referral),
    Math.log1p(found.reasons),
    Math.log1p(found.citations),
    Math.log1p(found.numbers),
    flag(found.hasFinding),
    flag(found.hasMeasure),
    flag(found.hasBasis),
    flag(found.hasContact),
    flag(found.hasReceipt),
    flag(reply.includes('如下')),
    flag(/转|交办|移交/u.test(reply)),
    flag(/已.{0,4}(?:回复|答复)|链接|附件|详见/u.test(reply)),
    Math.max(0, (60 - found.length) / 60),
    Math.max(0, (40 - found.length) / 40),
  ]
}
