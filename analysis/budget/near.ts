import { formatMoney } from './money.ts'
import { type Spared } from './rule.ts'

type Place = Pick<Spared, 'unit' | 'year' | 'matter'>

/** An amount that stayed below its limit. */
export function moneyBelow(
  place: Place,
  what: string,
  cents: number,
  limit: number,
  currency = 'CNY',
): Spared {
  const money = (value: number): string => formatMoney(Math.round(value), currency)
  // Spread last: a literal that begins with a spread is ten times as slow to make.
  return {
    kind: 'below',
    measured: `${what} ${money(cents)}`,
    limit: money(limit),
    short: money(Math.max(0, limit - cents)),
    nearness: nearness(cents, limit),
    ...place,
  }
}

/** A count, a number of days or a share that stayed below its limit; `write` puts it into words. */
export function numberBelow(
  place: Place,
  what: string,
  value: number,
  limit: number,
  write: (value: number) => string,
): Spared {
  return {
    kind: 'below',
    measured: `${what} ${write(value)}`,
    limit: write(limit),
    short: write(Math.max(0, limit - value)),
    nearness: nearness(value, limit),
    ...place,
  }
}

export function nearness(value: number, limit: number): number {
  return limit > 0 ? Math.min(1, Math.max(0, value / limit)) : 0
}
