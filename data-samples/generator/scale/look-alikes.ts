import { carriedShare, carriedTwice, investment, issuedAfter, receivable } from './carry-plants.ts'
import { again, contract, early, justUnder } from './plants.ts'
import { addOfficeDays, isoDay, type Day } from '../calendar.ts'
import { daysOf, monthOf, type UnitYear } from './unit-year.ts'

/** What looks like a plant and is none; `quality`: the data-quality finding it must raise instead, if any. */
export interface LookAlike {
  readonly name: string
  readonly quality?: string
  readonly onlyYear?: number
  apply(at: UnitYear): void
}

export const lookAlikes: readonly LookAlike[] = [
  {
    name: '重复后退回',
    apply: (at) => {
      const payment = early(at)
      again(at, payment, 5)
      again(at, payment, 12, { amount: -payment.amount, use: '退回多付款项' })
    },
  },
  {
    name: '退款先于支付入账',
    apply: (at) => {
      const payment = early(at)
      again(at, payment, 2, { amount: -payment.amount, use: '退回多付款项' })
      again(at, payment, 9)
    },
  },
  {
    name: '据实结算分笔',
    apply: (at) => {
      justUnder(at, 2, { use: '医疗费据实结算' })
    },
  },
  {
    name: '救灾分笔',
    apply: (at) => {
      justUnder(at, 1, { use: '救灾物资采购', wrong: { exp_func_code: '2240701' } })
    },
  },
  {
    name: '间隔超过七日',
    apply: (at) => {
      justUnder(at, 9)
    },
  },
  {
    name: '两张发票',
    apply: (at) => {
      const payment = early(at)
      payment.invoice = `2699${at.unit}00000001`
      again(at, payment, 4, { invoice: `2699${at.unit}00000002` })
    },
  },
  {
    name: '年中更名',
    apply: (at) => {
      for (const payment of at.payments)
        if (monthOf(payment.day) > 6)
          payment.wrong = { agency_code: `8${at.unit}`, agency_name: `${at.name}（新）` }
    },
  },
  {
    name: '零与负数',
    apply: (at) => {
      for (let one = 0; one < 5; one += 1) {
        at.pay(at.line('30201'), at.random.int(1, 11), { amount: 0 })
        at.pay(at.line('30201'), at.random.int(1, 11), { amount: -at.random.int(1_000, 90_000), use: '冲销' })
      }
    },
  },
  {
    name: '收款人为三字机构',
    apply: (at) =>
      void at.pay(at.line('30227'), 5, { payee: '印刷厂', account: `55${at.unit}`, amount: 9_123_400 }),
  },
  {
    name: '现金发放劳务费',
    apply: (at) => void at.pay(at.line('30201'), 6, { mode: '现金', use: '评审专家劳务费', amount: 320_000 }),
  },
  {
    name: '年终奖',
    apply: (at) =>
      void at.pay(at.line('30101'), 12, { amount: Math.round(at.total() * 0.4), use: '年终一次性奖金' }),
  },
  {
    name: '房租加付一季',
    apply: (at) => {
      for (const month of [1, 4, 7, 10])
        at.pay(at.line('30299'), month, {
          amount: 3_600_000,
          payee: '示例置业公司',
          account: `44${at.unit}`,
          use: '办公用房租金',
          day: daysOf(at.year, month).at(4) ?? 0,
        })
    },
  },
  {
    name: '整单位缺指标编号',
    quality: 'Q04',
    apply: (at) => {
      for (const payment of at.payments) payment.wrong = { ...payment.wrong, bgt_id: null }
    },
  },
  {
    name: '指标以万元填列',
    quality: 'Q01',
    apply: (at) => {
      at.spoilLine = (line) => void (line['amount'] = (Number(line['amount']) / 10_000).toFixed(2))
    },
  },
  {
    name: '指标金额为零',
    quality: 'Q03',
    apply: (at) => void (at.line('30299').amount = 0),
  },
  {
    name: '重复装载一个月',
    quality: 'Q02',
    apply: (at) => {
      const month = at.random.int(2, 11)
      for (const payment of at.payments.filter(({ day }) => monthOf(day) === month))
        at.payments.push({ ...payment, isCopy: true })
    },
  },
  {
    name: '停用科目',
    quality: 'Q05',
    apply: (at) => {
      for (const payment of at.payments.slice(0, 5))
        payment.wrong = { dep_bgt_eco_code: at.random.pick(['30104', '30314', '30401']) }
    },
  },
  {
    name: '批准前支付的是上年结转',
    apply: (at) => {
      carriedOver(at)
    },
  },
  {
    name: '上级资金当月支付',
    apply: (at) => {
      const line = at.line('30299')
      line.source = '上级'
      line.issued = daysOf(at.year, 1).at(3) ?? 0
    },
  },
  {
    name: '群众来访接待与专用车辆',
    apply: (at) => {
      at.pay(at.line('30201'), 4, { use: '信访群众接待室饮水及用品', amount: 260_000 })
      at.pay(at.line('30213'), 5, { use: '环卫作业车辆维修保养', amount: 2_300_000 })
    },
  },
  {
    name: '业务培训差旅与会议室维修',
    apply: (at) => {
      at.pay(at.line('30211'), 4, { use: '业务培训班差旅费', amount: 2_600_000 })
      at.pay(at.line('30213'), 5, { use: '会议室设备维修及会议系统调试', amount: 2_900_000 })
      at.pay(at.line('30227'), 6, { use: '农民工工资保证金系统服务', amount: 2_900_000 })
    },
  },
  {
    name: '代发工资转入本单位',
    apply: (at) =>
      void at.pay(at.line('30227'), 6, {
        payee: at.name,
        account: `33${at.unit}`,
        use: '代发临时人员工资及代扣个税',
        amount: 3_100_000,
      }),
  },
  {
    name: '转入工会账户',
    apply: (at) =>
      void at.pay(at.line('30201'), 7, {
        payee: `${at.name}工会委员会`,
        account: `32${at.unit}`,
        use: '活动经费',
        amount: 2_100_000,
      }),
  },
  {
    name: '付给个人的差旅补助',
    apply: (at) =>
      void at.pay(at.line('30211'), 8, {
        payee: '张示例',
        account: `6201${at.unit}`,
        use: '伙食和交通补助',
        amount: 180_000,
      }),
  },
  {
    name: '刷公务卡后还款',
    apply: (at) =>
      void at.pay(at.line('30211'), 8, {
        payee: '李样本',
        account: `6202${at.unit}`,
        mode: '公务卡',
        amount: 260_000,
      }),
  },
  {
    name: '中小企业按约定期限付款',
    apply: (at) => {
      acceptedAndPaid(at, { agreed: '60', size: '小型', days: 50, share: 1 })
    },
  },
  {
    name: '大型企业付款较晚',
    apply: (at) => {
      acceptedAndPaid(at, { agreed: null, size: '大型', days: 90, share: 1 })
    },
  },
  {
    name: '留质量保证金',
    apply: (at) => {
      acceptedAndPaid(at, { agreed: null, size: '微型', days: 12, share: 0.95 })
    },
  },
  {
    name: '债券资金用于建设',
    apply: (at) => {
      at.line('31002').fund = '专项债券资金'
    },
  },
  {
    name: '差旅较多但未离群',
    apply: (at) => {
      for (const payment of at.payments)
        if (payment.line === at.line('30211')) payment.amount = Math.round(payment.amount * 1.3)
    },
  },
  {
    name: '功能科目执行略低',
    apply: (at) => {
      ownFunction(at, 0.88)
    },
  },
  {
    name: '批复恰在第二十日',
    onlyYear: 2025,
    apply: (at) => {
      issuedAfter(at, 20)
    },
  },
  {
    name: '年中追加的指标发文较晚',
    apply: (at) => {
      const line = at.line('30299')
      line.source = '追加'
      line.issued = daysOf(at.year, 1).at(20) ?? 0
    },
  },
  {
    name: '结转用完后再有结转',
    onlyYear: 2025,
    apply: (at) => {
      carriedTwice(at, 0.96)
    },
  },
  {
    name: '结转不到两成',
    onlyYear: 2025,
    apply: (at) => {
      carriedShare(at, 0.12)
    },
  },
  {
    name: '保证金恰在上限',
    apply: (at) => {
      contract(at, 6, {
        estimate: '850000.00',
        bid_deposit: '17000.00',
        performance_deposit: '80000.00',
      })
    },
  },
  {
    name: '挂账不到一年',
    apply: (at) => {
      receivable(at, 360, 50_000_000)
    },
  },
  {
    name: '多年的租房押金',
    apply: (at) => {
      receivable(at, 2_000, 50_000_000, '其他应收款（押金）')
    },
  },
  {
    name: '付到概算为止，概算恰为估算的一成以内',
    apply: (at) => {
      investment(at, { over: 1, study: 0.91 })
    },
  },
  {
    name: '单一来源只有一家',
    apply: (at) => {
      contract(at, 5, { bidders: '1', method: '单一来源采购' })
    },
  },
]

/** Money carried over from last year and spent in January. */
function carriedOver(at: UnitYear): void {
  const line = at.line('30299')
  line.source = '结转'
  at.pay(line, 1, {
    amount: Math.round(at.total() * 0.12),
    day: daysOf(at.year, 1).at(2) ?? 0,
    use: '上年结转项目款',
  })
}

interface Accepted {
  readonly agreed: string | null
  readonly size: string
  /** Days from acceptance to payment, and the share paid by then. */
  readonly days: number
  readonly share: number
}

/** A contract accepted in spring and paid after some days. */
export function acceptedAndPaid(at: UnitYear, { agreed, size, days, share }: Accepted): void {
  const [accepted = 0] = daysOf(at.year, at.random.int(3, 6))
  const number = `HT${String(at.year)}${at.unit}7`
  contract(at, 7, {
    signed_at: isoDay(addOfficeDays(accepted, -20)),
    published_at: isoDay(addOfficeDays(accepted, -19)),
    accepted_at: isoDay(accepted),
    supplier_size: size,
    ...(agreed === null ? {} : { agreed_days: agreed }),
  })
  payOn(at, accepted + days, { contract: number, amount: Math.round(80_000_000 * share) })
}

function payOn(at: UnitYear, wanted: Day, given: { contract: string; amount: number }): void {
  at.pay(at.line('31002'), monthOf(wanted), {
    ...given,
    day: addOfficeDays(wanted - 1, 1),
    payee: '示例供应有限公司',
    account: `99${at.unit}`,
    use: '计算机设备采购',
  })
}

/** A line of another functional item, paid in even parts to a share of it. */
export function ownFunction(at: UnitYear, share: number): void {
  const amount = Math.max(20_000_000, Math.round(at.total() * 0.04))
  const line = { ...at.line('30299'), id: `ZB${String(at.year)}${at.unit}800`, func: '2050803', amount }
  at.lines.push(line)
  for (let month = 1; month <= 10; month += 1)
    at.pay(line, month, { amount: Math.round((amount * share) / 10) + month })
}
