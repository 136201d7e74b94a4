/** What a voice may warn of. */
export const riskKinds = [
  '自伤轻生',
  '扬言极端',
  '人身安全',
  '未成年人',
  '公共安全',
  '群体事件',
  '拖欠工资',
] as const
export type RiskKind = (typeof riskKinds)[number]

export const riskLevels = ['紧急', '高', '关注'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** A turn of speech that speaks of a danger. Patterns see one sentence at a time. */
export interface RiskRule {
  kind: RiskKind
  /** How sure the words alone make it, 0 to 1. */
  weight: number
  pattern: RegExp
  /** Runs of one or two characters, one of which stands in whatever the pattern matches; separated by spaces. */
  stems: string
  /** Said in the same sentence, the words mean something else: a price, a figure of speech, a drill. */
  unless?: RegExp
  /** Must be said in the same sentence or the next ones. */
  needs?: RegExp
}
