import { toDay } from '#calendar'
import { type BudgetDataset } from './dataset.ts'
import { type Debt, type FiscalItem } from './fiscal.ts'
import { type Investment, type Receivable, type TreasuryMonth } from './ledgers.ts'
import { parseCents } from './money.ts'
import {
  type BudgetFacts,
  type DebtRow,
  type ExpenditureRow,
  type InvestmentRow,
  type ReceivableRow,
  type RevenueRow,
  type TreasuryRow,
} from './rows.ts'
import { placeOf, text, typed, unknownUnit } from './typing.ts'
import { type UnitRegister } from './unit-register.ts'

/** Types the tables of whole governments, whose regions become units, and the ledgers of units. */
export function buildFiscal(
  facts: BudgetFacts,
  units: UnitRegister,
): Pick<
  BudgetDataset,
  'revenues' | 'expenditures' | 'debts' | 'treasuryMonths' | 'investments' | 'receivables'
> {
  const regionOf = regionRegister(
    [...facts.revenues, ...facts.expenditures, ...facts.debts, ...facts.treasuryMonths],
    units,
  )
  return {
    revenues: typed(facts.revenues, (row) => itemOf('revenues', row, false, regionOf)),
    expenditures: typed(facts.expenditures, (row) =>
      itemOf('expenditures', row, row.is_key === '是', regionOf),
    ),
    debts: typed(facts.debts, (row) => debtOf(row, regionOf)),
    treasuryMonths: typed(facts.treasuryMonths, (row) => monthOf(row, regionOf)),
    investments: typed(facts.investments, (row) => investmentOf(row, units)),
    receivables: typed(facts.receivables, (row) => receivableOf(row, units)),
  }
}

interface Region {
  readonly region: string | null
  readonly region_code: string | null
}

type RegionOf = (row: Region) => string | null

/** Code of a row's region, or its name; a row without the code joins the one code its name has elsewhere. */
function regionRegister(rows: readonly Region[], units: UnitRegister): RegionOf {
  const codes = new Map<string, Set<string>>()
  for (const row of rows) {
    const [code, name] = [text(row.region_code), text(row.region)]
    if (code !== null && name !== null) codes.set(name, (codes.get(name) ?? new Set()).add(code))
  }
  return (row) => {
    const name = text(row.region)
    const known = codes.get(name ?? '')
    const key = text(row.region_code) ?? (known?.size === 1 ? ([...known][0] ?? null) : name)
    if (key !== null) units.add(key, name ?? key)
    return key
  }
}

function itemOf(
  kind: 'revenues' | 'expenditures',
  row: RevenueRow | ExpenditureRow,
  isKey: boolean,
  regionOf: RegionOf,
): FiscalItem | null {
  const unit = regionOf(row)
  if (unit === null || row.fiscal_year === null) return null
  return {
    place: placeOf(kind, row),
    unit,
    year: row.fiscal_year,
    account: text(row.account) ?? '',
    code: text(row.subject_code) ?? '',
    name: text(row.subject_name) ?? '',
    isKey,
    budget: parseCents(row.budget_amount),
    adjusted: parseCents(row.adjusted_amount),
    executed: parseCents(row.executed_amount),
    approvedBy: text(row.approved_by),
    asOf: toDay(row.as_of),
  }
}

function debtOf(row: DebtRow, regionOf: RegionOf): Debt | null {
  const unit = regionOf(row)
  if (unit === null || row.fiscal_year === null) return null
  return {
    place: placeOf('debts', row),
    unit,
    year: row.fiscal_year,
    debtKind: text(row.debt_kind) ?? '',
    limit: parseCents(row.limit_amount),
    balance: parseCents(row.balance),
    interest: parseCents(row.interest),
    capacity: parseCents(row.capacity),
    product: row.product === null ? null : Math.round(Number(row.product)),
  }
}

function monthOf(row: TreasuryRow, regionOf: RegionOf): TreasuryMonth | null {
  const unit = regionOf(row)
  const [monthEnd, outflow, balance] = [
    toDay(row.month_end),
    parseCents(row.outflow),
    parseCents(row.balance),
  ]
  if (unit === null || monthEnd === null || outflow === null || balance === null) return null
  return { place: placeOf('treasury_months', row), unit, monthEnd, outflow, balance }
}

function investmentOf(row: InvestmentRow, units: UnitRegister): Investment | null {
  const project = text(row.pro_code)
  if (project === null) return null
  return {
    place: placeOf('investments', row),
    unit: units.keyOf(row.agency_code, row.agency_name) ?? unknownUnit,
    project,
    name: text(row.project_name),
    estimate: parseCents(row.estimate),
    approved: parseCents(row.approved_estimate),
    adjusted: parseCents(row.adjusted_estimate),
    paid: parseCents(row.paid_total),
    asOf: toDay(row.as_of),
  }
}

function receivableOf(row: ReceivableRow, units: UnitRegister): Receivable | null {
  const [occurredOn, asOf, balance] = [toDay(row.occurred_at), toDay(row.as_of), parseCents(row.balance)]
  if (occurredOn === null || asOf === null || balance === null) return null
  return {
    place: placeOf('receivables', row),
    unit: units.keyOf(row.agency_code, row.agency_name) ?? unknownUnit,
    subject: text(row.ledger_subject) ?? '往来款',
    occurredOn,
    balance,
    asOf,
  }
}
