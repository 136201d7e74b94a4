import { kindLabels } from '#terms'
import { type BudgetDataset, type BudgetKind } from './dataset.ts'
import { type PaymentFieldCounts } from './rows.ts'
import { type Rule } from './rule.ts'

type Look = (dataset: BudgetDataset) => boolean

const anyLine =
  (has: (line: BudgetDataset['lines'][number]) => unknown): Look =>
  (dataset) =>
    dataset.lines.some((line) => has(line) !== null)
const anyPayment =
  (field: keyof PaymentFieldCounts): Look =>
  (dataset) =>
    dataset.fields[field] > 0
const anyProcurement =
  (has: (item: BudgetDataset['procurements'][number]) => unknown): Look =>
  (dataset) =>
    dataset.procurements.some((item) => has(item) !== null)
const anyTransfer =
  (has: (item: BudgetDataset['transfers'][number]) => unknown): Look =>
  (dataset) =>
    dataset.transfers.some((item) => has(item) !== null)

type Fiscal = 'revenues' | 'expenditures' | 'debts' | 'investments'

function anyOf<K extends Fiscal>(kind: K, has: (item: BudgetDataset[K][number]) => unknown): Look {
  return (dataset) =>
    (dataset[kind] as readonly BudgetDataset[K][number][]).some((item) => has(item) !== null)
}

/** Fields whose absence from every row silences a rule, with the words a clerk knows them by. */
const fields: Readonly<Record<string, { readonly label: string; readonly isPresent: Look }>> = {
  'budget_lines.dep_bgt_eco_code': { label: '部门经济科目', isPresent: anyLine((line) => line.economicCode) },
  'budget_lines.pro_code': { label: '项目编码', isPresent: anyLine((line) => line.project) },
  'payments.bgt_id': { label: '指标编号', isPresent: anyPayment('bgt_id') },
  'payments.payee_name': { label: '收款人', isPresent: anyPayment('payee_name') },
  'payments.set_mode': { label: '结算方式', isPresent: anyPayment('set_mode') },
  'payments.use_des': { label: '用途', isPresent: anyPayment('use_des') },
  'payments.dep_bgt_eco_code': {
    label: '部门经济科目',
    isPresent: anyPayment('dep_bgt_eco_code'),
  },
  'payments.contract_no': { label: '合同号', isPresent: anyPayment('contract_no') },
  'transfers.received_at': { label: '收文日', isPresent: anyTransfer((item) => item.receivedOn) },
  'procurements.method': { label: '采购方式', isPresent: anyProcurement((item) => item.method) },
  'procurements.published_at': { label: '公告日期', isPresent: anyProcurement((item) => item.publishedOn) },
  'procurements.bidders': { label: '投标供应商数', isPresent: anyProcurement((item) => item.bidders) },
  'procurements.deposits': {
    label: '投标或履约保证金',
    isPresent: anyProcurement((item) => item.bidDeposit ?? item.performanceDeposit),
  },
  'procurements.supplier_size': {
    label: '供应商规模',
    isPresent: anyProcurement((item) => item.supplierSize),
  },
  'transfers.issued_at': { label: '下达日', isPresent: anyTransfer((item) => item.issuedOn) },
  'budget_lines.source_type_code': { label: '指标来源', isPresent: anyLine((line) => line.source) },
  'budget_lines.doc_date': { label: '发文日期', isPresent: anyLine((line) => line.issuedOn) },
  'budget_lines.fund_type_code': { label: '资金性质', isPresent: anyLine((line) => line.fund) },
  'revenues.as_of': { label: '截至日期', isPresent: anyOf('revenues', (item) => item.asOf) },
  'expenditures.budget_amount': {
    label: '年初预算',
    isPresent: anyOf('expenditures', (item) => item.budget),
  },
  'expenditures.adjusted_amount': {
    label: '调整预算数',
    isPresent: anyOf('expenditures', (item) => item.adjusted),
  },
  'expenditures.executed_amount': {
    label: '执行数',
    isPresent: anyOf('expenditures', (item) => item.executed),
  },
  'investments.approved_estimate': {
    label: '批准概算',
    isPresent: anyOf('investments', (item) => item.approved),
  },
  'debts.limit_amount': { label: '债务限额', isPresent: anyOf('debts', (debt) => debt.limit) },
  'debts.balance': { label: '债务余额', isPresent: anyOf('debts', (debt) => debt.balance) },
  'debts.interest': { label: '付息支出', isPresent: anyOf('debts', (debt) => debt.interest) },
  'debts.capacity': { label: '综合财力', isPresent: anyOf('debts', (debt) => debt.capacity) },
  'units.head_count': {
    label: '编制人数',
    isPresent: (dataset) => [...dataset.register.values()].some(({ heads }) => heads !== null && heads > 0),
  },
  'units.agency_name': {
    label: '单位名称',
    isPresent: (dataset) => [...dataset.register.values()].some(({ name }) => name !== null),
  },
  'procurements.accepted_at': { label: '验收日期', isPresent: anyProcurement((item) => item.acceptedOn) },
}

/** Why the rule cannot run on this data ('数据不足：…'), or null when everything it needs is there. */
export function missingData(rule: Rule, dataset: BudgetDataset): string | null {
  const missing: string[] = []
  for (const { kind, fields: needed } of rule.requires) {
    if (rowCounts[kind](dataset) === 0) {
      missing.push(`没有${kindLabels[kind]}数据`)
      continue
    }
    for (const name of needed) {
      const field = fields[`${kind}.${name}`]
      if (field && !field.isPresent(dataset)) missing.push(`${kindLabels[kind]}缺少${field.label}`)
    }
  }
  return missing.length === 0 ? null : `数据不足：${missing.join('，')}`
}

const rowCounts: Readonly<Record<BudgetKind, (dataset: BudgetDataset) => number>> = {
  budget_lines: ({ lines }) => lines.length,
  budget_adjustments: ({ adjustments }) => adjustments.length,
  payments: ({ fields: counts }) => counts.payments,
  transfers: ({ transfers }) => transfers.length,
  procurements: ({ procurements }) => procurements.length,
  units: ({ register }) => register.size,
  revenues: ({ revenues }) => revenues.length,
  expenditures: ({ expenditures }) => expenditures.length,
  debts: ({ debts }) => debts.length,
  treasury_months: ({ treasuryMonths }) => treasuryMonths.length,
  investments: ({ investments }) => investments.length,
  receivables: ({ receivables }) => receivables.length,
  bids: ({ bids }) => bids.length,
  disclosures: ({ disclosures }) => disclosures.length,
  disclosure_lines: ({ publishedFiles }) => publishedFiles.length,
}
