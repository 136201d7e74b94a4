export interface Bunching {
  readonly below: number
  readonly above: number
  /** below ÷ above, with at least one counted above. */
  readonly ratio: number
}

/** Amounts in [0.96 T, T] against amounts in (T, 1.04 T]: a limit people avoid leaves many below and few above. */
export function bunchingAt(amounts: readonly number[], limit: number): Bunching {
  let below = 0
  let above = 0
  for (const amount of amounts) {
    if (amount >= 0.96 * limit && amount <= limit) below += 1
    else if (amount > limit && amount <= 1.04 * limit) above += 1
  }
  return { below, above, ratio: below / Math.max(1, above) }
}
