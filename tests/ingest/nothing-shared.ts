import type { SharedKeys } from '#warehouse'

/** Rows that were not stored, and share no key. */
export const nothingShared: SharedKeys = { repeatedRows: 0, supersededRows: 0, contestedKeys: 0 }
