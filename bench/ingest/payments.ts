import { createRandom, type Random } from '../../data-samples/generator/prng.ts'

export const paymentColumns = [
  '凭证号',
  '指标编号',
  '预算年度',
  '预算单位编码',
  '预算单位',
  '项目编码',
  '项目名称',
  '功能科目',
  '部门经济科目',
  '收款人',
  '收款账号',
  '金额',
  '支付日期',
  '结算方式',
  '支付方式',
  '用途',
  '合同号',
  '发票号',
] as const

/** Share of rows that no reader should accept. */
const BAD = 0.005
/** Payments of one budget line. */
const PER_LINE = 400
const FIRST_DAY = Date.UTC(2024, 0, 2)
const uses = [
  '办公用品',
  '印刷费',
  '培训费',
  '水电费',
  '维修养护',
  '差旅费',
  '物业管理费',
  '设备购置',
  '会议费',
]
const trades = ['商贸', '建设工程', '信息技术', '物业服务', '印务', '医疗器械', '园林绿化', '劳务服务']
const syllables = '安邦诚达恒丰广汇嘉凯联茂南平启荣盛泰万祥新旭永裕远泽正中'

/**
 * Invented treasury payments as an office exports them, the same for one seed: dates in four spellings, most amounts
 * with thousands separators, one row in two hundred unreadable (见附件, a day that does not exist, no agency).
 */
export function* inventPayments(count: number, seed = 'payments'): Generator<string[]> {
  const random = createRandom(seed)
  const payees = Array.from({ length: 5000 }, () => inventPayee(random))
  for (let at = 0; at < count; at++) {
    const row = inventPayment(random, at, seed, payees)
    if (random.chance(BAD)) spoil(random, row)
    yield row
  }
}

interface Payee {
  readonly name: string
  readonly account: string
}

function inventPayee(random: Random): Payee {
  const letters = Array.from({ length: 4 }, () => syllables[random.int(0, syllables.length - 1)] ?? '').join(
    '',
  )
  return {
    name: `示例${letters}${random.pick(trades)}有限公司`,
    account: `9900${digits(random, 15)}`,
  }
}

function inventPayment(random: Random, at: number, seed: string, payees: readonly Payee[]): string[] {
  const line = Math.floor(at / PER_LINE)
  const agency = line % 300
  const code = String(101_001 + agency)
  const payee = random.pick(payees)
  const use = random.pick(uses)
  return [
    `${seed === 'payments' ? 'ZF' : seed}2024${String(at + 1).padStart(8, '0')}`,
    `ZB2024${code}${String(line).padStart(5, '0')}`,
    '2024',
    code,
    `示例市第${agency + 1}局`,
    `99010024${code}P${String(line % 40).padStart(3, '0')}`,
    `${use}专项`,
    String(2_010_101 + (line % 60)),
    String(30_201 + (line % 40)),
    payee.name,
    payee.account,
    writeAmount(random),
    writeDay(random),
    random.chance(0.8) ? '电子转账支付' : '转账支票',
    random.chance(0.7) ? '授权支付' : '直接支付',
    `${use}（${random.int(1, 12)}月）`,
    random.chance(0.2) ? `SLHT-2024-${digits(random, 5)}` : '',
    `2499${digits(random, 16)}`,
  ]
}

function writeAmount(random: Random): string {
  const cents = Math.floor(Math.exp(4 + random.next() * 11))
  const plain = (cents / 100).toFixed(2)
  return random.chance(0.6) ? plain.replace(/\B(?=(\d{3})+\.)/g, ',') : plain
}

function writeDay(random: Random): string {
  const day = new Date(FIRST_DAY + random.int(0, 360) * 86_400_000).toISOString().slice(0, 10)
  const [year, month, date] = day.split('-').map(Number)
  const spelling = random.int(0, 9)
  if (spelling < 6) return day
  if (spelling < 8) return `${year}/${month}/${date}`
  return spelling === 8 ? `${year}年${month}月${date}日` : day.replaceAll('-', '')
}

function spoil(random: Random, row: string[]): void {
  const [column, text] = random.pick([
    ['金额', '见附件'],
    ['支付日期', '2024-02-30'],
    ['预算单位', ''],
  ] as const)
  row[paymentColumns.indexOf(column)] = text
}

function digits(random: Random, length: number): string {
  let text = ''
  while (text.length < length) text += String(random.int(0, 999_999)).padStart(6, '0')
  return text.slice(0, length)
}
