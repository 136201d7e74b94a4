import { addOfficeDays, isOfficeDay, isoDay, type Day } from '../calendar.ts'
import { daysOf, decimal, monthOf, threePublic, type ScalePayment, type UnitYear } from './unit-year.ts'

/** Changes a unit's year so that one rule must speak. `alsoRaises`: rules the same facts may rightly raise too. */
export interface Plant {
  readonly rule: string
  readonly alsoRaises?: readonly string[]
  /** The rule compares with the year before, so the plant goes into this year. */
  readonly onlyYear?: number
  apply(at: UnitYear): void
}

/** 分 of the limit that B27 and B28 hold payments against by default. */
const limit = 50_000_000

const ordinary = (at: UnitYear): ScalePayment =>
  at.random.pick(at.payments.filter(({ line }) => line?.isLevel === false))

function restDay(at: UnitYear): Day {
  const [first = 0] = daysOf(at.year, at.random.int(2, 11))
  let day = first + at.random.int(0, 20)
  while (isOfficeDay(day)) day += 1
  return day
}

/** Two or three payments to one receiver, each just under the limit. */
export function justUnder(at: UnitYear, gap: number, given: Partial<ScalePayment> = {}): void {
  const month = at.random.int(2, 10)
  const [start = 0] = daysOf(at.year, month)
  const receiver = { payee: '示例分笔工程有限公司', account: `77${at.unit}`, invoice: null }
  const parts = at.random.int(2, 3)
  for (let part = 0; part < parts; part += 1) {
    at.pay(at.line('30227'), month, {
      ...receiver,
      day: addOfficeDays(start, part * gap),
      amount: Math.round(limit * (0.82 + at.random.next() * 0.17)),
      ...given,
    })
  }
}

export function again(
  at: UnitYear,
  payment: ScalePayment,
  days: number,
  change: Partial<ScalePayment> = {},
): void {
  const copy: ScalePayment = {
    ...payment,
    day: days === 0 ? payment.day : addOfficeDays(payment.day, days),
    ...change,
  }
  at.payments.push(copy)
}

/** An ordinary payment in the first ten months, so that a later one still falls into the year; 三公 must not grow by it. */
export function early(at: UnitYear): ScalePayment {
  return at.random.pick(
    at.payments.filter(
      ({ line, day }) => line?.isLevel === false && !threePublic.includes(line.economic) && monthOf(day) <= 9,
    ),
  )
}

export function contract(at: UnitYear, number: number, given: Record<string, string>): void {
  at.procurements.push({
    contract_no: `HT${String(at.year)}${at.unit}${String(number)}`,
    agency_code: at.unit,
    agency_name: at.name,
    pro_code: at.line('31002').project,
    item: '计算机设备',
    method: '竞争性磋商',
    supplier: '示例供应有限公司',
    amount: '800000.00',
    supplement_amount: '0.00',
    signed_at: `${String(at.year)}-05-13`,
    published_at: `${String(at.year)}-05-14`,
    ...given,
  })
}

export const plants: readonly Plant[] = [
  {
    rule: 'B01',
    apply: (at) => {
      const count = at.random.int(1, 3)
      for (let one = 0; one < count; one += 1) {
        const wrong = at.random.chance(0.5)
          ? { bgt_id: null }
          : { bgt_id: `ZB9${at.unit}`, pro_code: `99${at.unit}`, project_name: '未列预算项目' }
        at.pay(at.line('30299'), at.random.int(1, 11), { wrong })
      }
    },
  },
  {
    rule: 'B02',
    apply: (at) => {
      const line = at.line('30227')
      const paid = at.payments.filter((one) => one.line === line).reduce((sum, { amount }) => sum + amount, 0)
      line.amount = Math.floor(paid * (1 - 0.002 - at.random.next() * 0.2))
    },
  },
  { rule: 'B12', apply: (at) => void (at.slack = 1 / (0.88 - at.random.next() * 0.3) - 1) },
  {
    rule: 'B13',
    apply: (at) => {
      at.lines.push({
        ...at.line('31002'),
        id: `ZB${String(at.year)}${at.unit}900`,
        project: `${at.unit}P9`,
        projectName: '尚未启动的项目',
        amount: Math.max(1_100_000, Math.round(at.total() * (0.01 + at.random.next() * 0.03))),
      })
    },
  },
  {
    rule: 'B14',
    apply: (at) => {
      const share = 0.32 + at.random.next() * 0.2
      const december = daysOf(at.year, 12)
      const total = at.total()
      let moved = 0
      for (const payment of at.payments) {
        if (payment.line?.isLevel !== false || moved > share * total) continue
        if (monthOf(payment.day) === 12 || !at.random.chance(0.8)) continue
        payment.day = at.random.pick(december)
        moved += payment.amount
      }
    },
  },
  {
    rule: 'B18',
    apply: (at) => {
      const line = at.line(at.random.pick(['30217', '30231']))
      const paid = at.payments.filter((one) => one.line === line).reduce((sum, { amount }) => sum + amount, 0)
      line.amount = Math.floor(paid * (0.98 - at.random.next() * 0.3))
    },
    alsoRaises: ['B02'],
  },
  {
    rule: 'B22',
    apply: (at) =>
      void at.pay(at.line('30201'), at.random.int(1, 11), {
        mode: '现金',
        amount: at.random.int(110_000, 900_000),
      }),
  },
  {
    rule: 'B23',
    apply: (at) =>
      void at.pay(at.line('30211'), at.random.int(1, 11), {
        mode: '现金',
        amount: at.random.int(1_010_000, 4_500_000),
      }),
  },
  {
    rule: 'B25',
    apply: (at) =>
      void at.pay(at.line('30227'), at.random.int(1, 11), {
        payee: at.random.pick(['张示例', '李样本', '王试']),
        account: `6200${at.unit}`,
        amount: at.random.int(5_000_100, 30_000_000),
      }),
  },
  {
    rule: 'B27',
    apply: (at) => {
      justUnder(at, at.random.int(0, 2))
    },
  },
  {
    rule: 'B28',
    apply: (at) => {
      const count = at.random.int(34, 45)
      for (let one = 0; one < count; one += 1)
        at.pay(at.line('30227'), 1 + (one % 11), {
          amount: Math.round(limit * (0.962 + at.random.next() * 0.037)),
          payee: `示例施工队${at.unit}${String(one)}公司`,
          account: `66${at.unit}${String(one)}`,
        })
    },
  },
  {
    rule: 'B36',
    apply: (at) => {
      const payment = early(at)
      payment.invoice = at.random.chance(0.4) ? `2599${at.unit}${String(at.year)}0001` : null
      again(at, payment, at.random.int(0, 18))
    },
  },
  {
    rule: 'B38',
    apply: (at) => {
      const count = at.random.int(1, 3)
      for (let one = 0; one < count; one += 1) ordinary(at).day = restDay(at)
    },
  },
  {
    rule: 'B09',
    apply: (at) => {
      const line = at.line('30227')
      const moves = at.random.int(3, 5)
      for (let move = 0; move < moves; move += 1) {
        const amount = decimal(at.random.int(100_000, 900_000))
        at.adjustments.push({
          adj_id: `TZ${line.id}${String(move)}`,
          bgt_id: line.id,
          adj_date: `${String(at.year)}-0${String(3 + move)}-12`,
          add_amount: amount,
          dis_amount: amount,
          doc_no: `示财调〔${String(at.year)}〕${String(move + 1)}号`,
        })
      }
    },
  },
  {
    rule: 'B29',
    apply: (at) => {
      const parts = at.random.int(2, 4)
      for (let part = 0; part < parts; part += 1)
        contract(at, part, { amount: decimal(at.random.int(210_000_000, 390_000_000)) })
    },
  },
  {
    rule: 'B30',
    apply: (at) => {
      contract(at, 9, { supplement_amount: decimal(8_000_000 + at.random.int(1_000, 5_000_000)) })
    },
  },
  {
    rule: 'B31',
    apply: (at) => {
      const [signed = 0] = daysOf(at.year, at.random.int(2, 10))
      contract(at, 8, {
        signed_at: isoDay(signed),
        published_at: isoDay(addOfficeDays(signed, at.random.int(3, 25))),
      })
    },
  },
]
