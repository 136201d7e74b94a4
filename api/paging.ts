import { ApiError } from './errors.ts'

export interface PageRequest {
  readonly limit: number
  readonly offset: number
}

const defaultLimit = 50

/** Reads `limit` and `cursor`. The cursor is ours alone to read; a changed one is refused (API_CURSOR_INVALID). */
export function toPage(query: { limit?: number; cursor?: string }): PageRequest {
  const limit = query.limit ?? defaultLimit
  if (query.cursor === undefined || query.cursor === '') return { limit, offset: 0 }
  const match = /^o(\d{1,12})$/.exec(Buffer.from(query.cursor, 'base64url').toString('latin1'))
  if (match === null) throw new ApiError('API_CURSOR_INVALID')
  return { limit, offset: Number(match[1]) }
}

/** One page of rows that each carry the total of the whole filtered list. */
export function toPageOf<R extends { total: number }, T>(
  rows: readonly R[],
  page: PageRequest,
  view: (row: R) => T,
): { items: T[]; nextCursor: string | null; total: number } {
  const total = rows[0]?.total ?? page.offset
  const next = page.offset + rows.length
  return { items: rows.map(view), nextCursor: next < total && rows.length > 0 ? cursorAt(next) : null, total }
}

/** One page of a list that is already in memory. */
export function sliceOf<T>(all: readonly T[], page: PageRequest) {
  const items = all.slice(page.offset, page.offset + page.limit)
  const next = page.offset + items.length
  return { items, nextCursor: next < all.length ? cursorAt(next) : null, total: all.length }
}

function cursorAt(offset: number): string {
  return Buffer.from(`o${offset}`, 'latin1').toString('base64url')
}
