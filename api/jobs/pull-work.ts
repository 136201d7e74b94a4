import type { Intake } from '#ingest'
import type { ApiDeps } from '../deps.ts'
import { toJobLoad } from '../views/load-changes.ts'
import type { Exclusively, JobReporter, PullInput } from './job-queue.ts'

type PullDeps = Pick<ApiDeps, 'analyse'> & { readonly intake: Intake }

/** A source's way: asked or looked into → raw and marts → analyses, when something new came. */
export async function pullSource(
  { intake, analyse }: PullDeps,
  { source, trigger, plannedAt, actor }: PullInput & { actor: string },
  report: JobReporter,
  signal: AbortSignal,
  exclusively: Exclusively,
): Promise<void> {
  report({ stage: '取数' })
  const result = await intake.run(source, {
    trigger,
    plannedAt,
    actor,
    signal,
    exclusively: (task) => {
      report({ stage: '等前面的任务做完再入库' })
      return exclusively(() => {
        report({ stage: '入库' })
        return task()
      })
    },
    onProgress: ({ rows }) => {
      report({ rowsRead: rows })
    },
  })
  report({
    loads: result.loads.map((load) => toJobLoad(load, load.file)),
    errors: [...result.errors],
    rowsRead: result.rows,
  })
  if (result.accepted === 0) return
  signal.throwIfAborted()
  await exclusively(async () => {
    report({ stage: '更新分析' })
    await analyse(signal)
  })
}
