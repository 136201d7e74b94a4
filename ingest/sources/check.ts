import { shanghaiDay } from '#calendar'

/** What must hold between the fields of one row; fields that are empty satisfy every rule but `any_given`. */
export type CheckRule =
  /** `field` is not on an earlier day than `than` (days of Shanghai; times of the same day are not compared). */
  | { readonly rule: 'not_before'; readonly than: string }
  | { readonly rule: 'not_negative' }
  /** `field` is not larger than the sum of `of`. */
  | { readonly rule: 'at_most'; readonly of: readonly string[] }
  /** At least one of `field` and `or` is given. */
  | { readonly rule: 'any_given'; readonly or: string }
  /** `field` and `than` are not the same. */
  | { readonly rule: 'different'; readonly than: string }
  /** Where `by` contains one of `words`, `field` is negative or zero. */
  | { readonly rule: 'negative_for'; readonly by: string; readonly words: readonly string[] }
  /** `field` is negative only where one of `by` contains one of `words`, or none of `by` says anything. */
  | {
      readonly rule: 'negative_only_for'
      readonly by: readonly string[]
      readonly words: readonly string[]
    }
  /** The year in `field` and the year of the day `of` lie at most `within` years apart. */
  | { readonly rule: 'year_near'; readonly of: string; readonly within: number }

/** A cross-field check of a contract, as data. */
export type Check = CheckRule & {
  /** The field that is at fault where one has to be named, and that `discard_value` empties. */
  readonly field: string
  /** Chinese clause for the clerk: what contradicts what. */
  readonly sentence: string
  /**
   * What happens unless the source's policy says otherwise. `quarantine` is for rows that would falsify a number;
   * `warn` for what real sources legitimately have, or what supervision must get to see (a contract accepted before
   * it was signed is a finding, not a reading error).
   */
  readonly otherwise: 'quarantine' | 'warn'
}

export type RowTest = (values: readonly (string | null)[]) => boolean

/**
 * Compiles a check to a test of a row's normalised values that is true when the check fails; null when the file has
 * none of the columns it compares. `positionOf` gives a field's place in the row, -1 when the file has no such column.
 */
export function compileCheck(
  check: Check,
  positionOf: (field: string) => number,
  typeOf: (field: string) => string,
): RowTest | null {
  const at = positionOf(check.field)
  if (check.rule === 'any_given') return anyGiven(at, positionOf(check.or))
  if (at < 0) return null
  if (check.rule === 'not_negative') return (values) => isNegative(values[at])
  if (check.rule === 'at_most') return atMost(at, check.of.map(positionOf))
  if (check.rule === 'negative_only_for') return negativeOnly(at, check.by.map(positionOf), check.words)
  const other = positionOf(otherField(check))
  if (other < 0) return null
  switch (check.rule) {
    case 'not_before':
      return notBefore(at, other, typeOf(check.field) === 'date', typeOf(check.than) === 'date')
    case 'different':
      return (values) => values[at] !== null && values[at] === values[other]
    case 'negative_for':
      return (values) => !isNegative(values[at]) && isPositive(values[at]) && has(values[other], check.words)
    case 'year_near':
      return yearNear(at, other, check.within)
  }
}

type PairRule = Extract<Check, { than: string } | { rule: 'negative_for' | 'year_near' }>

function otherField(check: PairRule): string {
  return 'than' in check ? check.than : 'by' in check ? check.by : check.of
}

function anyGiven(left: number, right: number): RowTest | null {
  if (left < 0 && right < 0) return null
  return (values) => (values[left] ?? null) === null && (values[right] ?? null) === null
}

function negativeOnly(at: number, by: readonly number[], words: readonly string[]): RowTest | null {
  const known = by.filter((position) => position >= 0)
  if (known.length === 0) return null
  return (values) => {
    if (!isNegative(values[at])) return false
    const texts = known.map((position) => values[position] ?? null).filter((text) => text !== null)
    return texts.length > 0 && !texts.some((text) => has(text, words))
  }
}

function atMost(part: number, wholes: readonly number[]): RowTest | null {
  const known = wholes.filter((position) => position >= 0)
  if (known.length === 0) return null
  return (values) => {
    const text = values[part]
    const parts = known.map((position) => values[position] ?? null)
    if (typeof text !== 'string' || parts.every((value) => value === null)) return false
    return cents(text) > parts.reduce((sum, value) => sum + (value === null ? 0n : cents(value)), 0n)
  }
}

/** '12.30' → 1230n, '12' → 1200n */
function cents(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(2, '0').slice(0, 2))
}

function notBefore(later: number, earlier: number, laterIsDay: boolean, earlierIsDay: boolean): RowTest {
  return (values) => {
    const late = values[later]
    const early = values[earlier]
    if (typeof late !== 'string' || typeof early !== 'string') return false
    // Equal forms sort as they read: only then is the slower comparison of days needed.
    if (laterIsDay === earlierIsDay && late >= early) return false
    return dayOf(late, laterIsDay) < dayOf(early, earlierIsDay)
  }
}

/** The Shanghai day of a stored date or UTC instant. */
function dayOf(text: string, isDay: boolean): string {
  return isDay ? text : shanghaiDay(text)
}

function yearNear(year: number, day: number, within: number): RowTest {
  return (values) => {
    const left = values[year]
    const right = values[day]
    if (typeof left !== 'string' || typeof right !== 'string') return false
    return Math.abs(Number(left) - Number(right.slice(0, 4))) > within
  }
}

function isNegative(value: string | null | undefined): boolean {
  return typeof value === 'string' && value.startsWith('-')
}

function isPositive(value: string | null | undefined): boolean {
  return typeof value === 'string' && /[1-9]/.test(value)
}

function has(value: string | null | undefined, words: readonly string[]): boolean {
  return typeof value === 'string' && words.some((word) => value.includes(word))
}
