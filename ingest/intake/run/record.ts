import { isDiskFull } from '#files'
import { IngestError } from '../../errors.ts'
import type { SourceLog, Trigger } from './log.ts'
import type { RunResult } from './outcome.ts'

/** What all events of one run share. */
export interface RunHead {
  readonly source: string
  readonly run_id: string
  readonly planned_at: string | null
  readonly trigger_kind: Trigger
  readonly actor: string
}

export async function logEnd(
  log: SourceLog,
  head: RunHead,
  result: RunResult & { mark: string | null },
): Promise<void> {
  await log.add({
    ...head,
    type: 'ended',
    outcome: result.outcome,
    ...(result.errorCode === null ? {} : { error_code: result.errorCode }),
    ...(result.message === null ? {} : { message: result.message }),
    files: result.files,
    rows_read: result.rows,
    rows_accepted: result.accepted,
    rows_quarantined: result.quarantined,
    rows_unchanged: result.unchanged,
    unbalanced: result.unbalanced,
    kinds: JSON.stringify(result.kinds),
    mark: result.mark,
  })
}

export async function logFailure(log: SourceLog, head: RunHead, error: unknown): Promise<void> {
  const { code, message } = explain(error)
  await log.add({ ...head, type: 'ended', outcome: 'failed', error_code: code, message })
}

/** Code and sentence of a failure; errors that are not ours may quote data and keep it to themselves. */
function explain(error: unknown): { code: string; message: string } {
  if (error instanceof IngestError) return { code: error.code, message: error.message }
  if (error instanceof Error && error.name === 'AbortError')
    return { code: 'source_interrupted', message: '接入进行到一半时服务停了，没有写入半截数据' }
  if (isDiskFull(error))
    return { code: 'disk_full', message: '磁盘空间不足。请清理后重试，已有数据不受影响。' }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && 'userMessage' in error && typeof error.userMessage === 'string')
    return { code, message: error.userMessage }
  return { code: 'internal', message: '接入没有完成，数据保持原样；请管理员查看日志。' }
}
