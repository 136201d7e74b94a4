/** Each code with what it means and what to do; `docs/errors.md` lists them. */
export const thresholdErrors = {
  BUD_THRESHOLD_UNKNOWN: '没有这条规则或这个阈值',
  BUD_THRESHOLD_LEGAL: '法律规定的阈值不能修改',
  BUD_THRESHOLD_INVALID: '阈值应为不小于 0 的数',
  BUD_SETTINGS_INVALID: '预算规则的设置文件 budget-rules.yaml 写法不对，请管理员检查',
  BUD_CHANGE_UNKNOWN: '没有这项阈值修改',
  BUD_CHANGE_PENDING: '这个阈值已有一项修改等待批准，请先办结那一项',
  BUD_CHANGE_SETTLED: '这项修改已经有结果，请刷新后查看',
  BUD_CHANGE_OWN: '提出修改的人不能批准它，请由另一位有批准权限的同志决定',
  BUD_CHANGE_NOT_OWN: '只有提出修改的人可以撤回它',
  BUD_CHANGE_SAME: '新值与现在的值相同，不用修改',
  BUD_CHANGE_PAST: '生效日期不能早于今天',
  BUD_CHANGE_SHARED: '这个阈值与另一条规则共用，请在那条规则下修改',
} as const

export type ThresholdErrorCode = keyof typeof thresholdErrors

/** A change of a threshold that is refused: stable code, Chinese sentence, and a place that never quotes data. */
export class ThresholdError extends Error {
  override readonly name = 'ThresholdError'
  readonly code: ThresholdErrorCode
  /** What exactly stands in the way, in Chinese; empty when the code says it all. */
  readonly detail: string

  constructor(code: ThresholdErrorCode, detail = '', options?: ErrorOptions) {
    super(`${code}${detail === '' ? '' : `: ${detail}`}`, options)
    this.code = code
    this.detail = detail
  }

  get userMessage(): string {
    return thresholdErrors[this.code] + (this.detail === '' ? '' : `（${this.detail}）`)
  }
}
