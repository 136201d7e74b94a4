import { seeded } from './seeded.ts'

/** Two methods on the same cases: how often only one of them is right. */
export interface PairedOutcome {
  onlyFirst: number
  onlySecond: number
  /** Two-sided exact McNemar test: chance of a difference at least this large when both are equally good. */
  p: number
}

/** Exact McNemar test (McNemar 1947; binomial form). */
export function mcnemar(
  gold: readonly boolean[],
  first: readonly boolean[],
  second: readonly boolean[],
): PairedOutcome {
  let onlyFirst = 0
  let onlySecond = 0
  gold.forEach((label, at) => {
    const isFirst = first[at] === label
    const isSecond = second[at] === label
    if (isFirst && !isSecond) onlyFirst++
    if (isSecond && !isFirst) onlySecond++
  })
  return {
    onlyFirst,
    onlySecond,
    p: binomialTwoSided(Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond),
  }
}

function binomialTwoSided(fewer: number, total: number): number {
  if (total === 0) return 1
  let term = Math.exp(-total * Math.LN2)
  let tail = term
  for (let at = 1; at <= fewer; at++) {
    term = (term * (total - at + 1)) / at
    tail += term
  }
  return Math.min(1, 2 * tail)
}

/** 95% percentile interval of a statistic over resampled cases (Efron 1979). Deterministic: the draws are seeded. */
export function bootstrapInterval(
  cases: number,
  statistic: (sample: Uint32Array) => number,
  draws = 1000,
): { low: number; high: number } {
  const next = seeded(cases + 1)
  const sample = new Uint32Array(cases)
  const values: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < cases; at++) sample[at] = Math.floor(next() * cases)
    values.push(statistic(sample))
  }
  values.sort((a, b) => a - b)
  const at = (share: number): number => values[Math.floor(share * (draws - 1))] ?? 0
  return { low: at(0.025), high: at(0.975) }
}
