/** Something in a published file that does not add up, with the page where it stands. */
export interface DisclosureIssue {
  readonly check: string
  readonly page: number
  /** What stands there and what was expected, in words and numbers. */
  readonly text: string
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
