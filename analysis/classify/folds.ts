import { fnv1a } from '../text/hash.ts'
import { textKey } from '../text/index.ts'
import type { Example } from './example.ts'
import { seededOrder } from './seeded-order.ts'

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

/**
 * Deals the examples of each class evenly over the folds at random, equal texts or not: the split that published
 * figures use. A quarter each (75/25) with four folds.
 */
export function plainFolds(targets: readonly number[], folds: number, seed: number): Uint8Array {
  const order = Uint32Array.from(targets, (_, row) => row)
  seededOrder(seed)(order, order.length)
  const dealt = new Map<number, number>()
  const result = new Uint8Array(targets.length)
  for (const row of order) {
    const target = targets[row] ?? 0
    const before = dealt.get(target) ?? 0
    result[row] = before % folds
    dealt.set(target, before + 1)
  }
  return result
}

/** The key that equal texts share. */
export function groupKey(example: Example, fields: readonly string[]): string {
  const body = textKey(example.text[fields.at(-1) ?? ''] ?? '')
  return body.length >= LEAST_KEY
    ? body
    : fields.map((field) => textKey(example.text[field] ?? '')).join('\n')
}

function hashKey(key: string): number {
  let hash = fnv1a(key)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
