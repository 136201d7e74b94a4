import { type Random } from '../prng.ts'
import { decimal, type SourceRecord } from './unit-year.ts'

/** A subject of a government's revenue or expenditure; money in 分. */
export interface ScaleSubject {
  account: string
  code: string
  name: string
  budget: number
  adjusted: number
  executed: number
  isKey?: boolean
  approvedBy?: string
}

export interface ScaleDebt {
  kind: string
  limit: number
  balance: number
  interest: number
  capacity: number
}

export interface Accounts {
  readonly revenues: ScaleSubject[]
  readonly expenditures: ScaleSubject[]
  readonly debts: ScaleDebt[]
}

const general = '一般公共预算'
const funds = '政府性基金预算'

const spending: readonly (readonly [code: string, name: string, share: number])[] = [
  ['201', '一般公共服务支出', 0.12],
  ['204', '公共安全支出', 0.08],
  ['205', '教育支出', 0.24],
  ['208', '社会保障和就业支出', 0.18],
  ['210', '卫生健康支出', 0.12],
  ['212', '城乡社区支出', 0.14],
  ['213', '农林水支出', 0.1],
]

/** An orderly year of a government: within its budget, its limits and the law's margins. */
export function orderlyAccounts(own: Random, random: Random): Accounts {
  const size = own.int(60, 400) * 1_000_000_000
  const drift = (): number => 0.99 + random.next() * 0.02
  const subject = (account: string, code: string, name: string, wanted: number): ScaleSubject => {
    const budget = Math.round(wanted / 1_000_000) * 1_000_000
    return {
      account,
      code,
      name,
      budget,
      adjusted: budget,
      executed: Math.round(budget * (0.95 + random.next() * 0.04)),
    }
  }
  const part = (code: string, name: string, share: number): ScaleSubject =>
    subject(general, code, name, size * share * drift())
  const above = part('11003', '专项转移支付收入', 0.2)
  const more = Math.round((above.budget * (0.05 + random.next() * 0.1)) / 1_000_000) * 1_000_000
  above.adjusted += more
  const revenues = [
    part('101', '税收收入', 0.5),
    part('103', '非税收入', 0.12),
    { ...subject(general, '110', '转移性收入', 0), budget: above.budget, adjusted: above.adjusted },
    above,
    part('11015', '动用预算稳定调节基金', 0.02),
    part('11011', '债务转贷收入', 0.05),
    subject(funds, '103', '政府性基金收入', size * 0.3 * drift()),
  ]
  const expenditures = spending.map(([code, name, share]) => ({
    ...part(code, name, share),
    isKey: code === '205' || code === '208',
  }))
  const farming = expenditures.find(({ code }) => code === '213')
  if (farming) farming.adjusted += more
  expenditures.push(
    { ...part('227', '预备费', 0.015 + random.next() * 0.01), isKey: false },
    { ...part('230', '转移性支出', 0.1), isKey: false },
    { ...part('23015', '安排预算稳定调节基金', 0.01), isKey: false },
    { ...subject(funds, '212', '城乡社区支出', size * 0.28 * drift()), isKey: false },
  )
  return { revenues, expenditures, debts: debtsOf(size, random) }
}

function debtsOf(size: number, random: Random): ScaleDebt[] {
  const debts = (['一般债务', '专项债务'] as const).map((kind) => {
    const limit = Math.round((size * (0.5 + random.next() * 0.2)) / 1_000_000) * 1_000_000
    const balance = Math.round(limit * (0.85 + random.next() * 0.1))
    const carrying = kind === '一般债务' ? size : size * 0.28
    return {
      kind,
      limit,
      balance,
      interest: Math.round(carrying * (0.02 + random.next() * 0.05)),
      capacity: 0,
    }
  })
  const owed = debts.reduce((sum, { balance }) => sum + balance, 0)
  const capacity = Math.round(owed / (0.5 + random.next() * 0.35))
  return debts.map((debt) => ({ ...debt, capacity }))
}

interface GovernmentYear {
  readonly region: string
  readonly name: string
  readonly year: number
}

export function subjectRecord(at: GovernmentYear, subject: ScaleSubject, isSpending: boolean): SourceRecord {
  return {
    region: at.name,
    region_code: at.region,
    fiscal_year: String(at.year),
    account: subject.account,
    ...(isSpending
      ? {
          subject_code: subject.code,
          subject_name: subject.name,
          is_key: subject.isKey === true ? '是' : '否',
        }
      : { inc_sub_code: subject.code, inc_sub_name: subject.name }),
    budget_amount: decimal(subject.budget),
    adjusted_amount: decimal(subject.adjusted),
    executed_amount: decimal(subject.executed),
    approved_by: subject.approvedBy ?? null,
    as_of: `${String(at.year)}-12-31`,
  }
}

export function debtRecord(at: GovernmentYear, debt: ScaleDebt): SourceRecord {
  return {
    region: at.name,
    region_code: at.region,
    fiscal_year: String(at.year),
    debt_kind: debt.kind,
    limit_amount: debt.limit === 0 ? null : decimal(debt.limit),
    balance: decimal(debt.balance),
    interest: decimal(debt.interest),
    capacity: decimal(debt.capacity),
    as_of: `${String(at.year)}-12-31`,
  }
}
