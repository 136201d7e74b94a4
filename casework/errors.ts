/** Each code with what it means and what to do; `docs/errors.md` lists them. */
export const caseworkErrors = {
  CASE_NOT_FOUND: '没有这个案件、函件或附件',
  CASE_FINDING_GONE: '这条疑点已不在最新的检查结果里，请刷新疑点列表',
  CASE_MOVED: '这个案件刚被别人办到了下一步，请刷新后再操作',
  CASE_STEP_REFUSED: '案件当前不能这样办',
  CASE_INPUT_INVALID: '填写的内容不符合要求，请检查后重试',
  CASE_OWN_LETTER: '起草或修改过这份函件的人不能签发它，请由另一位有签发权限的同志签发',
  CASE_FILE_TOO_LARGE: '附件过大，请压缩或拆分后再传',
  CASE_SETTINGS_INVALID: '案件办理的设置文件 casework.yaml 写法不对，请管理员检查',
} as const

export type CaseworkErrorCode = keyof typeof caseworkErrors

/** A refusal of the casework layer: stable code, Chinese sentence, and a place that never quotes data. */
export class CaseworkError extends Error {
  override readonly name = 'CaseworkError'
  readonly code: CaseworkErrorCode
  /** What exactly stands in the way, in Chinese; empty when the code says it all. */
  readonly detail: string

  constructor(code: CaseworkErrorCode, detail = '', options?: ErrorOptions) {
    super(`${code}${detail === '' ? '' : `: ${detail}`}`, options)
    this.code = code
    this.detail = detail
  }

  get userMessage(): string {
    return caseworkErrors[this.code] + (this.detail === '' ? '' : `（${this.detail}）`)
  }
}
