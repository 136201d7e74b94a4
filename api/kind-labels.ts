/** Names of the source kinds as the pages show them. */
const labels: Readonly<Record<string, string>> = {
  suggestions: '代表建议、议案',
  petitions: '信访、留言与热线',
  comments: '立法征求意见',
  budget_lines: '预算指标',
  budget_adjustments: '指标调整',
  payments: '国库支付',
  transfers: '转移支付',
  procurements: '政府采购',
  regions: '区划',
  units: '预算单位',
}

export function kindLabel(kind: string): string {
  return labels[kind] ?? kind
}

export const voiceKindChoices = ['suggestions', 'petitions', 'comments'].map(toChoice)
export const sourceKindChoices = Object.keys(labels).map(toChoice)

function toChoice(kind: string) {
  return { value: kind, label: kindLabel(kind) }
}
