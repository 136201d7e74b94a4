import { createHash } from 'node:crypto'
import { ApiError } from './errors.ts'

/** Names a state of something people edit, so that a later save can say which state it changes. */
export function versionOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

/** Errors: API_CHANGED_MEANWHILE when the content is no longer the one that was read; null: nothing was said of it. */
export function assertUnchanged(content: unknown, version: string | null): void {
  if (version !== null && versionOf(content) !== version) throw new ApiError('API_CHANGED_MEANWHILE')
}
