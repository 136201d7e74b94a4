import { isBankCard, isCitizenId } from './checks.ts'
import { maskNames } from './names.ts'

export type PersonalDataKind =
  'citizen_id' | 'mobile' | 'landline' | 'bank_card' | 'plate' | 'passport' | 'email' | 'name'

export const masks: Readonly<Record<PersonalDataKind, string>> = {
  citizen_id: '[身份证号]',
  mobile: '[手机号]',
  landline: '[电话]',
  bank_card: '[银行卡号]',
  plate: '[车牌]',
  passport: '[护照号]',
  email: '[邮箱]',
  name: '[姓名]',
}

export interface MaskedText {
  readonly text: string
  readonly found: readonly PersonalDataKind[]
}

/** Texts without any of these signs hold nothing that is masked; most texts end here. */
const anySign =
  /\d{6}|\d[ -]\d|[０-９]{6}|@|＠|我叫|我的名字|本人|联系人|姓名|投诉人|举报人|申请人|反映人|信访人|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-zＡ-Ｚ]/

const email = /[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){1,4}/g
const longNumber = /(?<![0-9A-Za-z.])[1-9](?:[ -]?\d){14,18}[Xx]?(?![0-9A-Za-z])/g
const mobile = /(?<![0-9A-Za-z.])(?:\+?86[- ]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![0-9A-Za-z]|\.\d)/g
const landline =
  /(?<![0-9A-Za-z.])(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}[ -—－]?)[2-9]\d{6,7}(?:[-转]\d{1,6})?(?![0-9A-Za-z]|\.\d)/g
// A word for telephone, then one or more local numbers in a row: 电话 88880001、88880002.
const localPhones =
  /((?:电话|座机|热线|致电|Tel)[^\d\n]{0,6})((?:[2-9]\d{6,7}(?![0-9A-Za-z]|\.\d)[^\d\n]{0,3})+)/gi
const localNumber = /[2-9]\d{6,7}/g
// The provinces' characters, then the city's letter; a place such as “A市B区” or “西地省” has neither.
const plate =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•. ]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF])(?![0-9A-Za-z])/g
const passport = /(?<![0-9A-Za-z])(?:E[A-HJ-NP-Z]\d{7}|[EeGgDdSsPpHh]\d{8})(?![0-9A-Za-z])/g
const fullWidth = /[０-９Ａ-Ｚａ-ｚ＠]/g

/**
 * Replaces personal data in free text by labels: checksummed citizen numbers, mobile and landline numbers, bank
 * cards (Luhn), number plates, passports, e-mail addresses, names after 我叫/本人/联系人. Contract numbers, dates,
 * amounts and anonymised places are left alone. Deterministic; running it again changes nothing.
 */
export function maskPersonalData(text: string): MaskedText {
  if (!anySign.test(text)) return { text, found: [] }
  const found = new Set<PersonalDataKind>()
  const mark = (kind: PersonalDataKind): string => {
    found.add(kind)
    return masks[kind]
  }
  // Full-width digits hide numbers from the patterns; a text that holds any comes back with them narrowed.
  const narrowed = text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const masked = maskNumbers(narrowed, mark)
  const named = maskNames(masked, masks.name)
  if (named !== masked) found.add('name')
  return found.size === 0 ? { text, found: [] } : { text: named, found: [...found] }
}

function maskNumbers(text: string, mark: (kind: PersonalDataKind) => string): string {
  return text
    .replace(email, () => mark('email'))
    .replace(longNumber, (number) => {
      const digits = number.replace(/[ -]/g, '')
      if (isCitizenId(digits)) return mark('citizen_id')
      return isBankCard(digits) ? mark('bank_card') : number
    })
    .replace(mobile, () => mark('mobile'))
    .replace(landline, () => mark('landline'))
    .replace(
      localPhones,
      (_, lead: string, numbers: string) => lead + numbers.replace(localNumber, () => mark('landline')),
    )
    .replace(plate, (found) => (/\d/.test(found) ? mark('plate') : found))
    .replace(passport, (number: string, offset: number, whole: string) =>
      isPassport(whole, number, offset) ? mark('passport') : number,
    )
}

/** A letter and eight digits may be a contract number with a date in it: then 护照 must stand nearby. */
function isPassport(text: string, number: string, offset: number): boolean {
  const looksDated = /^[A-Za-z](?:19|20)\d{2}(?:0[1-9]|1[0-2])/.test(number)
  const nearby = text.slice(Math.max(0, offset - 12), offset)
  return (
    nearby.includes('护照') ||
    (!looksDated && /^(?:E[A-HJ-NP-Z]|[EG])/.test(number) && !/[编合文]号|合同|编号/.test(nearby))
  )
}
