import { parentPort, workerData } from 'node:worker_threads'
import { runAnalysis } from '#analysis'
import { carryError, type FromThread, type ThreadStart } from './messages.ts'
import { connectWarehouse } from './remote-warehouse.ts'

// Entry of the analysis thread; started by run-in-thread.ts through start-thread.mjs.
if (parentPort === null) throw new TypeError('thread.ts runs as a worker thread only')
const port = parentPort
const { modelsDir, now, force } = workerData as ThreadStart
const say = (message: FromThread) => {
  port.postMessage(message)
}
const log = (line: string) => {
  say({ type: 'log', line })
}
try {
  const reports = await runAnalysis({ warehouse: connectWarehouse(port), modelsDir, now, log }, { force })
  say({ type: 'done', reports })
} catch (error) {
  say({ type: 'failed', error: carryError(error) })
} finally {
  port.close()
}
