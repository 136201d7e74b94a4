import { parseNumeral } from '#terms'
import { narrow } from './text.ts'

const figures = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
/** 万元 alone is a unit, no amount: a digit or 十 comes first. */
const numeral = `[${figures}十拾][${figures}十百千万亿拾佰仟萬億]*`
const digit = `[${figures}]`
const form = new RegExp(
  `^(?:大写|人民币|金额)*(负)?(?:(${numeral})[元圆])?(?:零?(${digit})角)?(?:零?(${digit})分)?[整正]?$`,
)

/** 人民币陆佰元伍角整 → '600.50'; null for what is no amount in words. */
export function readAmountInWords(text: string): string | null {
  const match = form.exec(narrow(text).replace(/[\s:()¥￥]/g, ''))
  if (!match) return null
  const [, minus = '', yuan, jiao, fen] = match
  if (yuan === undefined && jiao === undefined && fen === undefined) return null
  const whole = parseNumeral(yuan ?? '零')
  if (whole === null || !Number.isSafeInteger(whole)) return null
  const cents = [jiao, fen].map((part) => parseNumeral(part ?? '零') ?? 0).join('')
  return `${minus === '' ? '' : '-'}${whole}.${cents}`
}
