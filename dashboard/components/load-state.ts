import type { StatusLevel } from '#ui'

/** The ledger's status of a load as level and word. */
export function loadState(status: string): { level: StatusLevel; word: string } {
  if (status === 'published') return { level: 'ok', word: '已发布' }
  if (status === 'duplicate') return { level: 'ok', word: '同一文件，未变' }
  if (status === 'withdrawn') return { level: 'warn', word: '已撤回' }
  if (status === 'failed') return { level: 'bad', word: '失败，未改动数据' }
  return { level: 'warn', word: status }
}
