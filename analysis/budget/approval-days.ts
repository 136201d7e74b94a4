import { toDay } from '#calendar'
import { type Threshold, type ThresholdValues } from './rule.ts'

/** The day on which the people's congress approved a year's budget: local knowledge that no source carries. */
export const approvedOn: Threshold = {
  key: 'approvedOn',
  label: '人代会批准预算日期（按年度设定，如 approvedOn.2025）',
  value: 0,
  unit: 'YYYYMMDD',
  origin: '内部默认',
  basis: '以本级人大会议决议日期为准，须由本机构设定；0 表示未设定',
}

/** Approval days by year, from settings such as `approvedOn.2025` = 20250124; unreadable ones are left out. */
export function approvalDays(thresholds: ThresholdValues): Map<number, number> {
  const days = new Map<number, number>()
  for (const [name, value] of Object.entries(thresholds)) {
    const year = Number(/^approvedOn\.(\d{4})$/u.exec(name)?.[1])
    const day = toDay(String(value).replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3'))
    if (Number.isInteger(year) && day !== null) days.set(year, day)
  }
  return days
}

/** What a rule says of a year whose approval day nobody has set. */
export function approvalMissing(year: number): string {
  return `没有设定 ${String(year)} 年人代会批准预算日期（阈值 B03.approvedOn.${String(year)}）`
}
