import { acceptedAndPaid, ownFunction } from './look-alikes.ts'
import { type Plant } from './plants.ts'
import { daysOf, monthOf, type UnitYear } from './unit-year.ts'

/** Moves payments of single subjects into the first days of January. */
function spendEarly(at: UnitYear, share: number): void {
  const days = daysOf(at.year, 1).slice(0, 8)
  const total = at.total()
  let moved = 0
  for (const payment of at.payments) {
    if (payment.line?.isLevel !== false || moved > share * total || monthOf(payment.day) === 1) continue
    payment.day = at.random.pick(days)
    moved += payment.amount
  }
}

/** Plants of the rules on approval, idle money, purposes, accounts, cards, suppliers, bonds and final accounts. */
export const plantsOfPurpose: readonly Plant[] = [
  {
    rule: 'B03',
    onlyYear: 2025,
    apply: (at) => {
      spendEarly(at, 0.22 + at.random.next() * 0.15)
    },
  },
  {
    rule: 'B17',
    apply: (at) => {
      const line = at.line('30299')
      const late = at.random.int(5, 7)
      line.source = at.random.pick(['上级', '上级专项转移支付'])
      line.issued = daysOf(at.year, 1).at(2) ?? 0
      for (const payment of at.payments)
        if (payment.line === line && monthOf(payment.day) < late)
          payment.day = at.random.pick(daysOf(at.year, at.random.int(late, 11)))
    },
  },
  {
    rule: 'B20',
    apply: (at) => {
      const count = at.random.int(1, 4)
      for (let one = 0; one < count; one += 1)
        at.pay(at.line(at.random.pick(['30201', '30299', '30213'])), at.random.int(1, 11), {
          use: at.random.pick([
            '公务接待用餐',
            '招待费',
            '公务车维修保养',
            '车辆加油费',
            '赴境外考察团组费用',
          ]),
          amount: at.random.int(150_000, 3_000_000),
        })
    },
  },
  {
    rule: 'B21',
    apply: (at) => {
      const line = at.line('30211')
      const paid = at.payments.filter((one) => one.line === line).reduce((sum, { amount }) => sum + amount, 0)
      const more = paid * (4 + at.random.next() * 3) + 30_000_000
      for (let month = 1; month <= 10; month += 1)
        at.pay(line, month, { amount: Math.round(more / 10) + at.random.int(0, 99_999) })
    },
    alsoRaises: ['B14'],
  },
  {
    rule: 'B24',
    apply: (at) =>
      void at.pay(at.line(at.random.pick(['30299', '30227'])), at.random.int(1, 11), {
        payee: at.name,
        account: `31${at.unit}`,
        use: at.random.pick(['项目经费', '课题经费划转', '拨付工作经费']),
        amount: at.random.int(2_000_000, 30_000_000),
      }),
  },
  {
    rule: 'B26',
    apply: (at) => {
      const count = at.random.int(1, 5)
      for (let one = 0; one < count; one += 1)
        at.pay(at.line(at.random.pick(['30201', '30207', '30211', '30213'])), at.random.int(1, 11), {
          payee: at.random.pick(['张示例', '李样本', '王试']),
          account: `6203${at.unit}`,
          amount: at.random.int(60_000, 3_900_000),
        })
    },
  },
  {
    rule: 'B33',
    apply: (at) => {
      const days = at.random.int(75, 120)
      const size = at.random.pick(['小型', '微型', '中型'])
      acceptedAndPaid(at, {
        agreed: at.random.pick([null, '30', '90']),
        size,
        days,
        share: at.random.pick([1, 0.6]),
      })
    },
  },
  {
    rule: 'B37',
    apply: (at) => {
      const [code, use] = at.random.pick([
        ['30201', '办公楼改造工程进度款'],
        ['30207', '聘用人员工资'],
        ['30213', '专用设备购置款'],
        ['31002', '办公区物业管理费'],
        ['30211', '办公用房租金'],
      ] as const)
      const count = at.random.int(1, 3)
      for (let one = 0; one < count; one += 1)
        at.pay(at.line(code), at.random.int(1, 11), { use, amount: at.random.int(2_600_000, 20_000_000) })
    },
  },
  {
    rule: 'B44',
    apply: (at) => {
      at.line(at.random.pick(['30201', '30227', '30299'])).fund = at.random.pick(['专项债券资金', '一般债券'])
    },
  },
  {
    rule: 'B47',
    apply: (at) => {
      ownFunction(at, 0.35 + at.random.next() * 0.35)
    },
  },
]
