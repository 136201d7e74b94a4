import { seeded } from './seeded.ts'

/** Trees and rows per tree of the method's authors (Liu, Ting and Zhou 2008). */
const trees = 100
const sampleSize = 256

/**
 * Isolation score of every row among all rows, from 0 to 1: how few random cuts set a row apart from the others. Rows
 * like their neighbours lie near or below 0.5. The cuts come from a fixed seed, so that equal rows in equal order give
 * equal scores; the caller fixes the order.
 */
export function isolationScores(rows: readonly (readonly number[])[]): number[] {
  const count = Math.min(sampleSize, rows.length)
  if (count < 2) return rows.map(() => 0)
  const random = seeded(20_080_101)
  const depth = Math.ceil(Math.log2(count))
  const sums = new Float64Array(rows.length)
  for (let tree = 0; tree < trees; tree += 1) {
    const root = grow(sampled(rows, count, random), depth, random)
    for (const [index, row] of rows.entries()) sums[index] = (sums[index] ?? 0) + pathLength(root, row)
  }
  const usual = averagePath(count)
  return Array.from(sums, (sum) => 2 ** -(sum / trees / usual))
}

type Rows = readonly (readonly number[])[]

type Node =
  | { readonly size: number }
  | { readonly feature: number; readonly cut: number; readonly low: Node; readonly high: Node }

function grow(rows: Rows, depth: number, random: () => number): Node {
  if (depth === 0 || rows.length < 2) return { size: rows.length }
  const ranges = rangesOf(rows)
  const chosen = ranges[Math.floor(random() * ranges.length)]
  if (!chosen) return { size: rows.length }
  const { feature, least, most } = chosen
  const cut = least + random() * (most - least)
  const low = rows.filter((row) => (row[feature] ?? 0) <= cut)
  const high = rows.filter((row) => (row[feature] ?? 0) > cut)
  return { feature, cut, low: grow(low, depth - 1, random), high: grow(high, depth - 1, random) }
}

/** Features that can be cut: those in which the rows differ. */
function rangesOf(rows: Rows): { feature: number; least: number; most: number }[] {
  return (rows[0] ?? []).flatMap((_, feature) => {
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (const row of rows) {
      least = Math.min(least, row[feature] ?? 0)
      most = Math.max(most, row[feature] ?? 0)
    }
    return most > least ? [{ feature, least, most }] : []
  })
}

function pathLength(root: Node, row: readonly number[]): number {
  let node = root
  let length = 0
  while (!('size' in node)) {
    node = (row[node.feature] ?? 0) <= node.cut ? node.low : node.high
    length += 1
  }
  return length + averagePath(node.size)
}

/** Mean length of an unsuccessful search in a binary tree of so many rows: what a leaf that was not cut further stands for. */
function averagePath(size: number): number {
  if (size < 2) return 0
  if (size === 2) return 1
  return 2 * (Math.log(size - 1) + 0.5772156649) - (2 * (size - 1)) / size
}

function sampled(rows: Rows, count: number, random: () => number): Rows {
  if (count === rows.length) return rows
  const left = [...rows.keys()]
  return Array.from({ length: count }, (_, at) => {
    const other = at + Math.floor(random() * (left.length - at))
    const index = left[other] ?? 0
    left[other] = left[at] ?? 0
    return rows[index] ?? []
  })
}
