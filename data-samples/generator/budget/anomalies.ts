import { dayOf, isHolidayWeekday, isPlainOfficeDay, partsOf } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { type Ledger } from './ledger.ts'
import { type PayeeBook } from './payees.ts'
import { type PlantedAnomaly, type PlantedRule } from './planted.ts'
import { type BudgetLine, type Payment } from './rows.ts'
import { invoiceNumber, splitAmount } from './spending.ts'

/** Works the planted anomalies into the ledger (all but B12 and B14, which are curves). */
export function plantAnomalies(ledger: Ledger, book: PayeeBook, random: Random): PlantedAnomaly[] {
  const planter = new Planter(ledger, book, random)
  planter.withoutBudget()
  planter.aboveBudget()
  planter.threePublic()
  planter.splitPayments()
  planter.duplicates()
  planter.holidays()
  return planter.planted
}

class Planter {
  readonly planted: PlantedAnomaly[] = []
  readonly #ledger: Ledger
  readonly #book: PayeeBook
  readonly #random: Random

  constructor(ledger: Ledger, book: PayeeBook, random: Random) {
    this.#ledger = ledger
    this.#book = book
    this.#random = random
  }

  /** B01: vouchers whose budget line does not exist. */
  withoutBudget(): void {
    const garden = this.#ledger.line('107003', 2025, { project: '公园绿地养护' })
    const greening = { proCode: '99010024107003P901', projectName: '节庆花卉摆放' }
    this.#record('B01', garden, '节庆花卉摆放：指标编号在当年指标库中不存在', [
      this.#stray(garden, {
        ...greening,
        bgtId: 'ZB2025107003901',
        day: dayOf('2025-09-23'),
        amount: 8_640_000,
        use: '国庆花卉摆放',
      }),
      this.#stray(garden, {
        ...greening,
        bgtId: 'ZB2025107003901',
        day: dayOf('2025-10-15'),
        amount: 5_230_000,
        use: '花卉摆放尾款',
      }),
    ])
    const commerce = this.#ledger.line('110001', 2026, { project: '促消费活动' })
    const lights = { proCode: '99010024110001P902', projectName: '商业街亮化改造', bgtId: '' }
    this.#record('B01', commerce, '商业街亮化改造：没有指标编号，年初预算与追加中都没有这个项目', [
      this.#stray(commerce, {
        ...lights,
        day: dayOf('2026-05-20'),
        amount: 23_800_000,
        use: '商业街亮化改造工程款',
      }),
    ])
    const school = this.#ledger.line('103004', 2024, { project: '校园安防' })
    const fence = { proCode: '99010024103004P903', projectName: '校门口停车棚', bgtId: 'ZB2024103004903' }
    this.#record('B01', school, '校门口停车棚：指标编号不存在', [
      this.#stray(school, { ...fence, day: dayOf('2024-11-06'), amount: 6_480_000, use: '停车棚搭建费' }),
    ])
  }

  /** B02: a line paid beyond its adjusted amount. */
  aboveBudget(): void {
    const road = this.#ledger.line('108002', 2025, { project: '国省道养护' })
    this.#overpay(road, 18_325_040, '2025-12-09', '国省道养护应急维修款')
    const talks = this.#ledger.line('102003', 2024, { project: '人民调解' })
    this.#overpay(talks, 2_630_000, '2024-12-12', '人民调解补助')
    const clinic = this.#ledger.line('111001', 2026, { project: '计划生育家庭扶助', source: '年初' })
    this.#overpay(clinic, 9_716_000, '2026-09-24', '计划生育家庭扶助补发')
  }

  /** B18: 三公 spending above its budget, paid out of another line or without any. */
  threePublic(): void {
    this.#relabel(
      '101002',
      2024,
      '政务公开与政策解读',
      { eco: '30217', use: '接待考察团用餐', payee: '云岭示例宾馆有限公司' },
      0.6,
    )
    this.#relabel(
      '105003',
      2025,
      '职业技能培训',
      { eco: '30231', use: '公务车维修保养', payee: '云岭示例汽车修理有限公司' },
      0.5,
    )
    this.#relabel(
      '110002',
      2026,
      '旅游宣传推广',
      { eco: '30212', use: '赴境外旅游推介团组费用', payee: '云岭示例商旅服务有限公司' },
      0.9,
    )
    this.#relabel(
      '101008',
      2024,
      '特种设备安全监察',
      { eco: '31013', use: '执法用车购置款', payee: '云岭示例汽车销售服务有限公司' },
      1,
    )
  }

  /** B27: parts just under the limit of 500,000 元, days apart, to one payee. */
  splitPayments(): void {
    this.#split('106002', 2025, '大气污染防治', '云岭示例环境服务有限公司', [
      ['2025-06-10', 48_600_000],
      ['2025-06-12', 49_250_000],
      ['2025-06-16', 47_800_000],
    ])
    this.#split('111002', 2026, '重点专科建设', '云岭示例医疗器械有限公司', [
      ['2026-04-21', 49_680_000],
      ['2026-04-21', 48_820_000],
    ])
    this.#split('101009', 2024, '城市运行一网统管', '云岭示例智能科技有限公司', [
      ['2024-08-20', 49_900_000],
      ['2024-08-23', 49_850_000],
    ])
  }

  /** B36: one matter paid twice under two vouchers. */
  duplicates(): void {
    this.#duplicate('107001', 2025, '老旧小区改造', 5, 9)
    this.#duplicate('109002', 2024, '高标准农田建设', 9, 13)
    this.#duplicate('105005', 2026, '医保基金监管', 6, 2)
    this.#duplicate('102002', 2025, '信号灯与标志标线维护', 3, 20)
  }

  /** B38: the voucher's day is a legal holiday. */
  holidays(): void {
    this.#onHoliday('101008', 2025, '食品安全抽检', '2025-10-03')
    this.#onHoliday('103001', 2024, '教师培训', '2024-05-02')
    this.#onHoliday('107004', 2026, '老旧供热管网改造', '2026-02-18')
    this.#onHoliday('101005', 2025, '购买审计服务', '2025-01-30')
  }

  #stray(line: BudgetLine, given: Partial<Payment> & { day: number; amount: number; use: string }): Payment {
    return this.#ledger.pay(line, { payee: this.#book.named('云岭示例市政维护有限公司'), ...given })
  }

  #overpay(line: BudgetLine, excess: number, day: string, use: string): void {
    const missing = this.#ledger.available(line.bgtId) - this.#ledger.paid(line.bgtId) + excess
    const model = this.#ledger.of(line.bgtId).at(-1)
    const payee = model
      ? { name: model.payeeName, account: model.payeeAccount }
      : this.#book.named('云岭示例建筑有限公司')
    const amounts = splitAmount(
      this.#random,
      missing,
      missing > 35_000_000 ? Math.ceil(missing / 30_000_000) : 1,
    )
    const payments = amounts.map((amount, index) =>
      this.#ledger.pay(line, {
        amount,
        day: dayOf(day) - (index % 2),
        payee,
        use: amounts.length > 1 ? `${use}（第${index + 1}笔）` : use,
        contractNo: model?.contractNo ?? '',
      }),
    )
    this.#record('B02', line, `${line.projectName}：累计支付超过调整后指标`, payments, {
      amount: excess,
      lines: [line],
    })
  }

  #relabel(
    agency: string,
    year: number,
    project: string,
    as: { eco: string; use: string; payee: string },
    share: number,
  ): void {
    const line = this.#ledger.line(agency, year, { project })
    const budget = this.#ledger.lines
      .filter(
        ({ agencyCode, fiscalYear, eco }) => agencyCode === agency && fiscalYear === year && eco === as.eco,
      )
      .reduce((sum, { bgtId }) => sum + this.#ledger.available(bgtId), 0)
    const isOfItem = (payment: Payment): boolean =>
      payment.agencyCode === agency && payment.fiscalYear === year && payment.eco === as.eco
    const already = this.#ledger.payments.filter(isOfItem).reduce((sum, { amount }) => sum + amount, 0)
    const wanted = budget - already + Math.max(3_000_000, Math.round(budget * 0.25 * share))
    const payee = this.#book.named(as.payee)
    const chosen: Payment[] = []
    let sum = 0
    for (const payment of this.#ledger
      .of(line.bgtId)
      .sort((left, right) => left.day - right.day || left.amount - right.amount)) {
      if (sum >= wanted) break
      Object.assign(payment, {
        eco: as.eco,
        use: as.use,
        payeeName: payee.name,
        payeeAccount: payee.account,
        contractNo: '',
      })
      chosen.push(payment)
      sum += payment.amount
    }
    if (already + sum <= budget) throw new Error(`B18 of ${agency} in ${year} did not exceed its budget`)
    this.#record('B18', line, `${as.use}在“${project}”中列支，${as.eco} 全年支出超过该项预算`, chosen, {
      amount: already + sum - budget,
      matter: as.eco,
    })
  }

  #split(
    agency: string,
    year: number,
    project: string,
    payee: string,
    parts: readonly (readonly [string, number])[],
  ): void {
    const line = this.#ledger.line(agency, year, { project })
    this.#ledger.raise(
      line,
      parts.reduce((sum, [, amount]) => sum + amount, 0),
    )
    const contractNo =
      this.#ledger.of(line.bgtId).find((payment) => payment.contractNo !== '')?.contractNo ?? ''
    const payments = parts.map(([day, amount], index) =>
      this.#ledger.pay(line, {
        amount,
        day: dayOf(day),
        payee: this.#book.named(payee),
        use: `${project}服务费（${['一', '二', '三'][index] ?? ''}）`,
        contractNo,
        invoiceNo: invoiceNumber(this.#random, year),
      }),
    )
    this.#record('B27', line, `${project}：七日内向同一收款人多笔支付，单笔均略低于 50 万元限额`, payments)
  }

  #duplicate(agency: string, year: number, project: string, month: number, gap: number): void {
    const line = this.#ledger.line(agency, year, { project })
    const first = this.#ledger.find(line, month, 2_000_000, 200_000_000)
    let day = first.day + gap
    while (!isPlainOfficeDay(day)) day += 1
    this.#ledger.raise(line, first.amount)
    const second: Payment = { ...first, certNo: '', day }
    this.#ledger.payments.push(second)
    this.#record(
      'B36',
      line,
      `${project}：同一收款账号、金额、用途、合同在 ${day - first.day} 天内付了两次`,
      [first, second],
      {
        amount: first.amount,
      },
    )
  }

  #onHoliday(agency: string, year: number, project: string, date: string): void {
    const day = dayOf(date)
    if (!isHolidayWeekday(day)) throw new Error(`${date} is no holiday on a weekday`)
    const line = this.#ledger.line(agency, year, { project })
    const payment = this.#ledger.find(line, partsOf(day).month, 500_000, 200_000_000)
    payment.day = day
    this.#record('B38', line, `${project}：法定节假日当天支付`, [payment])
  }

  #record(
    rule: PlantedRule,
    line: BudgetLine,
    story: string,
    payments: Payment[],
    more: { amount?: number; lines?: BudgetLine[]; matter?: string } = {},
  ): void {
    this.planted.push({
      rule,
      agencyCode: line.agencyCode,
      fiscalYear: line.fiscalYear,
      story,
      matter: more.matter ?? payments[0]?.projectName ?? line.projectName,
      payments,
      lines: more.lines ?? [],
      amount: more.amount ?? payments.reduce((sum, { amount }) => sum + amount, 0),
      mayAlsoRaise: rule === 'B18' ? ['B19'] : [],
    })
  }
}
