import { toDecimal } from '../../../analysis/budget/index.ts'
import { buildBudget, type BudgetSamples } from '../../../data-samples/generator/budget/index.ts'
import { isoDay } from '../../../data-samples/generator/calendar.ts'
import { buildPlaces } from '../../../data-samples/generator/places.ts'
import { type BudgetRecords } from '../../../bench/budget/marts.ts'
import { units } from '../../../data-samples/generator/units.ts'
import { createRandom } from '../../../data-samples/generator/prng.ts'

/** The invented city's budget, from another seed when one is given: the same plants in other numbers. */
export function sampleBudget(seed = '示例省云岭市-2026'): BudgetSamples {
  const random = createRandom(seed)
  return buildBudget(buildPlaces(random.fork('places')), random.fork('budget'))
}

const orNull = (text: string): string | null => (text === '' ? null : text)
const dayOrNull = (day: number | null): string | null => (day === null ? null : isoDay(day))

/** The generator's records as the rows of the marts. */
export function sampleRows(world: BudgetSamples): BudgetRecords {
  const added = new Map<string, { added: number; reduced: number }>()
  for (const item of world.adjustments) {
    const sum = added.get(item.bgtId) ?? { added: 0, reduced: 0 }
    added.set(item.bgtId, { added: sum.added + item.added, reduced: sum.reduced + item.reduced })
  }
  // Spread last: a literal that begins with a spread is ten times as slow to make.
  const place = (key: string, file: string, index: number) => ({
    record_key: key,
    source_file: file,
    sheet: null,
    row_number: index + 2,
  })
  return {
    budgetLines: world.lines.map((line, index) => ({
      bgt_id: line.bgtId,
      fiscal_year: line.fiscalYear,
      agency_code: line.agencyCode,
      agency_name: line.agencyName,
      pro_code: orNull(line.proCode),
      project_name: orNull(line.projectName),
      exp_func_code: line.func,
      dep_bgt_eco_code: line.eco,
      fund_type_code: line.fundType,
      source_type_code: line.sourceType,
      amount: toDecimal(line.amount),
      added_amount: toDecimal(line.added + (added.get(line.bgtId)?.added ?? 0)),
      reduced_amount: toDecimal(line.reduced + (added.get(line.bgtId)?.reduced ?? 0)),
      doc_date: isoDay(line.docDay),
      ...place(line.bgtId, 'lines', index),
    })),
    adjustments: world.adjustments.map((item, index) => ({
      adj_id: item.adjId,
      bgt_id: item.bgtId,
      adj_date: isoDay(item.day),
      add_amount: toDecimal(item.added),
      dis_amount: toDecimal(item.reduced),
      doc_no: item.docNo,
      approved_by: item.approvedBy,
      ...place(item.adjId, 'adjustments', index),
    })),
    payments: world.payments.map((payment, index) => ({
      pay_cert_no: payment.certNo,
      bgt_id: orNull(payment.bgtId),
      fiscal_year: payment.fiscalYear,
      agency_code: payment.agencyCode,
      agency_name: payment.agencyName,
      pro_code: orNull(payment.proCode),
      project_name: orNull(payment.projectName),
      exp_func_code: payment.func,
      dep_bgt_eco_code: payment.eco,
      payee_name: payment.payeeName,
      payee_acct_no: payment.payeeAccount,
      amount: toDecimal(payment.amount),
      pay_date: isoDay(payment.day),
      set_mode: payment.setMode,
      use_des: payment.use,
      contract_no: orNull(payment.contractNo),
      invoice_no: orNull(payment.invoiceNo),
      currency: null,
      ...place(payment.certNo, `payments-${String(payment.fiscalYear)}`, index),
    })),
    staff: units.map((unit) => ({
      agency_code: unit.code,
      agency_name: unit.name,
      unit_kind: unit.kind,
      parent_code: unit.parent === '' ? null : unit.parent,
      head_count: unit.headCount,
    })),
    transfers: world.transfers.map((item, index) => ({
      doc_no: item.docNo,
      from_div: item.fromDiv,
      to_div: item.toDiv,
      transfer_kind: item.kind,
      amount: toDecimal(item.amount),
      received_at: isoDay(item.received),
      issued_at: isoDay(item.issued),
      fiscal_year: item.fiscalYear,
      ...place(`${item.docNo}${item.toDiv}${item.kind}`, 'transfers', index),
    })),
    procurements: world.procurements.map((item, index) => ({
      contract_no: item.contractNo,
      agency_code: item.agencyCode,
      agency_name: item.agencyName,
      pro_code: orNull(item.proCode),
      item: item.item,
      method: item.method,
      supplier: item.supplier,
      supplier_size: null,
      bidders: item.bidders,
      bid_deposit: null,
      performance_deposit: null,
      agreed_days: null,
      estimate: toDecimal(item.estimate),
      amount: toDecimal(item.amount),
      supplement_amount: toDecimal(item.supplement),
      signed_at: isoDay(item.signed),
      published_at: isoDay(item.published),
      accepted_at: dayOrNull(item.accepted),
      ...place(item.contractNo, 'procurements', index),
    })),
  }
}
