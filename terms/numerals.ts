const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  '○': 0,
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

/** Reads a Chinese or Arabic whole number: 一万五千, 十二, 二〇一九, 37. Null for what is none. */
export function parseNumeral(text: string): number | null {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  const chars = Array.from(text)
  if (chars.length === 0) return null
  if (chars.every((char) => char in DIGITS)) return Number(chars.map((char) => DIGITS[char]).join(''))
  return chars.every((char) => char in DIGITS || char in SMALL || char in LARGE) ? placeValue(chars) : null
}

/** 亿 multiplies all before it (三万亿), 万 only what stands since the last 亿 (一亿二千万). */
function placeValue(chars: readonly string[]): number {
  let total = 0
  let section = 0
  let digit: number | null = null
  for (const char of chars) {
    const small = SMALL[char]
    const large = LARGE[char]
    if (small !== undefined) section += (digit ?? 1) * small
    else if (large !== undefined) {
      section += digit ?? 0
      total = large === 1e8 || section === 0 ? (total + section) * large : total + section * large
      section = 0
    }
    digit = small === undefined && large === undefined ? (DIGITS[char] ?? 0) : null
  }
  return total + section + (digit ?? 0)
}
