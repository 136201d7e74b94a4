import { textKey } from '../text/index.ts'
import type { Example } from './model.ts'

/** Bodies shorter than this are no evidence that two letters are one; then the whole text is compared. */
const LEAST_KEY = 12

/**
 * Puts each example into one of `folds` folds. Examples with an equal body, or an equal whole text, after
 * normalisation fall into one fold, so that no model is tested on a text it has seen. Depends on texts only, not on
 * their order.
 */
export function foldsOf(examples: readonly Example[], fields: readonly string[], folds: number): Uint8Array {
  return Uint8Array.from(examples, (example) => hashKey(groupKey(example, fields)) % folds)
}

/** The key that equal texts share. */
export function groupKey(example: Example, fields: readonly string[]): string {
  const body = textKey(example.text[fields.at(-1) ?? ''] ?? '')
  return body.length >= LEAST_KEY
    ? body
    : fields.map((field) => textKey(example.text[field] ?? '')).join('\n')
}

function hashKey(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
