import { Worker } from 'node:worker_threads'
import { Type } from 'typebox'
import type { AnalysisContext, JobReport } from '#analysis'
import { defineQuery, type Warehouse } from '#warehouse'
import { ApiError } from '../errors.ts'
import { carryError, revealError, type FromThread, type ThreadStart, type WarehouseCall } from './messages.ts'

export interface ThreadOptions {
  readonly force?: boolean
  /** Ends the thread; what was not yet written stays as it was. */
  readonly signal?: AbortSignal
}

/**
 * `runAnalysis` in a thread of its own, with the same result. Clustering a year of letters keeps a processor busy for
 * a minute; here the server goes on answering meanwhile. The database stays with the calling thread.
 */
export async function runAnalysisInThread(
  context: AnalysisContext,
  options: ThreadOptions = {},
): Promise<JobReport[]> {
  options.signal?.throwIfAborted()
  const start: ThreadStart = { modelsDir: context.modelsDir, now: context.now, force: options.force ?? false }
  const worker = new Worker(new URL('./start-thread.mjs', import.meta.url), { workerData: start })
  const stop = () => void worker.terminate()
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    return await converse(worker, context)
  } finally {
    options.signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

function converse(worker: Worker, { warehouse, log }: AnalysisContext): Promise<JobReport[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => {
      reject(new ApiError('API_STOPPING'))
    })
    worker.on('message', (message: FromThread) => {
      if (message.type === 'log') log(message.line)
      else if (message.type === 'done') resolve(message.reports)
      else if (message.type === 'failed') reject(revealError(message.error))
      else void answer(worker, warehouse, message.id, message.call)
    })
  })
}

async function answer(worker: Worker, warehouse: Warehouse, id: number, call: WarehouseCall): Promise<void> {
  try {
    worker.postMessage({ id, value: await carryOut(warehouse, call) })
  } catch (error) {
    worker.postMessage({ id, error: carryError(error) })
  }
}

async function carryOut(warehouse: Warehouse, call: WarehouseCall): Promise<unknown> {
  if (call.method === 'fingerprint') return warehouse.fingerprint(call.tables)
  if (call.method === 'writeResults') return warehouse.writeResults(call.job, call.tables, call.run)
  const query = defineQuery({ file: call.file, params: Type.Object({}), row: Type.Object({}) })
  const options = call.timeoutMs === undefined ? {} : { timeoutMs: call.timeoutMs }
  const params = call.params as object
  return call.method === 'query'
    ? warehouse.query(query, params, options)
    : warehouse.columns(query, params, options)
}
