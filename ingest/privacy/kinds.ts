/** What counts as personal data in free text, and what stands in its place afterwards (docs/privacy.md). */
export const masks = {
  citizen_id: '[身份证号]',
  mobile: '[手机号]',
  landline: '[电话]',
  bank_card: '[银行卡号]',
  plate: '[车牌]',
  passport: '[护照号]',
  travel_permit: '[通行证号]',
  social_card: '[社保卡号]',
  email: '[邮箱]',
  wechat: '[微信号]',
  qq: '[QQ号]',
  name: '[姓名]',
  address: '[门牌]',
} as const

export type PersonalDataKind = keyof typeof masks

/** One piece of personal data: UTF-16 offsets into the text, end excluded. */
export interface PersonalSpan {
  readonly start: number
  readonly end: number
  readonly kind: PersonalDataKind
}
