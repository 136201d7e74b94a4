import { parseNumeral } from '#terms'

const FIGURE = '\\d{1,3}(?:[,，]\\d{3}){1,6}(?:\\.\\d{1,6})?|\\d{1,15}(?:\\.\\d{1,6})?'
const VAGUE = '(?:多|余|来|几)?'
/** 元 must not begin another word; 万 and 亿 alone count things unless what follows is no thing to be counted. */
const CURRENCY = '(?:元|块钱|块|圆)(?![素宝旦件器首帅老路里巷街村桥])(?:人民币|整)?'
const SCALE = '(?:[千百]|[十百千]?万|亿)'
const BARE_SCALE =
  '(?:万|亿)(?=[，。；！？、）)\\s]|的?(?:货款|工程款|工资|赔偿|罚款|押金|保证金|定金|首付|贷款|欠款|投资|资金|补贴|费用)|左右|以上|$)'

const FIGURE_AMOUNT = new RegExp(
  `(?:人民币|¥|￥)?(${FIGURE})(?:[-—~～至到](${FIGURE}))?(?:(${VAGUE}${SCALE}?)${VAGUE}${CURRENCY}|(${VAGUE}${BARE_SCALE}))`,
  'uy',
)
/** 万元 alone is a unit, no amount: a digit or 十 comes first. */
const SPOKEN =
  '[一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬]{0,15}'
/** Asked first: Chinese numerals begin many other words. */
const SPOKEN_START = new RegExp(`${SPOKEN}[多余来几]?[元块圆]`, 'uy')
const SPOKEN_AMOUNT = new RegExp(`(${SPOKEN})${VAGUE}(${SCALE}?)${VAGUE}${CURRENCY}`, 'uy')

export interface FoundValue {
  end: number
  value: string | null
}

/** An amount that begins at `start`, in 元 with two decimals; a range is two amounts with a stroke between. */
export function amountAt(text: string, start: number): FoundValue | null {
  const code = text.charCodeAt(start)
  if (code > 0x7f && code !== 0xa5 && code !== 0xffe5 && code !== 0x4eba) return spokenAt(text, start)
  const compound = compoundAt(text, start)
  if (compound !== null) return compound
  FIGURE_AMOUNT.lastIndex = start
  const match = FIGURE_AMOUNT.exec(text)
  if (match === null) return null
  const [whole, low = '', high, scale = '', bareScale = ''] = match
  const power = powerOf(scale || bareScale)
  const values = [low, ...(high === undefined ? [] : [high])].map((figure) => toYuan(figure, power))
  return { end: start + whole.length, value: values.join('/') }
}

/** 4万7千元: a figure that goes on after 万. */
const COMPOUND = new RegExp(`(\\d{1,4})万零?([1-9])千?${VAGUE}${CURRENCY}`, 'uy')

function compoundAt(text: string, start: number): FoundValue | null {
  COMPOUND.lastIndex = start
  const match = COMPOUND.exec(text)
  if (match === null) return null
  return { end: start + match[0].length, value: toYuan(`${match[1] ?? ''}${match[2] ?? ''}`, 3) }
}

function spokenAt(text: string, start: number): FoundValue | null {
  SPOKEN_START.lastIndex = start
  if (!SPOKEN_START.test(text)) return null
  SPOKEN_AMOUNT.lastIndex = start
  const match = SPOKEN_AMOUNT.exec(text)
  if (match === null) return null
  const number = parseNumeral(match[1] ?? '')
  if (number === null) return null
  const end = start + match[0].length
  return { end, value: toYuan(String(number), powerOf(match[2] ?? '')) }
}

/** Tens by which the written figure is to be shifted: 万 4, 亿 8, 百万 6. */
function powerOf(scale: string): number {
  let power = 0
  for (const char of scale) power += { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }[char] ?? 0
  return power
}

/** Exact: shifts the decimal point in the text, then rounds to 分. */
function toYuan(figure: string, power: number): string {
  const [whole = '0', fraction = ''] = figure.replaceAll(/[,，]/g, '').split('.')
  const digits = fraction.padEnd(power + 3, '0')
  const fen = BigInt(whole + digits.slice(0, power + 2)) + (Number(digits[power + 2]) >= 5 ? 1n : 0n)
  const text = fen.toString().padStart(3, '0')
  return `${text.slice(0, -2)}.${text.slice(-2)}`
}
