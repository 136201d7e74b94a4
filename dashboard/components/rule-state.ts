import type { RuleStatus } from '#contract'
import type { StatusLevel } from '#ui'

/** Whether a rule was checked: not checked is not the same as nothing wrong. */
export function ruleState(rule: Pick<RuleStatus, 'status' | 'why'>): { level: StatusLevel; word: string } {
  if (rule.status === 'applied') return { level: 'ok', word: '已检查' }
  return rule.why?.includes('未启用')
    ? { level: 'idle', word: '未启用' }
    : { level: 'warn', word: '数据不足' }
}
