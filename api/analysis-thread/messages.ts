import type { JobReport } from '#analysis'
import type { ResultTable } from '#warehouse'

/** What the thread is started with. */
export interface ThreadStart {
  readonly modelsDir: string
  readonly now: Date
  readonly force: boolean
}

/** The warehouse calls an analysis may make from its thread; queries go by the name of their file. */
export type WarehouseCall =
  | {
      readonly method: 'query' | 'columns'
      readonly file: string
      readonly params: unknown
      readonly timeoutMs?: number
    }
  | { readonly method: 'fingerprint'; readonly tables: readonly string[] }
  | {
      readonly method: 'writeResults'
      readonly job: string
      readonly tables: readonly ResultTable[]
      readonly run: { readonly fingerprint: string; readonly startedAt: Date; readonly finishedAt?: Date }
    }

/** An error on its way between threads: cloning keeps neither class nor code. */
export interface CarriedError {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly userMessage?: string
}

export type FromThread =
  | { readonly type: 'call'; readonly id: number; readonly call: WarehouseCall }
  | { readonly type: 'log'; readonly line: string }
  | { readonly type: 'done'; readonly reports: JobReport[] }
  | { readonly type: 'failed'; readonly error: CarriedError }

export type ToThread =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: CarriedError }

export function carryError(error: unknown): CarriedError {
  if (!(error instanceof Error)) return { name: 'Error', message: typeof error, stack: '' }
  const { name, message, stack } = error
  return {
    name,
    message,
    stack: stack ?? '',
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('userMessage' in error && typeof error.userMessage === 'string'
      ? { userMessage: error.userMessage }
      : {}),
  }
}

/** The error as it was, but for its class: name, code and sentence are what readers of errors go by. */
export function revealError(carried: CarriedError): Error {
  return Object.assign(new Error(carried.message), carried)
}
