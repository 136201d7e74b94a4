import { type Random } from '../../../data-samples/generator/prng.ts'

/** Invented personal data by `kind:way of writing`, every checksum right, no real person's. */
export function invent(slot: string, random: Random): string {
  const [kind = '', form = ''] = slot.split(':')
  const maker = makers[kind]
  if (!maker) throw new Error(`unknown slot ${slot}`)
  return maker(random, form)
}

const makers: Readonly<Record<string, (random: Random, form: string) => string>> = {
  name: inventName,
  mobile: inventMobile,
  landline: (random, form) => {
    const number = `${random.int(2, 8)}${digits(random, 7)}`
    return form === 'paren'
      ? `(0990)${number}`
      : random.pick([`0990-${number}`, `0990${number}`, `0990-${number}转${random.int(1, 9)}`])
  },
  citizen_id: inventCitizenId,
  bank_card: (random) => {
    const number = withLuhn(`62${digits(random, 16)}`)
    return random.chance(0.5) ? number : number.replace(/(\d{4})(?=\d)/g, '$1 ')
  },
  plate: (random) =>
    `${random.pick(Array.from('京湘粤苏浙川'))}${random.pick(Array.from('ABCDE'))}${random.pick(['', '·', ' '])}${random.pick([`${random.int(1, 9)}${letters(random, 1)}${digits(random, 3)}`, `D${digits(random, 5)}`, digits(random, 5)])}`,
  passport: (random) => `${random.pick(['E', 'G', 'EA'])}${digits(random, 8)}`.slice(0, 9),
  travel_permit: (random, form) =>
    form === 'taiwan' ? digits(random, 8) : `${random.pick(['H', 'M'])}${digits(random, 8)}`,
  social_card: (random) => random.pick([`A${digits(random, 8)}`, `9${digits(random, 8)}`]),
  email: (random) =>
    `${letters(random, 4).toLowerCase()}${digits(random, 2)}@${random.pick(['example.com', 'mail.example.com'])}`,
  wechat: (random) => `${letters(random, 4).toLowerCase()}_${digits(random, 4)}`,
  qq: (random) => `${random.int(1, 9)}${digits(random, random.int(5, 9))}`,
}

const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石韦贾夏付邹熊孟秦邱侯尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴',
)

function inventName(random: Random, form: string): string {
  const given =
    form === 'two'
      ? random.pick(['示', '例', '样', '拟', '虚'])
      : random.pick(['示例', '样例', '例一', '拟名', '虚构', '例文', '示凡', '样芳', '拟强'])
  return (form === 'compound' ? random.pick(['欧阳', '上官', '司马', '诸葛']) : random.pick(surnames)) + given
}

const chinese = '〇一二三四五六七八九'

function inventMobile(random: Random, form: string): string {
  const number = `1${random.pick(Array.from('3578'))}${digits(random, 9)}`
  const [head, middle, tail] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)]
  switch (form) {
    case 'spaced':
      return random.pick([
        `${head} ${middle} ${tail}`,
        `${number.slice(0, 4)} ${number.slice(4, 7)} ${tail}`,
        Array.from(number).join(' '),
      ])
    case 'dashed':
      return random.pick([`${head}-${middle}-${tail}`, `+86-${number}`, `${head}—${middle}—${tail}`])
    case 'full':
      return Array.from(number)
        .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        .join('')
    case 'chinese':
      return Array.from(number)
        .map((digit) => chinese[Number(digit)])
        .join('')
    case 'break':
      return `${number.slice(0, 7)}\n${number.slice(7)}`
    default:
      return number
  }
}

function inventCitizenId(random: Random, form: string): string {
  const day = `19${random.int(50, 99)}0${random.int(1, 9)}${random.int(10, 28)}`
  if (form === 'old') return `430101${day.slice(2)}${digits(random, 3)}`
  const number = withCheck(`990101${day}${digits(random, 3)}`)
  return form === 'spaced' ? `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}` : number
}

export function withCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + (['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'][sum % 11] ?? '')
}

export function withLuhn(body: string): string {
  let sum = 0
  for (const [back, digit] of Array.from(body).reverse().map(Number).entries())
    sum += back % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  return `${body}${(10 - (sum % 10)) % 10}`
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => String(random.int(0, 9))).join('')
}

function letters(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ'))).join('')
}
