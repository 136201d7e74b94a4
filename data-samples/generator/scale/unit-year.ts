import { isoDay, officeDaysOf, partsOf, type Day } from '../calendar.ts'
import { type Random } from '../prng.ts'

/** A record under the canonical names of its kind; absent fields are empty in the source. */
export type SourceRecord = Readonly<Record<string, string | null>>

export interface ScalePayment {
  line: ScaleLine | null
  day: Day
  /** 分 */
  amount: number
  payee: string
  account: string
  use: string
  mode: string
  contract: string | null
  invoice: string | null
  /** In the data twice: no budget was made for it. */
  isCopy?: true
  /** Overrides of single fields, for what a source gets wrong. */
  wrong: SourceRecord
}

export interface ScaleLine {
  id: string
  project: string
  projectName: string
  economic: string
  func: string
  isLevel: boolean
  /** 分; null until the payments are known: then what was paid and a little more. */
  amount: number | null
  /** The budget year, when it is not the unit's own. */
  year?: number
  /** 指标来源, 发文日期 and 资金性质, when they are not the ordinary ones. */
  source?: string
  issued?: Day
  fund?: string
}

const subjects: readonly (readonly [economic: string, project: string, name: string, isLevel: boolean])[] = [
  ['30101', 'R1', '人员经费', true],
  ['30209', 'Y1', '物业管理', true],
  ['30201', 'Y1', '公用经费', false],
  ['30207', 'Y1', '公用经费', false],
  ['30211', 'Y1', '公用经费', false],
  ['30213', 'Y1', '公用经费', false],
  ['30217', 'Y1', '公用经费', false],
  ['30231', 'Y1', '公用经费', false],
  ['30227', 'P1', '信息系统运维', false],
  ['31002', 'P2', '设备更新', false],
  ['30299', 'P3', '专题调研', false],
]

/** Subjects of 三公 spending among them. */
export const threePublic: readonly string[] = ['30217', '30231']

const uses: Readonly<Record<string, string>> = {
  '30101': '在职人员工资',
  '30209': '办公区物业管理费',
  '30201': '办公用品采购',
  '30207': '电话及网络通信费',
  '30211': '市内外出差费用报销',
  '30213': '办公设备维修保养',
  '30217': '来访接待用餐',
  '30231': '公务车辆加油与保养',
  '30227': '信息系统运行维护服务',
  '31002': '专用设备购置款',
  '30299': '专题调研与资料整理',
}

/** One unit's budget year: ordinary lines and payments, which plants then change. */
export class UnitYear {
  readonly unit: string
  readonly name: string
  readonly year: number
  readonly random: Random
  readonly lines: ScaleLine[]
  readonly payments: ScalePayment[] = []
  readonly adjustments: SourceRecord[] = []
  readonly procurements: SourceRecord[] = []
  readonly investments: SourceRecord[] = []
  readonly receivables: SourceRecord[] = []
  readonly bids: SourceRecord[] = []
  readonly disclosures: SourceRecord[] = []
  readonly disclosureLines: SourceRecord[] = []
  /** 编制人数. */
  readonly heads: number
  /** Added to every budget line's amount once the payments are known, as a share of what was paid. */
  slack = 0.03
  /** What a source did to whole columns of this unit's lines or payments. */
  spoilLine: (line: Record<string, string | null>) => void = () => undefined

  /** `own` is the unit's in every year: what stays level from one year to the next. */
  constructor(
    unit: string,
    year: number,
    wanted: number,
    { own, year: random }: { own: Random; year: Random },
  ) {
    this.unit = unit
    this.name = `示例市第${unit}局`
    this.year = year
    this.random = random
    this.lines = subjects.map(([economic, project, projectName, isLevel], index) => ({
      id: `ZB${String(year)}${unit}${String(index + 1).padStart(3, '0')}`,
      project: `${unit}${project}`,
      projectName,
      economic,
      func: '2010301',
      isLevel,
      amount: null,
    }))
    this.heads = own.fork('heads').int(40, 60)
    this.spend(wanted, own.fork('level'))
    this.levelThreePublic(own.fork('三公'))
  }

  line(economic: string): ScaleLine {
    const line = this.lines.find((one) => one.economic === economic)
    if (!line) throw new RangeError(`no line of ${economic}`)
    return line
  }

  /** A plain payment on a line, of some thousand 元, on an office day of the month. */
  pay(line: ScaleLine, month: number, given: Partial<ScalePayment> = {}): ScalePayment {
    const payee = this.random.int(1, 5_000)
    const payment = {
      line,
      day: this.random.pick(daysOf(this.year, month)),
      amount: Math.round(Math.exp(9.9 + this.random.next() * 5.7)) + this.random.int(0, 99),
      payee: `示例商行第${String(payee)}号有限公司`,
      account: `9900${String(payee).padStart(12, '0')}`,
      use: uses[line.economic] ?? '业务支出',
      mode: '电子转账支付',
      contract: null,
      invoice: this.random.chance(0.5)
        ? `2499${String(this.random.int(0, 999_999_999)).padStart(12, '0')}`
        : null,
      wrong: {},
      ...given,
    }
    this.payments.push(payment)
    return payment
  }

  /** Payments as the rows of the source; vouchers are numbered in the order of days. */
  paymentRecords(): SourceRecord[] {
    this.payments.sort((a, b) => a.day - b.day || a.amount - b.amount)
    return this.payments.map((payment, index) => {
      const voucher = `ZF${String(this.year)}${this.unit}${String(index + 1).padStart(7, '0')}`
      return { pay_cert_no: voucher, ...this.subjectOf(payment.line), ...recordOf(payment), ...payment.wrong }
    })
  }

  private subjectOf(line: ScaleLine | null): SourceRecord {
    const unit = { agency_code: this.unit, agency_name: this.name }
    if (!line) return { fiscal_year: String(this.year), ...unit }
    return {
      bgt_id: line.id,
      fiscal_year: String(line.year ?? this.year),
      ...unit,
      pro_code: line.project,
      project_name: line.projectName,
      exp_func_code: line.func,
      dep_bgt_eco_code: line.economic,
    }
  }

  /** Budget lines that cover what was paid on them, unless a plant set the amount. */
  lineRecords(): SourceRecord[] {
    const paid = new Map<string, number>()
    for (const { line, amount, isCopy } of this.payments)
      if (line && isCopy !== true) paid.set(line.id, (paid.get(line.id) ?? 0) + amount)
    return this.lines.map((line) => {
      const covering = Math.ceil(((paid.get(line.id) ?? 0) * (1 + this.slack)) / 10_000) * 10_000
      const record = {
        bgt_id: line.id,
        fiscal_year: String(line.year ?? this.year),
        agency_code: this.unit,
        agency_name: this.name,
        pro_code: line.project,
        project_name: line.projectName,
        exp_func_code: line.func,
        dep_bgt_eco_code: line.economic,
        fund_type_code: line.fund ?? '一般公共预算资金',
        source_type_code: line.source ?? '年初',
        amount: decimal(line.amount ?? covering),
        doc_date: line.issued === undefined ? `${String(line.year ?? this.year)}-01-15` : isoDay(line.issued),
      }
      this.spoilLine(record)
      return record
    })
  }

  total(): number {
    return this.payments.reduce((sum, { amount }) => sum + amount, 0)
  }

  /** 三公 spending stays nearly what it was the year before. */
  private levelThreePublic(own: Random): void {
    for (const code of threePublic) {
      const perPayment = own.int(300_000, 800_000)
      const paid = this.payments.filter(({ line }) => line?.economic === code)
      const sum = paid.reduce((total, { amount }) => total + amount, 0)
      const factor = (perPayment * paid.length * (0.99 + this.random.next() * 0.02)) / sum
      for (const payment of paid) payment.amount = Math.max(100, Math.round(payment.amount * factor))
    }
  }

  private spend(wanted: number, own: Random): void {
    const level = this.lines.filter((line) => line.isLevel)
    const free = this.lines.filter((line) => !line.isLevel)
    for (const line of level) {
      const amount = Math.round(own.int(6_000_000, 20_000_000) * (0.98 + this.random.next() * 0.04))
      for (let month = 1; month <= 12; month += 1) {
        const day = daysOf(this.year, month).at(9) ?? 0
        const payee = `示例定点服务${this.unit}${line.economic}公司`
        this.pay(line, month, {
          amount,
          day,
          payee,
          account: `88${this.unit}${line.economic}`,
          invoice: null,
        })
      }
    }
    const left = Math.max(free.length * 12, wanted - level.length * 12)
    for (let index = 0; index < left; index += 1) {
      const line = free[index % free.length]
      if (line) this.pay(line, 1 + (Math.floor(index / free.length) % 12))
    }
  }
}

function recordOf(payment: ScalePayment): SourceRecord {
  return {
    payee_name: payment.payee,
    payee_acct_no: payment.account,
    amount: decimal(payment.amount),
    pay_date: isoDay(payment.day),
    set_mode: payment.mode,
    pay_type: '授权支付',
    use_des: payment.use,
    contract_no: payment.contract,
    invoice_no: payment.invoice,
  }
}

/** 分 → 元 with two decimals. */
export function decimal(cents: number): string {
  return (cents / 100).toFixed(2)
}

const officeDays = new Map<number, readonly Day[]>()

/** Office days of a month, worked out once. */
export function daysOf(year: number, month: number): readonly Day[] {
  const key = year * 100 + month
  let days = officeDays.get(key)
  if (!days) officeDays.set(key, (days = officeDaysOf(year, month)))
  return days
}

export function monthOf(day: Day): number {
  return partsOf(day).month
}
