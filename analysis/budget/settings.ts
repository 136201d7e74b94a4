import { type Rule, type Threshold, type ThresholdValues } from './rule.ts'

/** A value with who set it and from which day, as the reader of a finding is told. */
export interface GroundedValue {
  readonly value: number
  readonly basis: string
}

/** Values set by the institution: rule id → threshold key → value, in the threshold's own unit. */
export type ThresholdSettings = Readonly<Record<string, Readonly<Record<string, number | GroundedValue>>>>

export class BudgetSettingError extends Error {
  readonly code:
    'BUD_THRESHOLD_UNKNOWN' | 'BUD_THRESHOLD_LEGAL' | 'BUD_THRESHOLD_INVALID' | 'BUD_SETTINGS_INVALID'
  readonly place: string
  /** A sentence for the person who set it. */
  readonly advice: string

  constructor(code: BudgetSettingError['code'], place: string, advice: string) {
    super(`${code} at ${place}`)
    this.name = 'BudgetSettingError'
    this.code = code
    this.place = place
    this.advice = advice
  }
}

/**
 * The thresholds a rule runs with: its defaults overlaid by the institution's settings. A key may carry a currency
 * ('singleLimit.USD'). Thresholds set by law cannot be changed.
 */
export function thresholdsFor(
  rule: Rule,
  settings: ThresholdSettings = {},
): { values: ThresholdValues; declared: readonly Threshold[] } {
  const declared = new Map(rule.thresholds.map((threshold) => [threshold.key, threshold]))
  for (const [key, setting] of [
    ...sharedSettings(rule, settings),
    ...Object.entries(settings[rule.id] ?? {}),
  ]) {
    const { value, basis } = typeof setting === 'number' ? { value: setting, basis: '本机构设定' } : setting
    const base = declared.get(key) ?? declared.get(key.split('.')[0] ?? '')
    const place = `${rule.id}.${key}`
    if (!base)
      throw new BudgetSettingError(
        'BUD_THRESHOLD_UNKNOWN',
        place,
        `规则 ${rule.id} 没有阈值“${key}”，请检查阈值名称。`,
      )
    if (base.origin === '法定') {
      throw new BudgetSettingError(
        'BUD_THRESHOLD_LEGAL',
        place,
        `规则 ${rule.id} 的“${base.label}”由法律规定，不能修改。`,
      )
    }
    if (!Number.isFinite(value) || value < 0) {
      throw new BudgetSettingError(
        'BUD_THRESHOLD_INVALID',
        place,
        `规则 ${rule.id} 的“${base.label}”应为不小于 0 的数。`,
      )
    }
    declared.set(key, { ...base, key, value, origin: '本机构设定', basis })
  }
  const all = [...declared.values()]
  return { values: Object.fromEntries(all.map(({ key, value }) => [key, value])), declared: all }
}

function sharedSettings(
  { shares }: Rule,
  settings: ThresholdSettings,
): [key: string, value: number | GroundedValue][] {
  if (!shares) return []
  return Object.entries(settings[shares.rule] ?? {}).filter(([key]) => key.split('.')[0] === shares.key)
}
