import type { Seam } from '../stage/seams.ts'

/** One title with its clock: where it begins and ends, and how wide its two ends may be, in design pixels. */
export interface HeaderPart {
  readonly left: number
  readonly width: number
  readonly startWidth: number
  readonly endWidth: number
}

/**
 * A wall more than four times as wide as high says its title and clock twice, once for each half; others once. The text
 * at either end stops before the first seam it would cross.
 */
export function headerParts(
  width: number,
  height: number,
  padding: number,
  seams: readonly Seam[],
): HeaderPart[] {
  const inner = seams.map(({ from, to }) => ({ from: from * width, to: to * width }))
  const middle = nearestSeam(inner, width / 2) ?? { from: width / 2, to: width / 2 }
  const halves = [
    { from: padding, to: middle.from - padding },
    { from: middle.to + padding, to: width - padding },
  ]
  const spans = width / height > 4 ? halves : [{ from: padding, to: width - padding }]
  return spans.map(({ from, to }) => {
    const crossing = inner.filter((seam) => seam.to > from && seam.from < to)
    const first = Math.min(to, ...crossing.map((seam) => seam.from))
    const last = Math.max(from, ...crossing.map((seam) => seam.to))
    const free = crossing.length === 0
    const share = (to - from) / 2
    return {
      left: from,
      width: to - from,
      startWidth: free ? share : Math.min(first - from, to - from),
      endWidth: free ? share : to - last,
    }
  })
}

function nearestSeam(
  seams: readonly { readonly from: number; readonly to: number }[],
  at: number,
): { readonly from: number; readonly to: number } | undefined {
  const away = (seam: { from: number; to: number }) => Math.abs((seam.from + seam.to) / 2 - at)
  return [...seams].sort((a, b) => away(a) - away(b)).find((seam) => away(seam) < at * 0.25)
}
