import {
  type Adjustment,
  type BudgetDataset,
  type BudgetLine,
  type Procurement,
  type RegisteredUnit,
  type Transfer,
  groupBy,
  unitYearKey,
} from './dataset.ts'
import { fromDay, toDay } from '#calendar'
import { parseCents } from './money.ts'
import {
  type AdjustmentRow,
  type BudgetFacts,
  type BudgetLineRow,
  type ProcurementRow,
  type StaffRow,
  type TransferRow,
} from './rows.ts'
import { paidOf, typeTotals } from './totals.ts'
import { placeOf, text, typed, unknownUnit } from './typing.ts'
import { UnitRegister } from './unit-register.ts'
import { buildFiscal } from './build-fiscal.ts'
import { buildTenders } from './build-tenders.ts'

/** Types the rows of the budget marts, sorts them, and builds the look-ups. */
export function buildDataset(facts: BudgetFacts): BudgetDataset {
  const units = new UnitRegister()
  const lines = typed(facts.budgetLines, (row) => {
    units.take(row)
    return lineOf(row)
  })
  units.takeAll(
    facts.totals.units,
    facts.procurements,
    facts.investments,
    facts.receivables,
    facts.bids,
    facts.disclosures,
    facts.staff,
  )
  const lineById = new Map<string, BudgetLine>()
  for (const line of lines) if (!lineById.has(line.id)) lineById.set(line.id, line)
  const transfers = typed(facts.transfers, transferOf)
  for (const transfer of transfers) units.add(transfer.unit, transfer.unit)
  const fiscal = buildFiscal(facts, units)
  const tenders = buildTenders(facts, units)
  for (const { unit, unitName } of tenders.publishedFiles) units.add(unit, unitName)
  const totals = typeTotals(facts.totals)
  const lastDayOfYear = new Map<number, number>()
  for (const { year, day } of totals.days)
    lastDayOfYear.set(year, Math.max(lastDayOfYear.get(year) ?? day, day))
  return {
    lines,
    adjustments: typed(facts.adjustments, (row) => adjustmentOf(row, lineById)),
    transfers,
    procurements: typed(facts.procurements, (row) => procurementOf(row, units)),
    register: new Map(facts.staff.map((row) => [row.agency_code, registeredOf(row)])),
    ...fiscal,
    ...tenders,
    totals,
    fields: facts.totals.fields,
    unitNames: units.names(),
    lineById,
    linesByUnitYear: groupBy(lines, (line) => unitYearKey(line.unit, line.year)),
    paidByUnitYear: paidOf(totals.cellsByUnitYear),
    reversed: new Set(),
    budgetYears: new Set(lines.map((line) => line.year)),
    paymentYears: [...lastDayOfYear.keys()].sort((a, b) => a - b),
    lastDay: lastDayOfYear.size === 0 ? null : Math.max(...lastDayOfYear.values()),
    lastDayOfYear,
  }
}

function lineOf(row: BudgetLineRow): BudgetLine | null {
  const initial = parseCents(row.amount)
  if (initial === null || row.fiscal_year === null) return null
  const added = parseCents(row.added_amount) ?? 0
  const reduced = parseCents(row.reduced_amount) ?? 0
  return {
    place: placeOf('budget_lines', row),
    id: row.bgt_id.trim(),
    year: row.fiscal_year,
    unit: row.unit_key,
    project: text(row.pro_code),
    projectName: text(row.project_name),
    functionCode: text(row.exp_func_code),
    economicCode: text(row.dep_bgt_eco_code),
    source: text(row.source_type_code),
    fund: text(row.fund_type_code),
    initial,
    added,
    reduced,
    cents: initial + added - reduced,
    paid: parseCents(row.paid_amount) ?? 0,
    payments: row.payments,
    firstPaidOn: toDay(row.first_paid_on),
    issuedOn: toDay(row.doc_date),
  }
}

function adjustmentOf(row: AdjustmentRow, lineById: ReadonlyMap<string, BudgetLine>): Adjustment | null {
  const lineId = text(row.bgt_id)
  const line = lineId === null ? undefined : lineById.get(lineId)
  if (lineId === null || !line) return null
  return {
    place: placeOf('budget_adjustments', row),
    lineId,
    unit: line.unit,
    year: line.year,
    added: parseCents(row.add_amount) ?? 0,
    reduced: parseCents(row.dis_amount) ?? 0,
    day: toDay(row.adj_date),
    document: text(row.doc_no),
  }
}

function transferOf(row: TransferRow): Transfer | null {
  const cents = parseCents(row.amount)
  const receivedOn = toDay(row.received_at)
  const issuedOn = toDay(row.issued_at)
  const anyDay = receivedOn ?? issuedOn
  const year = row.fiscal_year ?? (anyDay === null ? null : Number(fromDay(anyDay).slice(0, 4)))
  if (cents === null || year === null) return null
  return {
    place: placeOf('transfers', row),
    unit: text(row.from_div) ?? unknownUnit,
    to: text(row.to_div) ?? '',
    document: row.doc_no,
    transferKind: text(row.transfer_kind) ?? '',
    cents,
    receivedOn,
    issuedOn,
    year,
  }
}

function registeredOf(row: StaffRow): RegisteredUnit {
  return {
    unit: row.agency_code,
    name: text(row.agency_name),
    unitKind: text(row.unit_kind),
    parent: text(row.parent_code),
    heads: row.head_count,
  }
}

function procurementOf(row: ProcurementRow, units: UnitRegister): Procurement | null {
  const cents = parseCents(row.amount)
  if (cents === null) return null
  return {
    place: placeOf('procurements', row),
    contract: row.contract_no,
    unit: units.keyOf(row.agency_code, row.agency_name) ?? unknownUnit,
    project: text(row.pro_code),
    item: text(row.item),
    method: text(row.method),
    supplier: text(row.supplier),
    supplierSize: text(row.supplier_size),
    bidders: row.bidders,
    bidDeposit: parseCents(row.bid_deposit),
    performanceDeposit: parseCents(row.performance_deposit),
    agreedDays: row.agreed_days,
    estimate: parseCents(row.estimate),
    cents,
    supplement: parseCents(row.supplement_amount) ?? 0,
    signedOn: toDay(row.signed_at),
    publishedOn: toDay(row.published_at),
    acceptedOn: toDay(row.accepted_at),
  }
}
