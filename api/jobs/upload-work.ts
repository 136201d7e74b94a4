import { changeLoads, type Intake, type LoadChange } from '#ingest'
import { readableFailure } from '../failure.ts'
import type { ApiDeps } from '../deps.ts'
import { Inbox } from './inbox.ts'
import { toJobLoad } from '../views/load-changes.ts'
import type { JobInput, JobReporter, JobWork } from './job-queue.ts'
import { pullSource } from './pull-work.ts'

type WorkDeps = Pick<ApiDeps, 'ingest' | 'analyse' | 'retrain' | 'dataDir' | 'warehouse' | 'now'> & {
  readonly intake: Intake
}

/** A retraining's way: decisions and examples → a new model → the voices read again. */
async function retrain(
  deps: WorkDeps,
  input: JobInput,
  report: JobReporter,
  signal: AbortSignal,
): Promise<void> {
  report({ stage: '重新训练分类' })
  await deps.retrain(input.actor, signal)
  signal.throwIfAborted()
  report({ stage: '更新分析' })
  await deps.analyse(signal)
}

const changeStages = {
  withdraw: '撤回',
  restore: '从归档恢复',
  rerun: '从归档重跑',
  replay: '重放隔离行',
} as const satisfies Record<LoadChange['action'], string>

/** A change of the ledger's way: out of and into raw, with the rebuild that belongs to it → analyses. */
async function change(
  deps: WorkDeps,
  input: JobInput & { readonly change: LoadChange },
  report: JobReporter,
  signal: AbortSignal,
): Promise<void> {
  report({ stage: changeStages[input.change.action] })
  const { value } = await changeLoads(deps.warehouse, input.change, {
    dataDir: deps.dataDir,
    now: deps.now,
    actor: input.actor,
    signal,
    onProgress: ({ rows }) => {
      report({ rowsRead: rows })
    },
  })
  const [file = ''] = input.files
  report({ loads: value.loads.map((load, index) => toJobLoad(load, input.files[index] ?? file)) })
  signal.throwIfAborted()
  report({ stage: '更新分析' })
  await deps.analyse(signal)
}

/** An upload's way: files → raw and marts (one transaction per file) → analyses. */
export function createUploadWork(deps: WorkDeps): JobWork {
  const inbox = new Inbox(deps.dataDir)
  return {
    async run(input, report, signal, exclusively) {
      if (input.task === 'retrain') {
        await retrain(deps, input, report, signal)
        return
      }
      if (input.task === 'analyse') {
        report({ stage: '更新分析' })
        await deps.analyse(signal)
        return
      }
      if (input.change !== undefined) {
        await change(deps, { ...input, change: input.change }, report, signal)
        return
      }
      if (input.pull !== undefined) {
        await pullSource(deps, { ...input.pull, actor: input.actor }, report, signal, exclusively)
        return
      }
      const rowsByFile = new Map<string, number>()
      report({ stage: '读取与校验' })
      const taken = await deps.ingest([...input.paths], {
        ...(input.kind === undefined ? {} : { kind: input.kind }),
        ...(input.source === undefined ? {} : { source: input.source }),
        actor: input.actor,
        signal,
        onProgress: ({ file, rows }) => {
          rowsByFile.set(file, rows)
          report({ rowsRead: sum(rowsByFile.values()) })
        },
      })
      const { loads, errors, notes } = taken
      if (input.source !== undefined) await deps.intake.noteDelivery(input.source, input.actor, taken)
      report({
        loads: loads.map((load) => toJobLoad(load, baseName(load.file))),
        errors: errors.map(({ file, code, message }) => ({ file: baseName(file), code, message })),
        notes: [...notes],
        rowsRead: sum(loads.map((load) => load.rows)),
      })
      signal.throwIfAborted()
      report({ stage: '更新分析' })
      await deps.analyse(signal)
    },
    explain: (error) => readableFailure(error, 'API_JOB_FAILED'),
    clean: (input) => inbox.discard(input.id),
  }
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
