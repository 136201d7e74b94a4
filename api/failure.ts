import { apiErrors, type ApiErrorCode } from './error-catalogue.ts'
import { ApiError } from './errors.ts'

/**
 * What a person may be told of a failure. The layers' own errors carry a code and a Chinese sentence that names
 * places only (`userMessage`, or `message` of an IngestError); anything else may quote data and is replaced by
 * the fallback's sentence.
 */
export function readableFailure(error: unknown, fallback: ApiErrorCode): { code: string; message: string } {
  if (error instanceof ApiError) return { code: error.code, message: error.title }
  const known = knownFailure(error)
  return known ?? { code: fallback, message: apiErrors[fallback].title }
}

/**
 * The same for the local command line, which would have seen the error itself had it run the command: every error
 * with one of our codes speaks for itself.
 */
export function commandFailure(error: unknown): { code: string; message: string } {
  if (!isCoded(error)) return readableFailure(error, 'API_INTERNAL')
  return { code: error.code, message: error.message }
}

function isCoded(error: unknown): error is Error & { code: string } {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  return (
    error.name.endsWith('Error') && /^[A-Z]{2,4}_[A-Z_]+$/.test(error.code) && !error.code.startsWith('ERR_')
  )
}

function knownFailure(error: unknown): { code: string; message: string } | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  if ('userMessage' in error && typeof error.userMessage === 'string') {
    return { code: error.code, message: error.userMessage }
  }
  const speaksToPeople = error.name === 'IngestError' || error.name === 'ServerError'
  return speaksToPeople ? { code: error.code, message: error.message } : null
}

/** What a log may hold of an error: its code, kind and where it rose; never its message, which may quote data. */
export function errorPlace(error: unknown): { name: string; code: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: '', at: [] }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const cause = error.cause === undefined ? [] : [`caused by ${errorPlace(error.cause).name}`]
  return { name: error.name, code, at: [...frames.slice(0, 6).map((line) => line.trim()), ...cause] }
}
