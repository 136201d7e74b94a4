import { dayOf, isOfficeDay, weekday } from '../calendar.ts'
import { type Random } from '../prng.ts'
import { type Ledger } from './ledger.ts'
import { type PayeeBook } from './payees.ts'
import { type LookAlike } from './planted.ts'
import { type BudgetLine, type Payment } from './rows.ts'
import { invoiceNumber } from './spending.ts'

/** Works rows into the ledger that look like anomalies and are in order. */
export function plantLookAlikes(ledger: Ledger, book: PayeeBook, random: Random): LookAlike[] {
  const planter = new LookAlikePlanter(ledger, book, random)
  planter.recurring()
  planter.refund()
  planter.relief()
  planter.workingWeekends()
  planter.underLimitFarApart()
  planter.underLimitTwoMatters()
  planter.equalToMany()
  planter.instalments()
  planter.carryOver()
  planter.heating()
  return planter.found
}

class LookAlikePlanter {
  readonly found: LookAlike[] = []
  readonly #ledger: Ledger
  readonly #book: PayeeBook
  readonly #random: Random

  constructor(ledger: Ledger, book: PayeeBook, random: Random) {
    this.#ledger = ledger
    this.#book = book
    this.#random = random
  }

  /** Equal care fees and rents every month, same payee, same words. */
  recurring(): void {
    const care = this.#ledger.line('105002', 2025, { project: '孤残儿童养育' })
    const days = [
      '01-22',
      '02-20',
      '03-20',
      '04-21',
      '05-20',
      '06-20',
      '07-21',
      '08-20',
      '09-22',
      '10-20',
      '11-20',
      '12-22',
    ]
    this.#ledger.raise(care, 12 * 3_680_000)
    const payments = days.map((day) =>
      this.#ledger.pay(care, {
        amount: 3_680_000,
        day: dayOf(`2025-${day}`),
        payee: this.#book.named('云岭示例康复医院'),
        use: '儿童护理服务费',
      }),
    )
    this.#record(
      'recurring-care',
      ['B36', 'B27'],
      care,
      '护理服务费每月等额支付，同一收款人同一用途',
      payments,
    )
    const rent = this.#ledger.line('101007', 2025, { eco: '30214' })
    this.#record('recurring-rent', ['B36'], rent, '办公用房租金每月等额支付', this.#ledger.of(rent.bgtId))
  }

  /** Paid twice by mistake and given back: the refund settles it. */
  refund(): void {
    const line = this.#ledger.line('103002', 2025, { project: '实验室设备更新' })
    this.#ledger.raise(line, 7_865_000)
    const payee = this.#book.named('云岭示例教学设备有限公司')
    const base = { payee, invoiceNo: invoiceNumber(this.#random, 2025) }
    const payments = [
      this.#ledger.pay(line, {
        ...base,
        amount: 7_865_000,
        day: dayOf('2025-05-13'),
        use: '实验室设备更新设备购置款',
      }),
      this.#ledger.pay(line, {
        ...base,
        amount: 7_865_000,
        day: dayOf('2025-05-19'),
        use: '实验室设备更新设备购置款',
      }),
      this.#ledger.pay(line, {
        ...base,
        amount: -7_865_000,
        day: dayOf('2025-05-23'),
        use: '退回重复支付的实验室设备更新设备购置款',
      }),
    ]
    this.#record('refund', ['B36', 'B02'], line, '重复支付后四天内已退回（负数），净额只付一次', payments)
  }

  /** Flood relief goes out in large equal sums within days: 救灾 is an exception of the split rule. */
  relief(): void {
    const line = this.#ledger.line('105001', 2026, { project: '困难群众临时救助' })
    line.func = '2240703'
    for (const payment of this.#ledger.of(line.bgtId)) payment.func = line.func
    this.#ledger.raise(line, 5 * 45_000_000)
    const to: readonly [string, string][] = [
      ['2026-07-14', '青禾县财政国库支付中心'],
      ['2026-07-14', '柏溪县财政国库支付中心'],
      ['2026-07-16', '青禾县财政国库支付中心'],
      ['2026-07-17', '松涛区财政国库支付中心'],
      ['2026-07-17', '柏溪县财政国库支付中心'],
    ]
    const payments = to.map(([day, name], index) =>
      this.#ledger.pay(line, {
        amount: 45_000_000,
        day: dayOf(day),
        payee: this.#book.named(name),
        use: `救灾应急补助资金（${index < 2 ? '第一批' : '第二批'}）`,
      }),
    )
    this.#record('disaster-relief', ['B27', 'B36'], line, '“7·12”洪涝救灾应急补助，一周内等额下拨', payments)
  }

  /** Weekends that are working days by 调休. */
  workingWeekends(): void {
    const dates = ['2024-02-04', '2024-09-29', '2025-09-28', '2025-10-11', '2026-02-14', '2026-09-20']
    for (const date of dates) {
      const day = dayOf(date)
      const number = weekday(day)
      if (!isOfficeDay(day) || (number !== 0 && number !== 6))
        throw new Error(`${date} is no 调休 working day`)
      const year = Number(date.slice(0, 4))
      const line = this.#ledger.line('101004', year, { project: '预算管理一体化运维' })
      const payment = this.#ledger.find(line, Number(date.slice(5, 7)), 100, 39_000_000)
      payment.day = day
      this.#record('working-weekend', ['B38'], line, `${date} 是调休上班的周末`, [payment])
    }
  }

  underLimitFarApart(): void {
    const line = this.#ledger.line('102001', 2025, { project: '视频监控运维' })
    const parts: readonly [string, number][] = [
      ['2025-03-12', 49_800_000],
      ['2025-06-18', 49_500_000],
      ['2025-09-24', 49_750_000],
    ]
    this.#ledger.raise(line, 149_050_000)
    const payments = parts.map(([day, amount], index) =>
      this.#ledger.pay(line, {
        amount,
        day: dayOf(day),
        payee: this.#book.named('云岭示例安防工程有限公司'),
        use: `视频监控运维${['一', '二', '三'][index] ?? ''}季度服务费`,
        invoiceNo: invoiceNumber(this.#random, 2025),
      }),
    )
    this.#record('under-limit-far-apart', ['B27'], line, '略低于限额，但按季支付，相隔三个月', payments)
  }

  underLimitTwoMatters(): void {
    const first = this.#ledger.line('102001', 2024, { project: '智慧警务建设' })
    const second = this.#ledger.line('102001', 2024, { project: '视频监控运维' })
    this.#ledger.raise(first, 48_800_000)
    this.#ledger.raise(second, 49_100_000)
    const day = dayOf('2024-06-19')
    const payments = [
      this.#ledger.pay(first, {
        amount: 48_800_000,
        day,
        payee: this.#book.named('云岭示例智能科技有限公司'),
        use: '智慧警务建设软件款',
        invoiceNo: invoiceNumber(this.#random, 2024),
      }),
      this.#ledger.pay(second, {
        amount: 49_100_000,
        day,
        payee: this.#book.named('云岭示例安防工程有限公司'),
        use: '视频监控运维半年服务费',
        invoiceNo: invoiceNumber(this.#random, 2024),
      }),
    ]
    this.#record(
      'under-limit-two-matters',
      ['B27'],
      first,
      '同日两笔略低于限额，但收款人、项目都不同',
      payments,
    )
  }

  equalToMany(): void {
    const line = this.#ledger.line('104001', 2025, { project: '科技型企业研发补助' })
    const names = ['精密制造', '新材料', '食品', '纺织', '电子', '生物科技', '智能科技', '信息技术']
    this.#ledger.raise(line, names.length * 3_000_000)
    const payments = names.map((name) =>
      this.#ledger.pay(line, {
        amount: 3_000_000,
        day: dayOf('2025-06-24'),
        payee: this.#book.named(`云岭示例${name}有限公司`),
        use: '高新技术企业认定奖补',
      }),
    )
    this.#record('equal-to-many', ['B36'], line, '同一天按统一标准给八家企业等额奖补', payments)
  }

  instalments(): void {
    const line = this.#ledger.line('101003', 2025, { project: '重大项目前期工作' })
    this.#ledger.raise(line, 2 * 12_600_000)
    const payments = [1, 2].map((part) =>
      this.#ledger.pay(line, {
        amount: 12_600_000,
        day: dayOf(part === 1 ? '2025-04-10' : '2025-05-06'),
        payee: this.#book.named('示例省示例工程咨询有限公司'),
        use: part === 1 ? '可行性研究报告编制费首付款' : '初步设计评估费',
        contractNo: `YLZC-2025-9${part}01`,
        invoiceNo: invoiceNumber(this.#random, 2025),
      }),
    )
    this.#record('instalments', ['B36'], line, '同一收款人同额两笔，但合同、发票、用途都不同', payments)
  }

  carryOver(): void {
    for (const year of [2024, 2025, 2026]) {
      const line = this.#ledger.lines.find(
        (item) => item.fiscalYear === year && item.sourceType === '结转' && item.agencyCode < '103000',
      )
      if (line)
        this.#record(
          'carry-over',
          ['B01', 'B12'],
          line,
          '上年结转指标在一季度支付完毕',
          this.#ledger.of(line.bgtId),
        )
    }
  }

  heating(): void {
    for (const year of [2024, 2025]) {
      const line = this.#ledger.line('107004', year, { project: '供热燃料应急储备' })
      this.#record(
        'heating-season',
        ['B12', 'B14'],
        line,
        '供热支出集中在一季度和十二月，年年如此',
        this.#ledger.of(line.bgtId),
      )
    }
  }

  #record(
    name: string,
    mustNotRaise: LookAlike['mustNotRaise'],
    line: BudgetLine,
    story: string,
    payments: Payment[],
  ): void {
    this.found.push({
      name,
      mustNotRaise,
      agencyCode: line.agencyCode,
      fiscalYear: line.fiscalYear,
      story,
      payments,
      lines: [line],
    })
  }
}
