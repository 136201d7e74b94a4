import type { RuleThreshold, ThresholdChange, ThresholdChangeState } from '#contract'
import { formatInteger, type StatusLevel } from '#ui'

const states: Readonly<Record<ThresholdChangeState, { level: StatusLevel; word: string }>> = {
  open: { level: 'warn', word: '等待批准' },
  coming: { level: 'ok', word: '已批准，未到日期' },
  in_force: { level: 'ok', word: '执行中' },
  replaced: { level: 'idle', word: '已被后来的修改替代' },
  declined: { level: 'bad', word: '未批准' },
  withdrawn: { level: 'idle', word: '已撤回' },
}

/** What became of a change, in a word. */
export function changeState({ state }: Pick<ThresholdChange, 'state'>): { level: StatusLevel; word: string } {
  return states[state]
}

/** '20,000 元'; a day stays as it is written. */
export function valueText(value: number, unit: string): string {
  if (unit === 'YYYYMMDD') return value === 0 ? '未设定' : String(value)
  const figure = Number.isInteger(value) ? formatInteger(value) : String(value)
  return `${figure} ${unit}`.trim()
}

/** Whether the page offers to change it here; else why not. */
export function whyFixed({ origin, sharedWith }: RuleThreshold): string | null {
  if (origin === '法定') return '由法律规定，不能修改'
  return sharedWith === null ? null : `与规则 ${sharedWith} 共用，在那条规则下修改`
}

/** What may stand after a threshold's name: each year, or each currency, has its own value. */
export function partOf({ unit, key }: Pick<RuleThreshold, 'unit' | 'key'>): string | null {
  if (key.includes('.')) return null
  if (unit === 'YYYYMMDD') return '年度，如 2026'
  return key === 'singleLimit' ? '币种，如 USD；人民币不填' : null
}

/** The number typed, or null while it is none; a value is never negative. */
export function typedValue(text: string): number | null {
  const plain = text.replaceAll(/[,，\s]/g, '')
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}
