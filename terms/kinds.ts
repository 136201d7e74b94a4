/** Source kinds by the names people know them by: one name everywhere in the product. */
export const kindLabels = {
  suggestions: '代表建议、议案',
  petitions: '信访、群众留言、热线工单',
  comments: '立法征求意见',
  budget_lines: '预算指标',
  budget_adjustments: '预算指标调整',
  payments: '国库支付',
  transfers: '转移支付',
  procurements: '政府采购',
  regions: '区划',
  units: '单位',
  proceedings: '会议与决定任免',
  livelihood_projects: '民生实事项目',
  revenues: '收入预算与执行',
  expenditures: '支出预算与执行',
  debts: '政府债务',
  treasury_months: '国库库款',
  investments: '政府投资项目',
  receivables: '往来款项',
  bids: '投标明细',
  disclosures: '预决算公开登记',
  disclosure_lines: '公开文件文字',
} as const

/** A kind's name; the kind itself where it is none. */
export function kindLabel(kind: string): string {
  return isNamed(kind) ? kindLabels[kind] : kind
}

function isNamed(kind: string): kind is keyof typeof kindLabels {
  return Object.hasOwn(kindLabels, kind)
}
