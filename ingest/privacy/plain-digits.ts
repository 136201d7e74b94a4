const fullWidth = /[０-９Ａ-Ｚａ-ｚ＠－＋＃]/g
const chineseDigits = '〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖'
const westernDigits = '0001234567891123456789'
const digit = `[0-9${chineseDigits}]`
/** Eleven digits in a row, some of them Chinese: shorter runs are dates, ordinals and amounts. */
const spelled = new RegExp(`${digit}(?:[ -]?${digit}){10,}`, 'g')

/**
 * The text with full-width letters and digits, and long numbers spelled in Chinese digits, made ordinary. Every
 * character stays in its place, so that offsets found here hold in the text as it came.
 */
export function plainDigits(text: string): string {
  const narrowed = text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  return narrowed.replace(spelled, (run) => {
    let plain = ''
    for (const sign of run) {
      const at = chineseDigits.indexOf(sign)
      plain += at < 0 ? sign : (westernDigits[at] ?? sign)
    }
    return plain
  })
}
