/** The ways of picking payments out of all of them, with what each needs to know. Money is decimal 元 text. */
export interface NarrowingParams {
  amounts: { floor: string; ceiling: string; currency: string }
  cash: { least: string }
  persons: { least: string }
  round: { least: string; step: string }
  days: { days: string[] }
  strays: object
  overspent: { tolerance: string }
  december: { share: number; times: number }
  codes: { codes: string[] }
  grown: { codes: string[]; share: number; floor: string }
  /** `allowed` holds, for each word, the codes it may stand under, in one text. */
  misplaced: { words: string[]; allowed: string[]; least: string }
  contracts: object
  bonds: object
  ownAccounts: { least: string }
  cardless: { codes: string[]; least: string; most: string }
  heavy: { codes: string[]; times: number }
  /** Approval days, and the same day a year earlier. */
  early: { approved_years: number[]; days: string[]; earlier: string[]; times: number; share: number }
  repeats: { days: number }
  reversals: object
  loose: object
  oddMonths: object
  doubledMonths: object
  clonedMonths: object
  retired: { codes: string[] }
}

/**
 * One question to the store of payments. The answer may hold more payments than the rule needs, never fewer:
 * what is left out must not change the rule's outcome.
 */
export type Narrowing = {
  [Query in keyof NarrowingParams]: { readonly query: Query; readonly params: NarrowingParams[Query] }
}[keyof NarrowingParams]

/** 元 with two decimals, as the store compares amounts. */
export function yuan(value: number): string {
  return value.toFixed(2)
}

/**
 * The limits a threshold sets by currency: `limit` itself for 人民币, `limit.USD` and the like for others.
 */
export function limitsByCurrency(
  thresholds: Readonly<Record<string, number>>,
  key: string,
): { readonly currency: string; readonly value: number }[] {
  return Object.entries(thresholds).flatMap(([name, value]) => {
    if (name === key) return [{ currency: 'CNY', value }]
    return name.startsWith(`${key}.`) ? [{ currency: name.slice(key.length + 1), value }] : []
  })
}
