import { type RegionYear } from './region-year.ts'

/** Changes a government's year so that one rule must speak. */
export interface RegionPlant {
  readonly rule: string
  readonly alsoRaises?: readonly string[]
  readonly onlyYear?: number
  apply(at: RegionYear): void
}

/** What looks like a plant of a government's year and is none. */
export interface RegionLookAlike {
  readonly name: string
  /** The data-quality finding it must raise instead, if any. */
  readonly quality?: string
  readonly onlyYear?: number
  apply(at: RegionYear): void
}

/** Issues a part of the advance of one kind only once the year has begun. */
function issueLater(at: RegionYear, kind: string, share: number): void {
  for (const one of at.transfers.filter((item) => item.kind === kind && item.isAdvance)) {
    const late = Math.round(one.amount * share)
    one.amount -= late
    at.transfers.push({ ...one, amount: late, isAdvance: false })
  }
}

/** One of the four changes that article 67 calls a budget adjustment, with no document of the standing committee. */
function changeWithoutApproval(at: RegionYear): void {
  const share = 0.03 + at.random.next() * 0.1
  const document = at.random.chance(0.5) ? `示政函〔${String(at.year)}〕8号` : undefined
  const subject = at.random.pick([
    at.expenditure('212'),
    at.expenditure('205'),
    at.revenue('11015'),
    at.revenue('11011'),
  ])
  const isCut = subject.code === '205'
  // A fund or a loan is small beside the whole budget and still has to be approved.
  const base = subject.code.length > 3 ? subject.budget * 10 : subject.budget
  subject.adjusted += Math.round(base * share) * (isCut ? -1 : 1)
  if (document !== undefined) subject.approvedBy = document
}

/** Taxes above the budget, of which a part is put into the stabilisation fund. */
function surplus(at: RegionYear, share: number, saved: number): void {
  const [taxes, fees, fund] = [at.revenue('101'), at.revenue('103'), at.expenditure('23015')]
  fees.executed = fees.adjusted
  const more = Math.round(taxes.adjusted * share)
  taxes.executed = taxes.adjusted + more
  fund.executed = Math.round(more * saved)
}

export const regionPlants: readonly RegionPlant[] = [
  {
    rule: 'B07',
    onlyYear: 2025,
    apply: (at) => {
      issueLater(at, at.random.pick(['一般', '专项']), 0.15 + at.random.next() * 0.7)
    },
  },
  {
    rule: 'B08',
    apply: (at) => {
      changeWithoutApproval(at)
    },
  },
  {
    rule: 'B10',
    apply: (at) => {
      const own = at.accounts.expenditures.filter(
        ({ account, code }) => account === '一般公共预算' && code < '227',
      )
      const whole = own.reduce((sum, { budget }) => sum + budget, 0)
      const share = at.random.chance(0.5) ? 0.003 + at.random.next() * 0.006 : 0.033 + at.random.next() * 0.02
      const reserve = at.expenditure('227')
      reserve.budget = Math.round(whole * share)
      reserve.adjusted = reserve.budget
    },
  },
  {
    rule: 'B11',
    apply: (at) => {
      surplus(at, 0.02 + at.random.next() * 0.1, at.random.pick([0, 0.4]))
    },
  },
  {
    rule: 'B41',
    apply: (at) => {
      const debt = at.debt(at.random.pick(['一般债务', '专项债务']))
      debt.balance = Math.round(debt.limit * (1.002 + at.random.next() * 0.2))
    },
  },
  {
    rule: 'B42',
    apply: (at) => {
      const debt = at.debt('专项债务')
      debt.interest =
        Math.round(at.accounts.expenditures.at(-1)?.executed ?? 0) * (0.12 + at.random.next() * 0.3)
    },
  },
  {
    rule: 'B49',
    apply: (at) => {
      for (const month of at.treasury.slice(at.random.int(6, 10)))
        month.balance = Math.round(month.outflow * (0.05 + at.random.next() * 0.15))
    },
  },
  {
    rule: 'B43',
    apply: (at) => {
      const owed = at.accounts.debts.reduce((sum, { balance }) => sum + balance, 0)
      const capacity = Math.round(owed / (1.25 + at.random.next() * 2.4))
      for (const debt of at.accounts.debts) debt.capacity = capacity
    },
  },
]

export const regionLookAlikes: readonly RegionLookAlike[] = [
  {
    name: '据实结算的专项不计入提前下达',
    onlyYear: 2025,
    apply: (at) => {
      const amount = at.random.int(2_000_000_000, 4_000_000_000)
      const to = `${at.region.slice(0, 6)}001`
      at.transfers.push({ kind: '专项（据实结算）', amount, to, isAdvance: false, year: at.year - 1 })
    },
  },
  {
    name: '经常委会批准的调整',
    apply: (at) => {
      const subject = at.expenditure('212')
      subject.adjusted += Math.round(subject.budget * 0.1)
      subject.approvedBy = `示人常〔${String(at.year)}〕12号`
    },
  },
  {
    name: '超收全部补充稳定调节基金',
    apply: (at) => {
      surplus(at, 0.08, 1)
    },
  },
  {
    name: '债务余额等于限额',
    apply: (at) => {
      for (const debt of at.accounts.debts) debt.balance = debt.limit
    },
  },
  {
    name: '没有登记限额',
    apply: (at) => {
      for (const debt of at.accounts.debts) debt.limit = 0
    },
  },
  {
    name: '余额以元填列、限额以万元填列',
    quality: 'Q06',
    apply: (at) => {
      for (const debt of at.accounts.debts) debt.limit = Math.round(debt.limit / 10_000)
    },
  },
  {
    name: '库款偏低但够用',
    apply: (at) => {
      for (const month of at.treasury) month.balance = Math.round(month.outflow * 0.45)
    },
  },
]
