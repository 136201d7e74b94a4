import { type Payment } from './dataset.ts'
import { type NarrowingParams } from './narrowing.ts'

/** Words of a purpose, and the economic codes (five digits) under which such spending belongs. */
export interface PurposeTopic {
  readonly name: string
  readonly words: readonly string[]
  readonly codes: readonly string[]
  /** The purpose is about something else after all. */
  readonly unless?: RegExp
}

/** The words with their codes, as the store of payments asks for them. */
export function misplacedParams(
  topics: readonly PurposeTopic[],
  least: string,
): NarrowingParams['misplaced'] {
  const pairs = topics.flatMap(({ words, codes }) => words.map((word) => [word, codes.join(',')] as const))
  return { words: pairs.map(([word]) => word), allowed: pairs.map(([, allowed]) => allowed), least }
}

/**
 * The topic a payment's purpose names although its economic code is none of that topic's. Null when the purpose names
 * no topic, or also one to which the code belongs ('业务培训差旅费' under 差旅费).
 */
export function misplacedTopic(payment: Payment, topics: readonly PurposeTopic[]): PurposeTopic | null {
  const { use, economicCode } = payment
  if (use === null || economicCode === null || !/^3\d{4}/u.test(economicCode)) return null
  const code = economicCode.slice(0, 5)
  const named = topics.filter(
    ({ words, unless }) => words.some((word) => use.includes(word)) && unless?.test(use) !== true,
  )
  return named.some(({ codes }) => codes.includes(code)) ? null : (named[0] ?? null)
}

/** All codes of a class, '30101' to '30199'. */
export function codesOfClass(economicClass: string): string[] {
  return Array.from({ length: 99 }, (_, index) => `${economicClass}${String(index + 1).padStart(2, '0')}`)
}
