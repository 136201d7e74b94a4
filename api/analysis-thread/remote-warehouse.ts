import type { MessagePort } from 'node:worker_threads'
import type { Columns, NamedQuery, ResultTable, Warehouse } from '#warehouse'
import { revealError, type FromThread, type ToThread, type WarehouseCall } from './messages.ts'

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

type AnalysisCalls = Pick<Warehouse, 'query' | 'columns' | 'fingerprint' | 'writeResults'>

/** The warehouse as an analysis sees it from its thread: each call is carried out by the thread that owns it. */
export function connectWarehouse(port: MessagePort): Warehouse {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  port.on('message', (answer: ToThread) => {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) call?.reject(revealError(answer.error))
    else call?.resolve(answer.value)
  })
  const send = <T>(call: WarehouseCall): Promise<T> =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve: resolve, reject })
      port.postMessage({ type: 'call', id: lastId, call } satisfies FromThread)
    })
  const calls: AnalysisCalls = {
    query: <P, R>(query: NamedQuery<P, R>, params: P, options: { timeoutMs?: number } = {}) =>
      send<R[]>({ method: 'query', file: query.file, params, ...options }),
    columns: <P, R>(query: NamedQuery<P, R>, params: P, options: { timeoutMs?: number } = {}) =>
      send<Columns<R>>({ method: 'columns', file: query.file, params, ...options }),
    fingerprint: (tables: readonly string[]) => send<string>({ method: 'fingerprint', tables }),
    writeResults: (job: string, tables: readonly ResultTable[], run) =>
      send<undefined>({ method: 'writeResults', job, tables, run }),
  }
  return withRefusals(calls)
}

/** Analyses read marts and write their results; anything else belongs to the thread that owns the database. */
function withRefusals(calls: AnalysisCalls): Warehouse {
  return new Proxy(calls as Warehouse, {
    get(target, name) {
      if (Object.hasOwn(target, name) || name === 'then') return Reflect.get(target, name) as unknown
      throw new TypeError(`An analysis may not use warehouse.${String(name)}`)
    },
  })
}
