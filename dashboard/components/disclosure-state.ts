import type { DisclosureFile } from '#contract'
import type { StatusLevel } from '#ui'

/** What the check of a published file came to, in a mark and words. */
export function disclosureState(file: DisclosureFile): { level: StatusLevel; word: string } {
  if (file.state === 'waiting') return { level: 'warn', word: '等待核对' }
  if (file.state === 'superseded') return { level: 'ok', word: '已被更正文件取代' }
  if (file.fiscalYear === null) return { level: 'warn', word: '年度不明，未报疑点' }
  const issues = file.issues ?? 0
  return issues > 0
    ? { level: 'warn', word: `${String(issues)} 处需核对` }
    : { level: 'ok', word: '未发现不符' }
}
