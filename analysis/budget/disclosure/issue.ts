import { type Spot } from './document.ts'

/** Something in a published file that does not add up, with the place where it stands. */
export interface DisclosureIssue extends Spot {
  readonly check: string
  /** By how much, in 百元; absent where no amounts are compared. */
  readonly gap?: number
  /** What stands there and what was expected, in words and numbers. */
  readonly text: string
}

/** Contradictions of one kind in one unit's accounts of a year are one matter. */
export function issueMatter({ check }: Pick<DisclosureIssue, 'check'>): string {
  return `部门决算公开·${check}`
}

/** 百元 → '2,940.05 万元'. */
export function wan(cents: number): string {
  const [whole = '0', fraction = '00'] = (Math.abs(cents) / 100).toFixed(2).split('.')
  return `${cents < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',')}.${fraction} 万元`
}

/** Texts and tables are rounded apart: half a 万元, as the rule table says. */
export const tolerance = 50

/** Sums of rounded parts may be off by a hundredth each. */
export function isSum(total: number, parts: readonly number[]): boolean {
  return Math.abs(total - parts.reduce((sum, part) => sum + part, 0)) <= Math.max(2, parts.length)
}
